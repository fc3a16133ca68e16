package yichuang.log;

import io.microraft.model.log.LogEntry;
import io.microraft.model.log.RaftGroupMembersView;
import io.microraft.model.log.SnapshotChunk;
import io.microraft.model.persistence.RaftEndpointPersistentState;
import io.microraft.model.persistence.RaftTermPersistentState;
import io.microraft.persistence.RaftStore;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * The store as Raft sees it. The first failure is the last: it is told, and from then on nothing
 * reaches the disk any more. A sync that failed must never be tried again, because the kernel marks
 * the pages clean and the second one reports success for data that is gone.
 *
 * <p>Measures flushes and snapshots on the way.
 */
final class WatchedStore implements RaftStore {
    private final DurableStore store;
    private final LogListener listener;
    private final Tail tail;
    private final Consumer<Exception> failed;
    private volatile Optional<Exception> failure = Optional.empty();
    private int unflushed;

    /** Empty while no snapshot is taken, and when a leader's is received. */
    private OptionalLong snapshotBegan = OptionalLong.empty();

    private long snapshotIndex;
    private volatile long lastIndex;

    WatchedStore(DurableStore store, Tail tail, LogListener listener, Consumer<Exception> failed) {
        this.tail = tail;
        this.store = store;
        this.listener = listener;
        this.failed = failed;
        lastIndex = store.lastIndex();
    }

    /** One call to the disk. */
    private interface Call {
        void run() throws IOException;
    }

    private void guard(Call call) throws IOException {
        if (failure.isPresent()) {
            throw new IOException("the store has failed before");
        }
        try {
            call.run();
        } catch (IOException | RuntimeException first) {
            failure = Optional.of(first);
            failed.accept(first);
            throw first;
        }
    }

    /** {@return the call that failed, if one has; from any thread} */
    Optional<Exception> failure() {
        return failure;
    }

    /** {@return last entry handed to the store} */
    long lastIndex() {
        return lastIndex;
    }

    /** The machine is about to write its snapshot: the pause begins. */
    void snapshotBegins() {
        snapshotBegan = OptionalLong.of(System.nanoTime());
    }

    @Override
    public void persistAndFlushLocalEndpoint(RaftEndpointPersistentState state) throws IOException {
        guard(() -> store.persistAndFlushLocalEndpoint(state));
    }

    @Override
    public void persistAndFlushInitialGroupMembers(RaftGroupMembersView members)
            throws IOException {
        guard(() -> store.persistAndFlushInitialGroupMembers(members));
    }

    @Override
    public void persistAndFlushTerm(RaftTermPersistentState state) throws IOException {
        guard(() -> store.persistAndFlushTerm(state));
    }

    @Override
    public void persistLogEntries(List<LogEntry> entries) throws IOException {
        guard(() -> store.persistLogEntries(entries));
        tail.appended(entries);
        unflushed += entries.size();
        lastIndex = entries.getLast().getIndex();
    }

    @Override
    public void persistSnapshotChunk(SnapshotChunk chunk) throws IOException {
        guard(() -> store.persistSnapshotChunk(chunk));
        snapshotIndex = chunk.getIndex();
    }

    @Override
    public void truncateLogEntriesFrom(long index) throws IOException {
        guard(() -> store.truncateLogEntriesFrom(index));
        tail.cutFrom(index);
        lastIndex = index - 1;
    }

    @Override
    public void truncateLogEntriesUntil(long index) throws IOException {
        guard(() -> store.truncateLogEntriesUntil(index));
        tail.snapshot(snapshotIndex);
        lastIndex = store.lastIndex();
        if (snapshotBegan.isPresent()) {
            listener.snapshotTaken(snapshotIndex, System.nanoTime() - snapshotBegan.getAsLong());
            snapshotBegan = OptionalLong.empty();
        }
    }

    @Override
    public void deleteSnapshotChunks(long index, int chunks) throws IOException {
        guard(() -> store.deleteSnapshotChunks(index, chunks));
    }

    @Override
    public void flush() throws IOException {
        long began = System.nanoTime();
        guard(store::flush);
        if (unflushed > 0) {
            listener.flushed(unflushed, System.nanoTime() - began);
            unflushed = 0;
        }
    }
}
