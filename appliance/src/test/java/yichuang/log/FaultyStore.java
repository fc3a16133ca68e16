package yichuang.log;

import io.microraft.model.log.LogEntry;
import io.microraft.model.log.RaftGroupMembersView;
import io.microraft.model.log.SnapshotChunk;
import io.microraft.model.persistence.RaftEndpointPersistentState;
import io.microraft.model.persistence.RaftTermPersistentState;
import io.microraft.persistence.RestoredRaftState;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A disk that fails once at a chosen call. Before the failure it may or may not have done the work:
 * both happen in life, so {@link Timing} chooses.
 */
final class FaultyStore implements DurableStore {

    /** The calls of MicroRaft's store. */
    enum Call {
        LOCAL_ENDPOINT,
        INITIAL_MEMBERS,
        TERM,
        ENTRIES,
        SNAPSHOT_CHUNK,
        CUT_FROM,
        CUT_UNTIL,
        DELETE_CHUNKS,
        FLUSH
    }

    /** Whether the disk did the work before it reported that it failed. */
    enum Timing {
        NOTHING_DONE,
        DONE_ALL_THE_SAME
    }

    /** What is to fail; shared by the stores of one log, so that a fault strikes once. */
    static final class Faults {
        private final Set<Call> armed = EnumSet.noneOf(Call.class);
        private Timing timing = Timing.NOTHING_DONE;
        private int struck;
        private boolean flushesForgotten;

        /** From now on a flush reports success and does nothing: a disk that lies. */
        synchronized void forgetFlushes() {
            flushesForgotten = true;
        }

        private synchronized boolean flushesForgotten() {
            return flushesForgotten;
        }

        synchronized void arm(Call call, Timing when) {
            armed.add(call);
            timing = when;
        }

        synchronized int struck() {
            return struck;
        }

        private synchronized Optional<Timing> strike(Call call) {
            if (!armed.remove(call)) {
                return Optional.empty();
            }
            struck++;
            return Optional.of(timing);
        }
    }

    private final DurableStore disk;
    private final Faults faults;

    FaultyStore(DurableStore disk, Faults faults) {
        this.disk = disk;
        this.faults = faults;
    }

    /** One piece of the disk's work. */
    private interface Work {
        void run() throws IOException;
    }

    private void at(Call call, Work work) throws IOException {
        Optional<Timing> strike = faults.strike(call);
        if (!strike.equals(Optional.of(Timing.NOTHING_DONE))) {
            work.run();
        }
        if (strike.isPresent()) {
            throw new IOException("the disk failed at " + call);
        }
    }

    @Override
    public void persistAndFlushLocalEndpoint(RaftEndpointPersistentState state) throws IOException {
        at(Call.LOCAL_ENDPOINT, () -> disk.persistAndFlushLocalEndpoint(state));
    }

    @Override
    public void persistAndFlushInitialGroupMembers(RaftGroupMembersView members)
            throws IOException {
        at(Call.INITIAL_MEMBERS, () -> disk.persistAndFlushInitialGroupMembers(members));
    }

    @Override
    public void persistAndFlushTerm(RaftTermPersistentState state) throws IOException {
        at(Call.TERM, () -> disk.persistAndFlushTerm(state));
    }

    @Override
    public void persistLogEntries(List<LogEntry> entries) throws IOException {
        at(Call.ENTRIES, () -> disk.persistLogEntries(entries));
    }

    @Override
    public void persistSnapshotChunk(SnapshotChunk chunk) throws IOException {
        at(Call.SNAPSHOT_CHUNK, () -> disk.persistSnapshotChunk(chunk));
    }

    @Override
    public void truncateLogEntriesFrom(long index) throws IOException {
        at(Call.CUT_FROM, () -> disk.truncateLogEntriesFrom(index));
    }

    @Override
    public void truncateLogEntriesUntil(long index) throws IOException {
        at(Call.CUT_UNTIL, () -> disk.truncateLogEntriesUntil(index));
    }

    @Override
    public void deleteSnapshotChunks(long index, int chunks) throws IOException {
        at(Call.DELETE_CHUNKS, () -> disk.deleteSnapshotChunks(index, chunks));
    }

    @Override
    public void flush() throws IOException {
        if (!faults.flushesForgotten()) {
            at(Call.FLUSH, disk::flush);
        }
    }

    @Override
    public Optional<RestoredRaftState> restored() throws IOException {
        return disk.restored();
    }

    @Override
    public long rebuild(OrderedMachine machine, byte[] initial) throws IOException {
        return disk.rebuild(machine, initial);
    }

    @Override
    public long lastIndex() {
        return disk.lastIndex();
    }

    @Override
    public void close() throws IOException {
        disk.close();
    }
}
