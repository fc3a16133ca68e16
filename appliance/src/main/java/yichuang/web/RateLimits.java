package yichuang.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How often one may ask: a bucket of tokens for each caller, filled evenly over a minute. Bounded:
 * the caller longest not heard of is forgotten first, and starts with a full bucket when it comes
 * again. Real time, never the hall's clock.
 */
final class RateLimits {
    static final int CALLERS_MAX = 10_000;
    private static final double NANOS_PER_MINUTE = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                    return size() > CALLERS_MAX;
                }
            };

    private static final class Bucket {
        private double tokens;
        private long at;

        Bucket(double tokens, long at) {
            this.tokens = tokens;
            this.at = at;
        }
    }

    RateLimits(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** {@return how long to wait before asking; empty when it may ask now, and then it has} */
    synchronized Optional<Duration> take(String caller, int perMinute) {
        long now = nanos.getAsLong();
        Bucket bucket = buckets.computeIfAbsent(caller, any -> new Bucket(perMinute, now));
        double perNano = perMinute / NANOS_PER_MINUTE;
        bucket.tokens = Math.min(perMinute, bucket.tokens + (now - bucket.at) * perNano);
        bucket.at = now;
        if (bucket.tokens >= 1) {
            bucket.tokens--;
            return Optional.empty();
        }
        return Optional.of(Duration.ofNanos((long) ((1 - bucket.tokens) / perNano)));
    }
}
