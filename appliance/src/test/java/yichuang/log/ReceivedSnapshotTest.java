package yichuang.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.microraft.model.impl.log.DefaultSnapshotChunkOrBuilder;
import io.microraft.model.log.LogEntry;
import io.microraft.model.log.SnapshotChunk;
import io.microraft.persistence.RestoredRaftState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A leader's snapshot takes the place of a log that is far behind. The power may go at every step
 * of it: a start finds the log as it was, or the snapshot, never half of either.
 */
class ReceivedSnapshotTest {
    private static final LogLimits SMALL = LogLimits.STANDARD.withSegmentBytes(512, 64);
    private static final long SNAPSHOT = 100;

    @TempDir Path temporary;
    private Path directory;
    private int copies;
    private byte[] state = {};

    @BeforeEach
    void a_voter_with_ten_entries() throws IOException {
        directory = temporary.resolve("voter");
        Files.createDirectories(directory);
        Ledger leader = new Ledger();
        for (long index = 1; index <= SNAPSHOT; index++) {
            Object unused = leader.apply(index, Ledger.command("leader " + index));
        }
        state = leader.snapshot();
        try (DiskStore store = Stores.openNew(directory, SMALL)) {
            store.persistLogEntries(entries(1, 1, 10));
            store.flush();
        }
    }

    private static DiskStore open(Path directory) throws IOException {
        return Stores.open(directory, SMALL);
    }

    private static List<LogEntry> entries(int term, long from, long to) {
        return Stores.entries(term, from, to, index -> Ledger.command(term + ":" + index));
    }

    /** The leader's state in three pieces, as a small frame would bring it. */
    private List<SnapshotChunk> pieces() {
        List<SnapshotChunk> pieces = new ArrayList<>();
        int third = state.length / 3;
        for (int at = 0; at < 3; at++) {
            int end = at == 2 ? state.length : (at + 1) * third;
            pieces.add(
                    new DefaultSnapshotChunkOrBuilder()
                            .setIndex(SNAPSHOT)
                            .setTerm(2)
                            .setOperation(
                                    SavedState.received(Arrays.copyOfRange(state, at * third, end)))
                            .setSnapshotChunkIndex(at)
                            .setSnapshotChunkCount(3)
                            .setGroupMembersView(Stores.members())
                            .build());
        }
        return pieces;
    }

    /** What a start finds if the power goes now. */
    private RestoredRaftState found(Ledger ledger) throws IOException {
        Path copy = Directories.copy(directory, temporary.resolve("copy" + copies++));
        RestoredRaftState restored;
        long last;
        try (DiskStore store = open(copy)) {
            restored = store.restored().orElseThrow();
            last = store.lastIndex();
            OrderedMachine machine =
                    new OrderedMachine(ledger, index -> {}, why -> {}, () -> {}, () -> {});
            assertTrue(store.rebuild(machine, new Ledger().snapshot()) <= last);
            assertTrue(Directories.files(copy, "received-").isEmpty());
        }
        try (DiskStore again = open(copy)) {
            assertEquals(last, again.lastIndex());
        }
        return restored;
    }

    private void asBefore() throws IOException {
        RestoredRaftState found = found(new Ledger());
        assertEquals(10, found.getLogEntries().size());
        assertEquals(0, found.getSnapshotEntry().getIndex());
    }

    private Ledger asTheLeader() throws IOException {
        Ledger ledger = new Ledger();
        RestoredRaftState found = found(ledger);
        assertEquals(SNAPSHOT, found.getSnapshotEntry().getIndex());
        assertEquals(2, found.getSnapshotEntry().getTerm());
        assertEquals(100, ledger.lines().size());
        assertEquals("leader 100", ledger.lines().getLast());
        return ledger;
    }

    @Test
    void each_step_leaves_the_log_or_the_snapshot() throws IOException {
        try (DiskStore store = open(directory)) {
            for (SnapshotChunk piece : pieces()) {
                store.flush();
                asBefore();
                store.persistSnapshotChunk(piece);
                asBefore();
            }
            store.flush();
            assertEquals(1, Directories.files(directory, "received-").size());
            asBefore();
            store.truncateLogEntriesUntil(SNAPSHOT);
            Ledger unused = asTheLeader();
            store.flush();
            store.persistLogEntries(entries(3, 101, 130));
            store.flush();
            RestoredRaftState found = found(new Ledger());
            assertEquals(101, found.getLogEntries().getFirst().getIndex());
            assertEquals(130, found.getLogEntries().getLast().getIndex());
        }
    }

