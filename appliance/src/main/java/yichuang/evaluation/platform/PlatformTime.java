package yichuang.evaluation.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time as the platform has it: this machine's wall clock, and how far the platform's is from it
 * by the {@code Date} of its answers. A platform refuses requests whose time is minutes off, and a
 * hall whose own clock is wrong, or a test clock, must reach it all the same.
 */
final class PlatformTime {
    /** An answer is under way for a moment, and {@code Date} has whole seconds. */
    private static final Duration NOISE = Duration.ofSeconds(5);

    private final InstantSource wall;
    private volatile Duration ahead = Duration.ZERO;

    PlatformTime(InstantSource wall) {
        this.wall = wall;
    }

    Instant now() {
        return wall.instant().plus(ahead);
    }

    /** {@return how far the platform's clock is before this machine's} */
    Duration ahead() {
        return ahead;
    }

    /** {@return whether the platform's clock turned out to be another than was thought} */
    boolean heard(Instant date) {
        Duration now = Duration.between(wall.instant(), date);
        boolean other = now.minus(ahead).abs().compareTo(NOISE) > 0;
        if (other) {
            ahead = now;
        }
        return other;
    }
}
