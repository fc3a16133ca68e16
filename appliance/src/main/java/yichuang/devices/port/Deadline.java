package yichuang.devices.port;

import java.time.Duration;

/**
 * When to give up. Counted by the machine's own running time, not by the hall's clock, which may be
 * set while a device is being waited for.
 */
public final class Deadline {
    private final long from = System.nanoTime();
    private final long nanosMax;

    public Deadline(Duration atMost) {
        this.nanosMax = atMost.toNanos();
    }

    public boolean passed() {
        return System.nanoTime() - from >= nanosMax;
    }

    /** {@return what is left, zero when it has passed} */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, nanosMax - (System.nanoTime() - from)));
    }
}