    @Test
    void a_crash_between_the_log_and_the_rename_goes_forward() throws IOException {
        try (DiskStore store = open(directory)) {
            pieces().forEach(store::persistSnapshotChunk);
            store.flush();
            store.truncateLogEntriesUntil(SNAPSHOT);
        }
        Path file = Snapshot.file(directory, SNAPSHOT);
        Path before = Files.move(file, directory.resolve("received-%019d".formatted(SNAPSHOT)));
        assertTrue(Files.exists(before));
        Ledger read = new Ledger();
        assertEquals(SNAPSHOT, EndedLog.replay(directory, read, Long.MAX_VALUE));
        Ledger unused = asTheLeader();
    }

    @Test
    void an_uncommitted_tail_beyond_the_snapshot_stays_for_raft_to_judge() throws IOException {
        try (DiskStore store = open(directory)) {
            store.persistLogEntries(entries(1, 11, 105));
            store.flush();
            pieces().forEach(store::persistSnapshotChunk);
            store.flush();
            store.truncateLogEntriesUntil(SNAPSHOT);
            RestoredRaftState found = found(new Ledger());
            assertEquals(5, found.getLogEntries().size());
            store.truncateLogEntriesFrom(102);
            store.persistLogEntries(entries(3, 102, 103));
            store.flush();
        }
        Ledger ledger = asTheLeader();
        assertFalse(ledger.lines().contains("1:50"), "never committed, so never applied");
        RestoredRaftState found = found(new Ledger());
        assertEquals(
                List.of(1, 3, 3), found.getLogEntries().stream().map(e -> e.getTerm()).toList());
    }

    /** Found by storm, seed 402: where the log went on was read from segments that were gone. */
    @Test
    void a_log_longer_than_the_snapshot_is_read_when_what_came_before_is_gone() throws IOException {
        try (DiskStore store = open(directory)) {
            store.persistLogEntries(entries(1, 11, 105));
            store.flush();
            pieces().forEach(store::persistSnapshotChunk);
            store.flush();
            store.truncateLogEntriesUntil(SNAPSHOT);
            store.persistLogEntries(entries(3, 106, 110));
            for (long index = 106; index <= 107; index++) {
                store.flush();
                store.persistSnapshotChunk(own(index));
                store.flush();
                store.truncateLogEntriesUntil(index);
                store.persistLogEntries(entries(3, index + 5, index + 5));
            }
            store.flush();
            assertEquals(106, Chain.read(directory).firstIndex(), "the rest is gone");
        }
        RestoredRaftState found = found(new Ledger());
        assertEquals(107, found.getSnapshotEntry().getIndex());
        assertEquals(112, found.getLogEntries().getLast().getIndex());
    }

    private static SnapshotChunk own(long index) {
        return new DefaultSnapshotChunkOrBuilder()
                .setIndex(index)
                .setTerm(3)
                .setOperation(SavedState.inMemory(new Ledger().snapshot()))
                .setSnapshotChunkIndex(0)
                .setSnapshotChunkCount(1)
                .setGroupMembersView(Stores.members())
                .build();
    }

    @Test
    void own_pieces_and_a_leaders_do_not_mix() throws IOException {
        try (DiskStore store = open(directory)) {
            store.persistSnapshotChunk(pieces().getFirst());
            Ledger own = new Ledger();
            store.persistSnapshotChunk(
                    new DefaultSnapshotChunkOrBuilder()
                            .setIndex(10)
                            .setTerm(1)
                            .setOperation(SavedState.inMemory(own.snapshot()))
                            .setSnapshotChunkIndex(0)
                            .setSnapshotChunkCount(1)
                            .setGroupMembersView(Stores.members())
                            .build());
            store.flush();
            store.truncateLogEntriesUntil(10);
            pieces().subList(1, 3).forEach(store::persistSnapshotChunk);
            store.flush();
            store.truncateLogEntriesUntil(SNAPSHOT);
            Ledger unused = asTheLeader();
        }
    }

    @Test
    void a_great_state_travels_in_pieces_and_is_whole_again() throws IOException {
        byte[] great = new byte[SavedState.PIECE_BYTES * 2 + 5];
        great[SavedState.PIECE_BYTES] = 7;
        List<SavedState> pieces = SavedState.pieces(great);
        assertEquals(3, pieces.size());
        Path file = temporary.resolve("great");
        new Snapshot(1, 1, 0, List.of(Stores.NODE), List.of(Stores.NODE), great).write(file);
        List<SavedState> onDisk = SavedState.onDisk(file, great.length);
        assertEquals(3, onDisk.size());
        for (int at = 0; at < 3; at++) {
            assertTrue(Arrays.equals(pieces.get(at).read(), onDisk.get(at).read()));
        }
    }
}
