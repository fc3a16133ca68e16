package yichuang.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The files that release 1.0.0 wrote. Every later release reads them; a new format gets a folder of
 * its own beside {@code v1}. Made once with {@link #main}.
 */
class GoldenFilesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/log/v1");
    private static final LogLimits SMALL =
            LogLimits.STANDARD.withSegmentBytes(512, 64).withSnapshotEvery(4);
    private static final List<String> FILES =
            List.of(
                    "node",
                    "segment-0000000001",
                    "segment-0000000002",
                    "snapshot-0000000000000000004");

    @TempDir Path temporary;

    /** Makes the golden files anew: only for a new format, into its own folder. */
    public static void main(String[] arguments) throws IOException {
        writeDay(Path.of(arguments[0]));
    }

    private static void writeDay(Path directory) throws IOException {
        LogSettings settings = LogSettings.of(directory, "大厅-1").withLimits(SMALL);
        try (CommandLog log = CommandLog.open(settings, new Ledger())) {
            Proposers.each(log, List.of("take A0001 社保", "call A0001 window 3", "serve"));
            Proposers.each(log, List.of("finish DONE", ""));
        }
    }

    private Path golden() throws IOException {
        Path copy = temporary.resolve("golden");
        Files.createDirectories(copy);
        for (String file : FILES) {
            Files.copy(GOLDEN.resolve(file), copy.resolve(file));
        }
        return copy;
    }

    @Test
    void todays_reader_reads_every_entry() throws IOException {
        Chain chain = Chain.read(golden());
        List<StoredEntry> entries = chain.entries(1, Long.MAX_VALUE);
        assertEquals(6, entries.size());
        StoredEntry first = entries.getFirst();
        assertEquals(StoredEntry.Kind.NEW_TERM, first.kind());
        assertEquals(1, first.index());
        assertEquals(1, first.term());
        assertEquals(0, first.durableIndex());
        StoredEntry second = entries.get(1);
        assertEquals(StoredEntry.Kind.COMMAND, second.kind());
        assertEquals(1, second.durableIndex());
        assertArrayEquals("take A0001 社保".getBytes(StandardCharsets.UTF_8), second.body());
        assertEquals(0, entries.getLast().body().length);
    }

    @Test
    void todays_reader_reads_the_snapshot_and_the_node() throws IOException {
        Snapshot snapshot = Snapshot.read(golden().resolve(FILES.getLast()));
        assertEquals(4, snapshot.index());
        assertEquals(1, snapshot.term());
        assertEquals(0, snapshot.membersIndex());
        assertEquals(List.of(new NodeName("大厅-1")), snapshot.members());
        assertEquals(List.of(new NodeName("大厅-1")), snapshot.voters());
        Ledger ledger = new Ledger();
        ledger.restore(4, snapshot.state());
        assertEquals(List.of("take A0001 社保", "call A0001 window 3", "serve"), ledger.lines());
        NodeFile.Contents node = NodeFile.open(temporary.resolve("golden"), "大厅-1").contents();
        assertTrue(node.voting());
        assertEquals(1, node.term());
        assertEquals("大厅-1", node.vote());
    }

    @Test
    void todays_log_starts_on_them_and_goes_on() throws IOException {
        Ledger ledger = new Ledger();
        LogSettings settings = LogSettings.of(golden(), "大厅-1").withLimits(SMALL);
        try (CommandLog log = CommandLog.open(settings, ledger)) {
            Proposers.each(log, List.of("next"));
            assertEquals(2, log.state().term());
        }
        assertEquals(List.of("finish DONE", "", "next"), ledger.lines().subList(3, 6));
    }

    @Test
    void todays_writer_writes_the_same_bytes() throws IOException {
        Path today = temporary.resolve("today");
        writeDay(today);
        for (String file : FILES) {
            byte[] before = Files.readAllBytes(GOLDEN.resolve(file));
            byte[] now = Files.readAllBytes(today.resolve(file));
            assertArrayEquals(behindHeader(before), behindHeader(now), file);
            assertArrayEquals(Arrays.copyOf(before, 6), Arrays.copyOf(now, 6), file);
        }
    }

    /** The header names the release, which rises without the format. */
    private static byte[] behindHeader(byte[] file) {
        return Arrays.copyOfRange(file, FileHeader.BYTES, file.length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "node",
                "segment-0000000001",
                "segment-0000000002",
                "snapshot-0000000000000000004"
            })
    void a_newer_format_is_refused_with_the_release_to_install(String name) throws IOException {
        Path directory = golden();
        Path file = directory.resolve(name);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        bytes.putShort(4, (short) 2);
        bytes.put(6, "2.3.0".getBytes(StandardCharsets.US_ASCII));
        CRC32C crc = new CRC32C();
        crc.update(bytes.array(), 0, 28);
        bytes.putInt(28, (int) crc.getValue());
        Files.write(file, bytes.array());
        LogSettings settings = LogSettings.of(directory, "大厅-1").withLimits(SMALL);
        LogDamaged refused =
                assertThrows(
                        LogDamaged.class, () -> CommandLog.open(settings, new Ledger()).close());
        assertTrue(refused.getMessage().contains(file + " has format 2"), refused.getMessage());
        assertTrue(refused.getMessage().contains("Install release 2.3.0"));
        assertTrue(refused.getMessage().contains("请安装 2.3.0"));
        assertArrayEquals(bytes.array(), Files.readAllBytes(file));
    }
}
