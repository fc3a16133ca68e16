package yichuang.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.microraft.model.impl.log.DefaultSnapshotChunkOrBuilder;
import io.microraft.model.log.LogEntry;
import io.microraft.model.log.SnapshotChunk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The calls of MicroRaft's store contract that a single voter never makes, so that three voters
 * find them kept.
 */
class DiskStoreTest {
    private static final LogLimits SMALL = LogLimits.STANDARD.withSegmentBytes(512, 64);

    @TempDir Path directory;

    private DiskStore open() throws IOException {
        return Stores.open(directory, SMALL);
    }

    private DiskStore openNew() throws IOException {
        return Stores.openNew(directory, SMALL);
    }

    private static List<LogEntry> entries(int term, long from, long to) {
        return Stores.entries(
                term, from, to, index -> (term + ":" + index).getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> restored(DiskStore store) throws IOException {
        return store.restored().orElseThrow().getLogEntries().stream()
                .map(entry -> new String((byte[]) entry.getOperation(), StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void entries_taken_back_stay_away_and_others_take_their_place() throws IOException {
        try (DiskStore store = openNew()) {
            store.persistLogEntries(entries(1, 1, 20));
            store.flush();
            store.truncateLogEntriesFrom(18);
            store.persistLogEntries(entries(2, 18, 19));
            store.flush();
            assertEquals(19, store.lastIndex());
        }
        try (DiskStore store = open()) {
            assertEquals(19, store.lastIndex());
            List<String> restored = restored(store);
            assertEquals("1:17", restored.get(16));
            assertEquals(List.of("2:18", "2:19"), restored.subList(17, 19));
            store.truncateLogEntriesFrom(19);
            store.flush();
        }
        try (DiskStore store = open()) {
            assertEquals("2:18", restored(store).getLast());
        }
    }

    @Test
    void what_was_not_flushed_is_forgotten() throws IOException {
        try (DiskStore store = openNew()) {
            store.persistLogEntries(entries(1, 1, 3));
            store.flush();
            store.persistLogEntries(entries(1, 4, 4));
        }
        try (DiskStore store = open()) {
            assertEquals(3, store.lastIndex());
        }
    }

    @Test
    void a_snapshot_given_up_is_not_written() throws IOException {
        SnapshotChunk chunk =
                new DefaultSnapshotChunkOrBuilder()
                        .setIndex(3)
                        .setTerm(1)
                        .setOperation(SavedState.inMemory(new byte[] {1}))
                        .setSnapshotChunkIndex(0)
                        .setSnapshotChunkCount(1)
                        .setGroupMembersView(Stores.members())
                        .build();
        try (DiskStore store = openNew()) {
            store.persistLogEntries(entries(1, 1, 3));
            store.flush();
            store.persistSnapshotChunk(chunk);
            store.deleteSnapshotChunks(3, 1);
            store.flush();
            assertTrue(Directories.files(directory, "snapshot-").isEmpty());
            store.persistSnapshotChunk(chunk);
            store.flush();
            assertEquals(1, Directories.files(directory, "snapshot-").size());
        }
    }

    @Test
    void a_segment_that_cannot_be_reserved_fails_the_entries_that_need_it() throws IOException {
        try (DiskStore store = openNew()) {
            store.persistLogEntries(entries(1, 1, 3));
            store.flush();
            // In the way of the segments to come: a directory cannot be written to.
            for (int sequence = 3; sequence < 6; sequence++) {
                assertTrue(
                        Segment.file(directory, sequence)
                                .resolveSibling(
                                        Segment.file(directory, sequence).getFileName()
                                                + WholeFile.PART)
                                .toFile()
                                .mkdir());
            }
            assertThrows(IOException.class, () -> store.persistLogEntries(entries(1, 4, 40)));
        }
    }
}
