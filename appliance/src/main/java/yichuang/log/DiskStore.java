package yichuang.log;

import io.microraft.RaftEndpoint;
import io.microraft.model.log.LogEntry;
import io.microraft.model.log.RaftGroupMembersView;
import io.microraft.model.log.SnapshotChunk;
import io.microraft.model.persistence.RaftEndpointPersistentState;
import io.microraft.model.persistence.RaftTermPersistentState;
import io.microraft.persistence.RestoredRaftState;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * The log on a file system: segments of entries, snapshots, and the node file. Answers MicroRaft's
 * store contract word by word: entries gather in memory and are durable when {@link #flush}
 * returns; the node file is durable when its method returns; truncation behind a snapshot only
 * permits removal, and what the records still need stays.
 */
final class DiskStore implements DurableStore {
    private static final int GATHER_BYTES = 1 << 18;
    private static final byte[] NOTHING = {};

    private final Path directory;
    private final LongSupplier keepFrom;
    private final NodeFile node;
    private final Snapshots snapshots;
    private final Recovery recovery;
    private final Shelf shelf;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(GATHER_BYTES);

    /** Segments that may be removed one day, oldest first; the one being written is the last. */
    private final List<Chain.Part> parts;

    private Segment segment;
    private long lastIndex;
    private long durableIndex;

    /** Pieces of snapshots, by index and number, until all of one are there and flushed. */
    private final NavigableMap<Long, NavigableMap<Integer, SnapshotChunk>> onTheirWay =
            new TreeMap<>();

    /** A leader's snapshot that is on disk and has not taken the place of the entries yet. */
    private Optional<List<SnapshotChunk>> received = Optional.empty();

    /**
     * Reads a directory and mends the end of its log.
     *
     * @param background where segments are reserved and removed
     * @throws LogDamaged when something acknowledged is missing or a newer release wrote it
     */
    DiskStore(LogSettings settings, Executor background) throws IOException {
        directory = settings.directory();
        keepFrom = settings.keepFrom();
        removeParts();
        node = NodeFile.open(directory, settings.node());
        Chain chain = Chain.read(directory);
        snapshots = Snapshots.open(directory, chain.skip());
        recovery = Recovery.read(directory, chain, snapshots, keepFrom.getAsLong());
        recovery.requireNode(node.contents());
        new Mending(directory, chain, settings.limits().segmentBytes()).mend();
        snapshots.settle();
        parts =
                new ArrayList<>(
                        chain.parts()
                                .subList(
                                        0, Math.min(chain.parts().size(), 1 + chain.end().part())));
        List<Path> empty = chain.parts().stream().skip(parts.size()).map(Chain.Part::file).toList();
        long lastSequence = chain.parts().isEmpty() ? 0 : chain.parts().getLast().sequence();
        shelf =
                new Shelf(
                        directory,
                        settings.limits().segmentBytes(),
                        background,
                        empty,
                        lastSequence);
        lastIndex = chain.lastIndex();
        durableIndex = lastIndex;
        if (parts.isEmpty()) {
            begin(shelf.take());
        } else {
            segment = Segment.open(parts.getLast().file(), chain.end().offset(), buffer);
            shelf.order();
        }
    }

    private void removeParts() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(f -> f.toString().endsWith(WholeFile.PART)).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public Optional<RestoredRaftState> restored() throws IOException {
        return recovery.raftState(node.contents());
    }

    @Override
    public long rebuild(OrderedMachine machine, byte[] initial) throws IOException {
        return recovery.rebuild(machine, initial);
    }

    @Override
    public long lastIndex() {
        return lastIndex;
    }

    @Override
    public void persistAndFlushLocalEndpoint(RaftEndpointPersistentState state) throws IOException {
        node.endpoint((NodeName) state.getLocalEndpoint(), state.isVoting());
    }

    @Override
    public void persistAndFlushInitialGroupMembers(RaftGroupMembersView members)
            throws IOException {
        node.voters(Operations.names(members.getVotingMembers()));
    }

    @Override
    public void persistAndFlushTerm(RaftTermPersistentState state) throws IOException {
        RaftEndpoint vote = state.getVotedFor();
        node.term(state.getTerm(), vote == null ? "" : ((NodeName) vote).name());
    }

    @Override
    public void persistLogEntries(List<LogEntry> entries) throws IOException {
        for (LogEntry entry : entries) {
            append(
                    new StoredEntry(
                            Operations.kind(entry.getOperation()),
                            entry.getTerm(),
                            entry.getIndex(),
                            durableIndex,
                            Operations.body(entry.getOperation())));
            lastIndex = entry.getIndex();
        }
    }

    @Override
    public void truncateLogEntriesFrom(long index) throws IOException {
        durableIndex = Math.min(durableIndex, index - 1);
        append(new StoredEntry(StoredEntry.Kind.CUT, 0, index, durableIndex, NOTHING));
        lastIndex = index - 1;
    }

    private void append(StoredEntry entry) throws IOException {
        if (!segment.fits(EntryFormat.bytes(entry))) {
            roll();
        }
        segment.append(EntryFormat.header(entry), entry.body());
        Chain.Part part = parts.removeLast();
        parts.add(part.reaching(entry.index()));
    }

    private void roll() throws IOException {
        segment.sync();
        segment.close();
        begin(shelf.take());
    }

    private void begin(Path file) throws IOException {
        segment = Segment.open(file, FileHeader.BYTES, buffer);
        parts.add(new Chain.Part(file, 0, FileHeader.BYTES, 0, 0));
    }

    @Override
    public void persistSnapshotChunk(SnapshotChunk chunk) {
        onTheirWay
                .computeIfAbsent(chunk.getIndex(), index -> new TreeMap<>())
                .put(chunk.getSnapshotChunkIndex(), chunk);
    }

    @Override
    public void deleteSnapshotChunks(long index, int chunks) {
        onTheirWay.remove(index);
    }

    /**
     * Makes entries durable, and a snapshot all of whose pieces are there. Pieces of a leader's
     * snapshot that came alone stay in memory: after a crash the leader sends them again.
     */
    @Override
    public void flush() throws IOException {
        segment.sync();
        durableIndex = lastIndex;
        for (var pieces : List.copyOf(onTheirWay.values())) {
            SnapshotChunk first = pieces.firstEntry().getValue();
            if (pieces.size() == first.getSnapshotChunkCount()) {
                write(first, List.copyOf(pieces.values()));
                onTheirWay.headMap(first.getIndex(), true).clear();
            }
        }
    }

    private void write(SnapshotChunk first, List<SnapshotChunk> pieces) throws IOException {
        RaftGroupMembersView members = first.getGroupMembersView();
        Snapshot snapshot =
                new Snapshot(
                        first.getIndex(),
                        first.getTerm(),
                        members.getLogIndex(),
                        Operations.names(members.getMembers()),
                        Operations.names(members.getVotingMembers()),
                        SavedState.whole(pieces));
        if (SavedState.fromLeader(pieces)) {
            snapshots.receive(snapshot);
            received = Optional.of(pieces);
        } else {
            SavedState.areNowIn(snapshots.write(snapshot), pieces);
        }
    }

    /**
     * A snapshot is durable, so older entries may go: those that neither of the two newest
     * snapshots nor the records need. A new segment begins, so that what a person had erased goes
     * with the segment that held it.
     */
    @Override
    public void truncateLogEntriesUntil(long index) throws IOException {
        if (parts.getLast().lastIndex() != 0) {
            roll();
        }
        if (received.isPresent()) {
            takeOver(received.get());
            received = Optional.empty();
        }
        long needed = snapshots.prune(keepFrom.getAsLong());
        List<Path> unneeded = new ArrayList<>();
        while (parts.size() > 1 && parts.getFirst().lastIndex() <= needed) {
            unneeded.add(parts.removeFirst().file());
        }
        shelf.discard(unneeded);
    }

    /**
     * A leader's snapshot takes the place of the entries. The moment is the sync of the skip: a
     * start that finds it gives the file its last name, a start that does not removes the file.
     */
    private void takeOver(List<SnapshotChunk> pieces) throws IOException {
        long index = pieces.getFirst().getIndex();
        append(new StoredEntry(StoredEntry.Kind.SKIP, 0, index, durableIndex, NOTHING));
        segment.sync();
        lastIndex = Math.max(lastIndex, index);
        durableIndex = lastIndex;
        SavedState.areNowIn(snapshots.adopt(index), pieces);
    }

    /** Gives the files back. What was not flushed is forgotten. */
    @Override
    public void close() throws IOException {
        shelf.close();
        segment.close();
    }
}
