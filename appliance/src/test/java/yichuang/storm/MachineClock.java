package yichuang.storm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A machine's two clocks: the steady one runs a little too fast or too slow, the one on the wall
 * besides is wrong and jumps.
 */
final class MachineClock {
    static final Instant START = Instant.parse("2026-03-02T00:30:00Z");

    private final Node node;
    private final double rate;
    private Duration wrong = Duration.ZERO;

    MachineClock(Node node, double rate) {
        this.node = node;
        this.rate = rate;
    }

    long nanos() {
        return (long) (node.here() * rate);
    }

    Instant wall() {
        return START.plusNanos(nanos()).plus(wrong);
    }

    /** {@return how long the world waits for what this machine takes for a delay} */
    Duration inTheWorld(Duration delay) {
        return Duration.ofNanos((long) (delay.toNanos() / rate));
    }

    void jump(Duration by) {
        wrong = wrong.plus(by);
    }

    Duration wrong() {
        return wrong;
    }

    /** {@return the steady one, as Raft has it} */
    Clock steady() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return START.plusNanos(nanos());
            }

            @Override
            public long millis() {
                return START.toEpochMilli() + nanos() / 1_000_000;
            }
        };
    }
}
