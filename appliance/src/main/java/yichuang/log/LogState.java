package yichuang.log;

import java.time.Instant;

/**
 * Where the log stands; a copy taken at one moment, good for any thread.
 *
 * @param lastIndex last entry written, durable or not
 * @param committedIndex last entry that is durable on a majority and applied here
 * @param term Raft's term: rises with each election; a single voter holds one at each start and
 *     each healing
 */
public record LogState(Condition condition, long lastIndex, long committedIndex, int term) {

    /** What the log does for a proposer just now. */
    public sealed interface Condition {
        /** Reads its disk. */
        record Starting() implements Condition {}

        /** Takes commands. */
        record Leading() implements Condition {}

        /** Applies what another voter orders; commands belong there. */
        record Following(String leader) implements Condition {}

        /** An election is on, or the majority is not to be reached. */
        record NoLeader() implements Condition {}

        /** Refuses commands, lets reads go on, tries its disk once a second. */
        record ReadOnly(Cause cause, String detail, Instant since) implements Condition {}

        /** A command could not be applied: a bug. Reads go on; nothing heals by itself. */
        record Stopped(String detail, Instant since) implements Condition {}

        /** {@link CommandLog#close} was called. */
        record Closed() implements Condition {}
    }

    /** Why nothing can be written. */
    public enum Cause {
        /** Less than {@link LogLimits#freeBytesMin} bytes are free on the log's file system. */
        DISK_FULL,
        /** The file system refused a write or a sync. */
        DISK_FAILED,
        /**
         * The hall goes on in another log, see {@link EndedLog}; the detail names the node where.
         */
        FENCED
    }

    /** {@return whether a command proposed now would be taken} */
    public boolean leading() {
        return condition instanceof Condition.Leading;
    }
}
