package yichuang.log;

import io.microraft.model.impl.log.DefaultLogEntryOrBuilder;
import io.microraft.model.impl.log.DefaultRaftGroupMembersViewOrBuilder;
import io.microraft.model.impl.log.DefaultSnapshotChunkOrBuilder;
import io.microraft.model.impl.log.DefaultSnapshotEntryOrBuilder;
import io.microraft.model.log.LogEntry;
import io.microraft.model.log.RaftGroupMembersView;
import io.microraft.model.log.SnapshotChunk;
import io.microraft.model.log.SnapshotEntry;
import io.microraft.persistence.RestoredRaftState;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * What a directory gives back at a start, and the judgement whether it is all there.
 *
 * <p>Raft gets the newest whole snapshot and what follows it. The machine may have to begin
 * earlier: at the newest snapshot that the records have passed, so that every event which they miss
 * is told again. What lies between the two is known to be committed, or no snapshot would hold it,
 * and never passes through Raft: its memory holds one snapshot distance, not more.
 */
final class Recovery {
    private static final Logger JOURNAL = System.getLogger("yichuang.log");

    private final Path directory;
    private final Snapshots snapshots;
    private final Chain chain;
    private final Optional<Snapshot> newest;
    private final int stateBytes;
    private final long followedTo;

    private Recovery(
            Path directory,
            Snapshots snapshots,
            Chain chain,
            Optional<Snapshot> newest,
            int stateBytes,
            long followedTo) {
        this.directory = directory;
        this.snapshots = snapshots;
        this.chain = chain;
        this.newest = newest;
        this.stateBytes = stateBytes;
        this.followedTo = followedTo;
    }

    static Recovery read(Path directory, Chain chain, Snapshots snapshots, long followedTo)
            throws IOException {
        Optional<Snapshot> whole = snapshots.newestUpTo(Long.MAX_VALUE);
        int stateBytes = whole.map(newest -> newest.state().length).orElse(0);
        Optional<Snapshot> newest = whole.map(Snapshot::withoutState);
        long snapshot = newest.map(Snapshot::index).orElse(0L);
        if (chain.lastIndex() < snapshot) {
            throw gap(directory, chain.lastIndex() + 1, snapshot);
        }
        if (chain.firstIndex() > snapshot + 1) {
            throw gap(directory, snapshot + 1, chain.firstIndex() - 1);
        }
        if (followedTo != Long.MAX_VALUE && followedTo > chain.lastIndex()) {
            throw gap(directory, chain.lastIndex() + 1, followedTo);
        }
        return new Recovery(directory, snapshots, chain, newest, stateBytes, followedTo);
    }

    private static LogDamaged gap(Path directory, long from, long to) {
        return LogDamaged.missing(
                directory,
                "缺少第 %d 到 %d 条已确认的记录".formatted(from, to),
                "acknowledged entries %d to %d are missing".formatted(from, to));
    }

    Chain chain() {
        return chain;
    }

    void requireNode(NodeFile.Contents node) throws LogDamaged {
        if (chain.lastIndex() > 0 && (node.voters().isEmpty() || node.term() == 0)) {
            throw LogDamaged.missing(directory, "缺少 node 文件", "file node is missing");
        }
    }

    private long newestIndex() {
        return newest.map(Snapshot::index).orElse(0L);
    }

    /** {@return what Raft goes on with; empty when this node never led or voted} */
    Optional<RestoredRaftState> raftState(NodeFile.Contents node) throws IOException {
        if (node.voters().isEmpty() || node.term() == 0) {
            return Optional.empty();
        }
        List<LogEntry> entries = new ArrayList<>();
        for (StoredEntry entry : chain.entries(newestIndex() + 1, chain.lastIndex())) {
            entries.add(raft(entry));
        }
        SnapshotEntry none = new DefaultSnapshotEntryOrBuilder().build();
        return Optional.of(
                new RestoredRaftState(
                        node.endpoint(),
                        view(0, node.voters(), node.voters()),
                        node.termState(),
                        newest.map(this::raft).orElse(none),
                        entries));
    }

    private static LogEntry raft(StoredEntry entry) throws IOException {
        return new DefaultLogEntryOrBuilder()
                .setIndex(entry.index())
                .setTerm(entry.term())
                .setOperation(Operations.operation(entry.kind(), entry.body()))
                .build();
    }

