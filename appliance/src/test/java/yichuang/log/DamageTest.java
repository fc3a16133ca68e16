package yichuang.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Something acknowledged is broken: the log names the place, changes nothing and does not start.
 */
class DamageTest {
    private static final LogLimits SMALL =
            LogLimits.STANDARD.withSegmentBytes(1_024, 256).withSnapshotEvery(40);

    @TempDir Path temporary;
    private Path directory;

    @BeforeEach
    void a_log_of_several_segments_and_two_snapshots() throws IOException {
        directory = temporary.resolve("data");
        try (CommandLog log = CommandLog.open(settings(), new Ledger())) {
            Proposers.each(log, Proposers.lines("command ", 110));
        }
        assertTrue(Directories.files(directory, "segment-").size() > 3);
    }

    private LogSettings settings() {
        return LogSettings.of(directory, "n1").withLimits(SMALL);
    }

    private LogDamaged refused() throws IOException {
        Map<String, String> before = Directories.contents(directory);
        LogDamaged refused =
                assertThrows(
                        LogDamaged.class, () -> CommandLog.open(settings(), new Ledger()).close());
        assertEquals(before, Directories.contents(directory), "nothing was changed");
        return refused;
    }

    private List<String> opened() throws IOException {
        Ledger machine = new Ledger();
        try (CommandLog log = CommandLog.open(settings(), machine)) {
            assertTrue(log.state().leading());
        }
        return machine.lines();
    }

    private Chain.Part lastFilled() throws IOException {
        Chain chain = Chain.read(directory);
        return chain.parts().get(chain.end().part());
    }

    @Test
    void any_wrong_byte_in_the_middle_is_named_by_file_and_offset() throws IOException {
        Chain.Part part = lastFilled();
        byte[] sound = Files.readAllBytes(part.file());
        int second =
                FileHeader.BYTES
                        + EntryFormat.bytes(EntryFormat.decode(sound, FileHeader.BYTES).get());
        for (int offset = second; offset < second + EntryFormat.HEADER_BYTES + 9; offset++) {
            Directories.flip(part.file(), offset);
            String message = refused().getMessage();
            assertTrue(message.contains(part.file() + " is damaged at byte " + second), message);
            assertTrue(message.contains("restore a backup"), message);
            Files.write(part.file(), sound);
        }
        assertEquals(Proposers.lines("command ", 110), opened());
    }

    @Test
    void a_hole_of_zeros_in_the_middle_is_damage_too() throws IOException {
        Chain.Part part = lastFilled();
        Directories.zero(part.file(), FileHeader.BYTES, FileHeader.BYTES + 50);
        assertTrue(refused().getMessage().contains("acknowledged entries follow"));
    }

    @Test
    void a_missing_segment_is_missed() throws IOException {
        List<Path> segments = Directories.files(directory, "segment-");
        Files.delete(segments.get(segments.size() - 3));
        assertTrue(refused().getMessage().contains("is missing"));
    }

    @Test
    void missing_oldest_segments_are_missed() throws IOException {
        List<Path> segments = Directories.files(directory, "segment-");
        for (Path segment : segments.subList(0, segments.size() - 2)) {
            Files.delete(segment);
        }
        assertTrue(refused().getMessage().contains("are missing"));
    }

    @Test
    void a_damaged_newest_snapshot_gives_way_to_the_one_before() throws IOException {
        List<Path> snapshots = Directories.files(directory, "snapshot-");
        assertEquals(2, snapshots.size());
        Directories.flip(snapshots.getLast(), 100);
        assertEquals(Proposers.lines("command ", 110), opened());
        Directories.truncate(snapshots.getLast(), 60);
        assertEquals(Proposers.lines("command ", 110), opened());
    }

    @Test
    void without_a_sound_snapshot_it_does_not_guess() throws IOException {
        for (Path snapshot : Directories.files(directory, "snapshot-")) {
            Directories.flip(snapshot, 100);
        }
        assertTrue(refused().getMessage().contains("are missing"));
    }

    @Test
    void a_lost_or_damaged_node_file_is_named() throws IOException {
        Path node = directory.resolve("node");
        byte[] sound = Files.readAllBytes(node);
        for (int offset = 0; offset < sound.length; offset++) {
            Directories.flip(node, offset);
            assertTrue(refused().getMessage().contains(node.toString()));
            Files.write(node, sound);
        }
        Files.delete(node);
        assertTrue(refused().getMessage().contains("file node is missing"));
    }

    @Test
    void a_directory_of_another_node_is_refused() {
        LogSettings other = LogSettings.of(directory, "n2").withLimits(SMALL);
        LogDamaged refused =
                assertThrows(LogDamaged.class, () -> CommandLog.open(other, new Ledger()).close());
        assertTrue(refused.getMessage().contains("belongs to node n1, not n2"));
    }

    @Test
    void a_log_that_ends_before_the_records_is_refused() {
        LogSettings ahead = settings().withKeepFrom(() -> 500);
        LogDamaged refused =
                assertThrows(LogDamaged.class, () -> CommandLog.open(ahead, new Ledger()).close());
        assertTrue(refused.getMessage().contains("to 500 are missing"));
    }
}
