package yichuang.storm;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Everything random of one run comes from here, so that the seed is the run. */
final class Chance extends Random {
    private static final long serialVersionUID = 1;

    Chance(long seed) {
        super(seed * 0x9E3779B97F4A7C15L);
    }

    boolean in(double probability) {
        return nextDouble() < probability;
    }

    Duration millis(int from, int to) {
        return Duration.ofNanos(
                1_000_000L * from + (long) (nextDouble() * 1_000_000L * (to - from)));
    }

    /** Mostly short, sometimes long. */
    Duration about(int millis) {
        return Duration.ofNanos((long) (-Math.log(1 - nextDouble()) * 1_000_000L * millis));
    }

    <T> T oneOf(List<T> several) {
        return several.get(nextInt(several.size()));
    }
}
