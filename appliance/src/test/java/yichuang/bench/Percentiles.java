package yichuang.bench;

import java.util.Arrays;
import java.util.Collection;

/** Order statistics of durations in nanoseconds; the nearest rank, nothing interpolated. */
public final class Percentiles {
    private final long[] sorted;

    private Percentiles(long[] sorted) {
        if (sorted.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        this.sorted = sorted;
    }

    public static Percentiles of(long[] nanos, int count) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return new Percentiles(sorted);
    }

    public static Percentiles of(Collection<Long> nanos) {
        long[] all = nanos.stream().mapToLong(Long::longValue).toArray();
        return of(all, all.length);
    }

    /**
     * {@return the value that {@code share} of all are not above, in microseconds}
     *
     * @param share 0.5 for the median
     */
    public double micros(double share) {
        int rank = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.clamp(rank, 0, sorted.length - 1)] / 1e3;
    }

    public double millis(double share) {
        return micros(share) / 1e3;
    }

    public double maxMillis() {
        return sorted[sorted.length - 1] / 1e6;
    }

    public int count() {
        return sorted.length;
    }
}
