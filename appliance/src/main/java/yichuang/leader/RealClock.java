package yichuang.leader;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The machine's clock, watched. A Pi has no clock of its own: until the network has set it, or
 * somebody confirms it, no business day opens. A step forward of more than {@link #STEP_MAX}
 * against the monotonic clock is not followed before that either: a wrong date must not end a day
 * with forty people waiting. Steps back are the hall's business: log time never follows them.
 *
 * <p>A node that follows hears the leader's time. One whose own clock is further from it than a
 * step goes on from what it heard when it leads, or the hall's time would jump an hour, or stand
 * still for one.
 */
final class RealClock implements HallClock {
    static final Duration STEP_MAX = Duration.ofMinutes(5);

    private final Machine machine;
    private Instant anchor;
    private long anchorNanos;
    private boolean confirmed;
    private boolean held;
    private boolean byTheLeader;

    /** What the clock needs of the machine. */
    interface Machine {
        Instant wall();

        long nanos();

        /** {@return whether the network has set the clock} */
        boolean networkTime();

        /** {@return whether the machine keeps time while it is off} */
        boolean ownClock();
    }

    RealClock(Machine machine) {
        this.machine = machine;
        this.anchor = machine.wall();
        this.anchorNanos = machine.nanos();
        this.confirmed = machine.ownClock();
    }

    static RealClock ofThisMachine() {
        return new RealClock(new ThisMachine());
    }

    @Override
    public synchronized Instant now() {
        Instant wall = machine.wall();
        Instant steady = anchor.plusNanos(machine.nanos() - anchorNanos);
        boolean apart =
                wall.isAfter(steady.plus(STEP_MAX))
                        || (byTheLeader && wall.isBefore(steady.minus(STEP_MAX)));
        held = apart && !machine.networkTime();
        return (held ? steady : wall).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public boolean isTest() {
        return false;
    }

    @Override
    public synchronized boolean isTrusted() {
        now();
        return !held && (confirmed || machine.networkTime());
    }

    @Override
    public synchronized void confirm() {
        confirmed = true;
        anchorAt(machine.wall());
    }

    /** Small corrections are followed, so that they do not add up to a step. */
    @Override
    public synchronized void tick() {
        now();
        if (!held) {
            anchorAt(machine.wall());
        }
    }

    @Override
    public void goOnFrom(Instant last) {
        // The hall itself never lets log time go back.
    }

    @Override
    public synchronized Duration heard(Instant leaders) {
        Duration before = Duration.between(leaders, machine.wall());
        if (before.abs().compareTo(STEP_MAX) > 0) {
            anchorAt(leaders);
            byTheLeader = true;
        }
        return before;
    }

    private void anchorAt(Instant time) {
        anchor = time;
        byTheLeader = false;
        anchorNanos = machine.nanos();
    }

    /** Linux as it tells its time. */
    private static final class ThisMachine implements Machine {
        private static final Path SYNCHRONISED = Path.of("/run/systemd/timesync/synchronized");
        private static final Path CLOCKS = Path.of("/sys/class/rtc/rtc0");
        private static final Path BOARD = Path.of("/proc/device-tree/model");

        @Override
        public Instant wall() {
            return Instant.now();
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public boolean networkTime() {
            return Files.exists(SYNCHRONISED);
        }

        /** Only a board without a battery clock starts with a time out of the air. */
        @Override
        public boolean ownClock() {
            return Files.exists(CLOCKS) || !Files.exists(BOARD);
        }
    }
}
