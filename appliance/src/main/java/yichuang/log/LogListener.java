package yichuang.log;

/**
 * Who measures the log. Every method is called on the log's thread and must return at once; a
 * listener that throws is a bug and is written to the journal.
 */
public interface LogListener {

    /** Nobody listens. */
    LogListener NONE = new LogListener() {};

    /**
     * One batch became durable.
     *
     * @param entries how many entries it held
     * @param nanos how long the write and the sync took
     */
    default void flushed(int entries, long nanos) {}

    /**
     * A snapshot is on disk. It is taken on the log's own thread, so nothing else ran meanwhile.
     *
     * @param index last command in it
     * @param pauseNanos how long the log stood still
     */
    default void snapshotTaken(long index, long pauseNanos) {}

    /** The log began to lead, fell back to reading only, or ended. */
    default void conditionChanged(LogState.Condition now) {}
}
