package yichuang.devices.gpio;

import java.time.Duration;

/**
 * The contact of one key: what the finger did, behind the bouncing of the metal. It counts as moved
 * when it was seen the same way {@value #SAMPLES_MIN} times in a row and over {@link #SETTLE}; the
 * time alone would let two sparks with a pause of this program between them pass for a key.
 *
 * <p>Times are the caller's, in nanoseconds that only go on.
 */
final class Contact {
    static final Duration SETTLE = Duration.ofMillis(20);
    static final int SAMPLES_MIN = 3;
    private static final long SETTLE_NANOS = SETTLE.toNanos();

    private boolean seen;
    private long since;
    private int samples;
    private boolean known;
    private boolean down;

    void sample(boolean nowDown, long now) {
        if (samples == 0 || nowDown != seen) {
            seen = nowDown;
            since = now;
            samples = 1;
            return;
        }
        samples = Math.min(samples + 1, SAMPLES_MIN);
        if (samples == SAMPLES_MIN && now - since >= SETTLE_NANOS) {
            down = seen;
            known = true;
        }
    }

    /** {@return whether the finger is on it, as far as that is settled} */
    boolean isDown() {
        return known && down;
    }

    /** {@return whether it is known that no finger is on it} */
    boolean isUp() {
        return known && !down;
    }

    /** Nothing is known of it any more. */
    void forget() {
        samples = 0;
        known = false;
    }
}
