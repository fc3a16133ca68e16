package yichuang.storm;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import yichuang.cluster.IslandMark;
import yichuang.dispatch.Dispatch;
import yichuang.dispatch.PolicySettings;
import yichuang.hall.Hall;
import yichuang.hall.WindowId;
import yichuang.leader.HallClock;
import yichuang.leader.Leader;
import yichuang.leader.SimulatedLeader;
import yichuang.log.CommandLog;
import yichuang.log.LogListener;
import yichuang.log.LogSettings;
import yichuang.log.LogState.Cause;
import yichuang.log.LogState.Condition;
import yichuang.log.LogThread;
import yichuang.log.Machine;
import yichuang.log.NodeName;
import yichuang.log.SimulatedLog;
import yichuang.storm.disk.Disk;
import yichuang.storm.disk.PowerCut;

/**
 * A controller: disk, clocks, displays, and a process that runs the shipped classes, for as long as
 * there is power. While it works or waits for its disk, everything else that comes to it waits.
 */
final class Node implements OneThread.Host {
    private static final Duration UNTIL_RESTARTED = Duration.ofSeconds(2);
    private static final Duration AT_ONCE = Duration.ofMillis(300);

    private final Plan plan;
    private final Storm storm;
    private final NodeName name;
    private final MachineClock clock;
    private final boolean networkTime;
    private final Disk disk;
    private final Displays displays;
    private final Severed severed;
    private Optional<Running> running = Optional.empty();
    private long busyUntil;
    private long lag;

    Node(Plan plan, Storm storm, NodeName name, List<WindowId> windows) {
        this.plan = plan;
        this.storm = storm;
        this.name = name;
        clock = new MachineClock(this, plan.rate(storm.chance()));
        networkTime = storm.chance().in(0.5);
        disk = new Disk(storm.chance(), this::works);
        if (plan.variant() == Variant.SKIP_FSYNC) {
            disk.forgetSyncs();
        }
        displays = new Displays(windows, plan.variant());
        severed = new Severed(storm, this);
    }

    NodeName name() {
        return name;
    }

    Disk disk() {
        return disk;
    }

    MachineClock clock() {
        return clock;
    }

    Displays displays() {
        return displays;
    }

    Severed severed() {
        return severed;
    }

    /** {@return whether this is the life of the process still} */
    boolean runs(Running life) {
        return isUp() && running.filter(one -> one == life).isPresent();
    }

    /** {@return whether it leads the hall} */
    boolean leads() {
        return running.filter(one -> !one.island() && one.log().state().leading()).isPresent();
    }

    Optional<Running> running() {
        return running;
    }

    boolean isUp() {
        return running.isPresent() && !disk.isOff();
    }

    /** {@return how far this machine has come in the world's time} */
    long here() {
        return storm.scheduler().now() + lag;
    }

    private void works(Duration time) {
        lag += time.toNanos();
    }

    /** The process stands still, as under a stop signal. */
    void pause(Duration time) {
        busyUntil = Math.max(busyUntil, storm.scheduler().now() + time.toNanos());
    }

    // One life.

    void start() {
        if (running.isPresent()) {
            return;
        }
        disk.powerOn();
        OneThread thread = new OneThread(this);
        try {
            severed.start();
            begin(thread);
        } catch (IOException | RuntimeException | PowerCut failure) {
            if (!disk.isOff() && SimulatedLog.isDamage(failure)) {
                storm.judge().violated(name.name() + " does not start: " + failure.getMessage());
            }
            gone();
            thread.end();
            if (!disk.isOff()) {
                storm.scheduler().after(UNTIL_RESTARTED, this::start);
            }
        }
        settle();
    }