    private SnapshotEntry raft(Snapshot snapshot) {
        RaftGroupMembersView members =
                view(snapshot.membersIndex(), snapshot.members(), snapshot.voters());
        Path file = Snapshot.file(directory, snapshot.index());
        List<SavedState> pieces = SavedState.onDisk(file, stateBytes);
        List<SnapshotChunk> chunks = new ArrayList<>();
        for (SavedState piece : pieces) {
            chunks.add(
                    new DefaultSnapshotChunkOrBuilder()
                            .setIndex(snapshot.index())
                            .setTerm(snapshot.term())
                            .setOperation(piece)
                            .setSnapshotChunkIndex(chunks.size())
                            .setSnapshotChunkCount(pieces.size())
                            .setGroupMembersView(members)
                            .build());
        }
        return new DefaultSnapshotEntryOrBuilder()
                .setIndex(snapshot.index())
                .setTerm(snapshot.term())
                .setSnapshotChunks(chunks)
                .setGroupMembersView(members)
                .build();
    }

    private static RaftGroupMembersView view(
            long index, Collection<NodeName> members, Collection<NodeName> voters) {
        return new DefaultRaftGroupMembersViewOrBuilder()
                .setLogIndex(index)
                .setMembers(new LinkedHashSet<>(members))
                .setVotingMembers(new LinkedHashSet<>(voters))
                .build();
    }

    /** See {@link DurableStore#rebuild}. */
    long rebuild(OrderedMachine machine, byte[] initial) throws IOException {
        Optional<Snapshot> base =
                snapshots
                        .newestUpTo(Math.min(followedTo, newestIndex()))
                        .filter(snapshot -> chain.firstIndex() <= snapshot.index() + 1);
        if (base.isEmpty() && chain.firstIndex() > 1) {
            base = snapshots.newestUpTo(newestIndex());
        }
        long index = base.map(Snapshot::index).orElse(0L);
        machine.restore(index, base.map(Snapshot::state).orElse(initial));
        chain.forEach(index + 1, newestIndex(), machine::replay);
        return newestIndex();
    }

    /** {@return the index of the newest whole snapshot; 0 without one} */
    static long newestSnapshot(Path directory) throws IOException {
        return Snapshots.open(directory, Chain.read(directory).skip())
                .newestUpTo(Long.MAX_VALUE)
                .map(Snapshot::index)
                .orElse(0L);
    }

    /**
     * See {@link EndedLog#replay}. Leaves the machine alone until the directory is judged sound.
     *
     * @param initial the machine's state before the first command
     */
    static long replay(Path directory, Machine machine, byte[] initial, long fromAtMost, long upTo)
            throws IOException {
        Chain chain = Chain.read(directory);
        Snapshots snapshots = Snapshots.open(directory, chain.skip());
        Optional<Snapshot> base =
                snapshots
                        .newestUpTo(fromAtMost)
                        .filter(snapshot -> chain.firstIndex() <= snapshot.index() + 1);
        if (base.isEmpty() && chain.firstIndex() != 1) {
            base = snapshots.newestUpTo(upTo);
        }
        long from = base.map(Snapshot::index).orElse(0L);
        if (chain.firstIndex() > from + 1) {
            throw gap(directory, from + 1, chain.firstIndex() - 1);
        }
        machine.restore(from, base.map(Snapshot::state).orElse(initial));
        chain.forEach(
                from + 1,
                upTo,
                entry -> {
                    if (entry.kind() == StoredEntry.Kind.COMMAND) {
                        Object unused = machine.apply(entry.index(), entry.body());
                    }
                });
        return Math.max(from, Math.min(upTo, chain.lastIndex()));
    }

    /**
     * Brings a machine back to the last command that it applied. A command that threw, or a healing
     * that failed half way, may have left it anywhere, and reads go on.
     */
    static void readAgain(Path directory, Machine machine, byte[] initial, long upTo) {
        try {
            long reached = replay(directory, machine, initial, upTo, upTo);
            JOURNAL.log(Level.INFO, "the state is readable as of entry {0}", reached);
        } catch (IOException | RuntimeException failure) {
            JOURNAL.log(
                    Level.ERROR,
                    "状态不完整，请勿据此办事。 The state shown is not complete; do not act on it.",
                    failure);
        }
    }
}
