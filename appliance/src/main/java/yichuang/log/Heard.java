package yichuang.log;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Keeps a listener's bug away from Raft: MicroRaft would take it for a failed flush and never
 * commit again.
 */
record Heard(LogListener listener) implements LogListener {
    private static final Logger JOURNAL = System.getLogger("yichuang.log");

    @Override
    public void flushed(int entries, long nanos) {
        guard(() -> listener.flushed(entries, nanos));
    }

    @Override
    public void snapshotTaken(long index, long pauseNanos) {
        guard(() -> listener.snapshotTaken(index, pauseNanos));
    }

    @Override
    public void conditionChanged(LogState.Condition now) {
        guard(() -> listener.conditionChanged(now));
    }

    private static void guard(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException bug) {
            JOURNAL.log(Level.ERROR, "the log's listener threw", bug);
        }
    }
}
