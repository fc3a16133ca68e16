package yichuang.log;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Where the order of a hall's commands comes from, as seen by who leads or reads the hall. A
 * voter's is its {@link CommandLog}; a node without a log follows a voter's and proposes nothing.
 */
public interface Ordering extends AutoCloseable {

    /**
     * Orders a command.
     *
     * @return what the machine returned for it, on {@link #thread()}; fails with {@link
     *     LogUnavailable}
     */
    CompletableFuture<Object> propose(byte[] command);

    /**
     * Makes sure that this node still leads. One that lost touch does not know of its successor for
     * up to 3 s, and its state is old by then; an answer that rests on the state alone waits for
     * this.
     *
     * @param atMost how long a majority may take to say so
     * @return done when the machine has applied every command that any proposer was answered before
     *     the call: a single voter's at once, else on {@link #thread()}; fails with {@link
     *     LogUnavailable}, always where nothing is proposed
     */
    default CompletableFuture<Void> confirm(Duration atMost) {
        return CompletableFuture.failedFuture(
                new LogUnavailable(
                        LogUnavailable.Reason.NO_LEADER,
                        LogUnavailable.Outcome.NOT_WRITTEN,
                        "this node leads nothing"));
    }

    /** {@return the thread on which the machine may be read and decisions are made} */
    LogThread thread();

    /** {@return where the order stands just now; from any thread} */
    LogState state();

    /** Takes a snapshot, where there is a disk for it. */
    void snapshotNow();

    @Override
    void close();
}
