package yichuang.log;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.RejectedExecutionException;
import yichuang.log.LogState.Cause;
import yichuang.log.LogState.Condition;

/**
 * Looks at the disk once a second: stops commands before the disk is full, and begins a new life
 * when a failed disk syncs a test write again. The look itself is taken beside the log's thread,
 * since a dying disk may hold a write for long and reads must go on.
 */
final class Healing {
    private static final Logger JOURNAL = System.getLogger("yichuang.log");

    private final LogSettings settings;
    private final Surroundings world;
    private final CommandLog log;

    /** What a look saw. */
    private sealed interface Seen {
        record Fine(Test test) implements Seen {}

        record Full(long freeBytes) implements Seen {}

        record Failing(String why) implements Seen {}
    }

    /** Whether a look wrote to the disk. A disk that was only looked at may have failed since. */
    private enum Test {
        WRITTEN_AND_SYNCED,
        LOOKED_ONLY
    }

    Healing(LogSettings settings, Surroundings world, CommandLog log) {
        this.settings = settings;
        this.world = world;
        this.log = log;
    }

    /** The log leads: from now on look regularly, for the first time at once. */
    void begin() {
        Test test = log.alive() ? Test.LOOKED_ONLY : Test.WRITTEN_AND_SYNCED;
        world.background()
                .execute(
                        () -> {
                            Seen seen = look(test);
                            try {
                                log.thread().execute(() -> act(seen));
                            } catch (RejectedExecutionException closed) {
                                return; // The log was closed meanwhile; nobody needs to know.
                            }
                        });
    }

    private Seen look(Test test) {
        try {
            if (test == Test.WRITTEN_AND_SYNCED) {
                world.tryDisk(settings.directory());
            }
            long free = world.freeBytes(settings.directory());
            return free < settings.limits().freeBytesMin()
                    ? new Seen.Full(free)
                    : new Seen.Fine(test);
        } catch (IOException | RuntimeException failing) {
            return new Seen.Failing(failing.toString());
        }
    }

    private void act(Seen seen) {
        switch (log.condition()) {
            case Condition.Closed closed -> {
                return;
            }
            case Condition.Stopped stopped -> {
                return;
            }
            case Condition.Leading leading -> {
                if (seen instanceof Seen.Full full) {
                    log.readOnly(Cause.DISK_FULL, full.freeBytes() + " bytes free");
                }
            }
            case Condition.ReadOnly why -> {
                if (seen instanceof Seen.Fine fine) {
                    heal(fine.test());
                }
            }
            case Condition.Starting starting -> {}
            case Condition.Following following -> log.endIfForsaken();
            case Condition.NoLeader nobody -> {}
        }
        log.thread().schedule(this::begin, world.betweenLooks());
    }

    private void heal(Test test) {
        if (log.alive()) {
            log.takePartAgain();
            return;
        }
        if (test == Test.WRITTEN_AND_SYNCED) {
            liveAgain();
        }
    }

    /**
     * Begins a new life from disk; when that fails, the log is read-only until the disk is well.
     */
    void liveAgain() {
        try {
            log.live();
        } catch (IOException | RuntimeException again) {
            JOURNAL.log(
                    Level.WARNING,
                    "日志暂时无法打开 The log cannot be opened yet: {0}",
                    again.getMessage());
            if (log.condition() instanceof Condition.Starting) {
                log.readOnly(Cause.DISK_FAILED, again.toString());
            }
            log.readAgain();
        }
    }
}
