package yichuang.log;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import yichuang.log.LogState.Cause;
import yichuang.log.LogState.Condition;
import yichuang.log.LogUnavailable.Outcome;

/**
 * A log that is over, because the hall goes on in another one: it can be read, and takes nothing
 * more. Its directory is left as it is.
 */
public final class EndedLog implements Ordering {
    private final LogThread.Owned thread;
    private final DirectoryLock lock;
    private volatile LogState state;

    private EndedLog(LogThread.Owned thread, DirectoryLock lock, LogState state) {
        this.thread = thread;
        this.lock = lock;
        this.state = state;
    }

    /**
     * Brings the machine up to the end of a directory's log. Of several voters that may be a little
     * more than what was acknowledged.
     *
     * @param goesOnAt the node at which the hall goes on
     * @throws IOException when the directory cannot be read, or another process uses it
     */
    public static EndedLog open(Path directory, Machine machine, String goesOnAt)
            throws IOException {
        Condition over = new Condition.ReadOnly(Cause.FENCED, goesOnAt, Instant.now());
        DirectoryLock lock = DirectoryLock.take(directory);
        LogThread.Owned thread = LogThread.own("ended-log");
        try {
            long last =
                    CompletableFuture.supplyAsync(() -> read(directory, machine), thread).join();
            return new EndedLog(thread, lock, new LogState(over, last, last, 0));
        } catch (CompletionException failure) {
            thread.end();
            lock.close();
            throw new IOException(failure.getCause().getMessage(), failure.getCause());
        }
    }

    /**
     * Applies what a directory holds to a machine without opening the log: for checks and
     * comparisons, also while another process uses it. Changes nothing on disk. Counts every
     * durable entry as committed, which is true of a single voter.
     *
     * @param machine in its state before the first command
     * @param upToIndex last index to apply; {@link Long#MAX_VALUE} for all
     * @return last index applied
     */
    public static long replay(Path directory, Machine machine, long upToIndex) throws IOException {
        return replay(directory, machine, Long.MAX_VALUE, upToIndex);
    }

    /**
     * The same, from a snapshot that holds nothing beyond an index, where there still is one.
     *
     * @param fromAtMost last index that the snapshot may hold; the machine's {@code restore} says
     *     which it was
     */
    public static long replay(Path directory, Machine machine, long fromAtMost, long upToIndex)
            throws IOException {
        return Recovery.replay(
                directory, machine, machine.snapshot(), Math.min(fromAtMost, upToIndex), upToIndex);
    }

    /**
     * {@return the last index that a majority has for certain, as far as the directory alone can
     * tell} Behind it may be more that was agreed, and on one of several voters also what never
     * was.
     *
     * @throws IOException when the directory cannot be read
     */
    public static long agreed(Path directory) throws IOException {
        return Recovery.newestSnapshot(directory);
    }

    private static long read(Path directory, Machine machine) {
        try {
            long last = replay(directory, machine, Long.MAX_VALUE);
            machine.caughtUp(last);
            return last;
        } catch (IOException failure) {
            throw new CompletionException(failure);
        }
    }

    private LogUnavailable refusal() {
        return LogUnavailable.in(state.condition(), Outcome.NOT_WRITTEN);
    }

    /** {@return a failure: nothing is added} */
    @Override
    public CompletableFuture<Object> propose(byte[] command) {
        return CompletableFuture.failedFuture(refusal());
    }

    @Override
    public CompletableFuture<Void> confirm(Duration atMost) {
        return CompletableFuture.failedFuture(refusal());
    }

    @Override
    public LogThread thread() {
        return thread;
    }

    @Override
    public LogState state() {
        return state;
    }

    /** Does nothing: there is nothing new. */
    @Override
    public void snapshotNow() {}

    @Override
    public void close() {
        state = new LogState(new Condition.Closed(), state.lastIndex(), state.lastIndex(), 0);
        thread.end();
        try {
            lock.close();
        } catch (IOException harmless) {
            System.getLogger("yichuang.log")
                    .log(System.Logger.Level.WARNING, "closing the lock", harmless);
        }
    }
}
