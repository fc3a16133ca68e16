package yichuang.bench.day;

import java.time.Duration;
import java.time.Instant;

/**
 * The hall's test clock, followed from outside: it runs at its rate, and stands still while the
 * process is down.
 */
final class HallTime {
    private static final long NAP_MILLIS_MAX = 200;

    private final double rate;
    private Instant base;
    private long baseNanos = System.nanoTime();
    private boolean stands = true;

    HallTime(Instant start, double rate) {
        this.base = start;
        this.rate = rate;
    }

    synchronized Instant now() {
        if (stands) {
            return base;
        }
        return base.plusNanos((long) ((System.nanoTime() - baseNanos) * rate));
    }

    synchronized void stop() {
        base = now();
        stands = true;
    }

    /** The process is up and says that it is this late. */
    synchronized void goOn(Instant at) {
        base = at;
        baseNanos = System.nanoTime();
        stands = false;
    }

    /** Waits until the hall's clock is there. */
    void sleepUntil(Instant until) throws InterruptedException {
        while (true) {
            Duration left = Duration.between(now(), until);
            if (!left.isPositive()) {
                return;
            }
            long millis = (long) Math.ceil(left.toNanos() / rate / 1e6);
            Thread.sleep(Math.clamp(millis, 1, NAP_MILLIS_MAX));
        }
    }

    void sleep(Duration time) throws InterruptedException {
        sleepUntil(now().plus(time));
    }
}
