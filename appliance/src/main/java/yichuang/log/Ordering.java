package yichuang.log;

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

    /** {@return the thread on which the machine may be read and decisions are made} */
    LogThread thread();

    /** {@return where the order stands just now; from any thread} */
    LogState state();

    /** Takes a snapshot, where there is a disk for it. */
    void snapshotNow();

    @Override
    void close();
}
