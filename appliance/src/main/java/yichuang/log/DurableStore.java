package yichuang.log;

import io.microraft.persistence.RaftStore;
import io.microraft.persistence.RestoredRaftState;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * Where the log lives: MicroRaft's store, and what a start needs of it. The shipped one is {@link
 * DiskStore}; tests put one before it that fails on demand.
 *
 * <p>After any method threw an {@link IOException} the store must only be closed: what is durable
 * is known again after opening it anew.
 */
interface DurableStore extends RaftStore, Closeable {

    /** {@return what Raft needs to go on; empty when the directory was new} */
    Optional<RestoredRaftState> restored() throws IOException;

    /**
     * Brings a machine to the state just before the first entry that {@link #restored} hands to
     * Raft, beginning no later than what the records have.
     *
     * @param initial the machine's state before the first command
     * @return index that the machine is at
     */
    long rebuild(OrderedMachine machine, byte[] initial) throws IOException;

    /** {@return the last valid entry on disk} */
    long lastIndex();
}
