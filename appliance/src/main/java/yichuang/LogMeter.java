package yichuang;

import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import yichuang.log.LogListener;
import yichuang.log.LogState;
import yichuang.metrics.HallMetrics;

/** The metrics' ear on the log, and the one place that says aloud when the disk fails. */
record LogMeter(HallMetrics metrics) implements LogListener {
    private static final Logger LOG = Logger.getLogger(LogMeter.class.getName());

    @Override
    public void flushed(int entries, long nanos) {
        metrics.committed(nanos, entries);
    }

    @Override
    public void snapshotTaken(long index, long pauseNanos) {
        LOG.log(
                Level.FINE,
                "snapshot at {0}, the log stood still for {1}",
                new Object[] {index, Duration.ofNanos(pauseNanos)});
    }

    @Override
    public void conditionChanged(LogState.Condition now) {
        switch (now) {
            case LogState.Condition.Leading leading -> LOG.info("the log takes commands");
            case LogState.Condition.Following following ->
                    LOG.log(Level.INFO, "the log follows {0}", following.leader());
            case LogState.Condition.NoLeader nobody -> LOG.info("nobody leads the log");
            case LogState.Condition.ReadOnly readOnly ->
                    LOG.log(
                            Level.SEVERE,
                            "read-only: {0} ({1})",
                            new Object[] {readOnly.cause(), readOnly.detail()});
            case LogState.Condition.Stopped stopped ->
                    LOG.log(Level.SEVERE, "stopped: {0}", stopped.detail());
            case LogState.Condition.Starting starting -> LOG.fine("the log reads its disk");
            case LogState.Condition.Closed closed -> LOG.fine("the log is closed");
        }
    }
}