    private void begin(OneThread thread) throws IOException {
        Optional<IslandMark> island = severed.alone();
        Leader leader =
                new Leader(
                        hallClock(),
                        new Dispatch(PolicySettings.DEFAULT),
                        Optional.empty(),
                        () -> false);
        SimulatedLeader.start(
                leader,
                (machine, hall) -> {
                    CommandLog log =
                            SimulatedLog.open(
                                    island.map(this::alone).orElseGet(this::settings),
                                    watched(machine, hall, island),
                                    world(thread));
                    running =
                            Optional.of(
                                    new Running(
                                            leader,
                                            log,
                                            thread,
                                            hall,
                                            island.map(any -> name.name())));
                    return log;
                });
        leader.follow(displays);
        Running life = running.orElseThrow();
        severed.begin(life);
    }

    private Machine watched(Machine machine, Supplier<Hall> hall, Optional<IslandMark> island) {
        Machine perhapsBroken = Breakage.of(plan.variant(), machine);
        String part =
                island.map(mark -> "island %d of %s".formatted(mark.epoch(), name.name()))
                        .orElse(Judge.MAIN);
        return new WatchedMachine(
                perhapsBroken, hall, storm.judge(), part, name.name(), this::installed);
    }

    private LogSettings alone(IslandMark island) {
        return LogSettings.of(severed.log(island.epoch()), name.name())
                .withKeepFrom(island::index)
                .withLimits(plan.limits());
    }

    /** The process ends and begins anew, as an island or as one no longer. */
    void turn() {
        gone();
        storm.scheduler().after(AT_ONCE, this::start);
    }

    private HallClock hallClock() {
        return SimulatedLeader.clock(clock::wall, clock::nanos, networkTime);
    }

    private void installed() {
        if (running.isPresent()) {
            storm.counters().snapshotInstalls++;
        }
    }

    private LogSettings settings() {
        return LogSettings.of(disk.root(), name.name())
                .withVoters(plan.voters(), storm.network().of(this))
                .withLimits(plan.limits())
                .withListener(
                        new LogListener() {
                            @Override
                            public void conditionChanged(Condition now) {
                                count(now);
                            }
                        });
    }

    private void count(Condition now) {
        if (now instanceof Condition.Leading) {
            storm.counters().elections++;
        } else if (now instanceof Condition.ReadOnly(Cause cause, var detail, var since)
                && cause == Cause.DISK_FULL) {
            storm.counters().diskFulls++;
        }
    }

    private SimulatedLog.World world(OneThread thread) {
        return new SimulatedLog.World() {
            @Override
            public LogThread thread() {
                return thread;
            }

            @Override
            public Clock clock() {
                return clock.steady();
            }

            @Override
            public Random random() {
                return storm.chance();
            }

            @Override
            public long freeBytes() {
                return disk.freeBytes();
            }

            @Override
            public void tryDisk() throws IOException {
                disk.tryWrite();
            }
        };
    }

    @Override
    public void later(Duration delay, Runnable task) {
        storm.scheduler().at(here() + clock.inTheWorld(delay).toNanos(), () -> onMachine(task));
    }

    @Override
    public void threw(Throwable bug) {
        if (!disk.isOff()) {
            storm.judge().violated("a task of %s threw %s".formatted(name.name(), bug));
        }
    }

    /** Something reaches the machine; a busy one looks at it later, one without power never. */
    void onMachine(Runnable work) {
        if (!isUp()) {
            return;
        }
        if (storm.scheduler().now() < busyUntil) {
            storm.scheduler().at(busyUntil, () -> onMachine(work));
            return;
        }
        work.run();
        settle();
    }

    private void settle() {
        busyUntil = Math.max(busyUntil, here());
        lag = 0;
        if (disk.isOff()) {
            gone();
            storm.scheduler().after(UNTIL_RESTARTED, this::start);
        }
    }

    // What ends it.

    /** The process is killed; what the kernel has stays. */
    void kill() {
        gone();
    }

    void cutPower() {
        disk.cut();
        gone();
    }

    private void gone() {
        running.ifPresent(one -> one.thread().end());
        running = Optional.empty();
        storm.network().gone(name);
    }
}
