package yichuang.hall;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import yichuang.hall.codec.BadBytes;
import yichuang.hall.codec.Codec;

/**
 * Stored forms never change under a version: today's bytes are those of the golden file, and the
 * golden file is read as what it was. A new format gets a new file; the old one stays. {@code main}
 * writes the file of a new version.
 */
class GoldenTest {
    private static final Path FILE =
            Path.of("src/test/resources/golden/hall/v" + Codec.VERSION + ".txt");

    @Test
    void todays_bytes_are_those_of_the_golden_file() throws IOException {
        assertEquals(Files.readString(FILE), String.join("\n", lines()) + "\n");
    }

    @Test
    void the_golden_file_is_read_as_what_it_was() throws IOException {
        List<String> lines = Files.readAllLines(FILE);
        Codec<Entry> entries = Codec.of(Entry.class);
        List<Command> commands = Samples.commands();
        for (int i = 0; i < commands.size(); i++) {
            assertEquals(Samples.entry(commands.get(i)), entries.decode(bytes(lines.get(i))));
        }
        byte[] hall = bytes(lines.getLast());
        assertArrayEquals(hall, Hall.of(hall).snapshot());
    }

    @Test
    void everything_that_is_stored_has_its_sample() {
        assertEquals(all(Command.class), named(Samples.commands()));
        assertEquals(all(Outcome.class), named(Samples.outcomes()));
        assertEquals(all(Receipt.class), named(Samples.receipts()));
        assertEquals(all(RectificationAct.class), named(Samples.rectificationActs()));
    }

    @Test
    void bytes_of_a_newer_release_or_of_nobody_are_refused() {
        byte[] newer = Codec.of(Entry.class).encode(Samples.entry(new Command.ExpireNoShows()));
        newer[0] = Codec.VERSION + 1;
        BadBytes refused = assertThrows(BadBytes.class, () -> Codec.of(Entry.class).decode(newer));
        assertTrue(refused.getMessage().contains("install a newer one"), refused.getMessage());
        for (int cut = 1; cut < newer.length; cut++) {
            byte[] torn = Arrays.copyOf(newer, cut);
            torn[0] = Codec.VERSION;
            assertThrows(BadBytes.class, () -> Codec.of(Entry.class).decode(torn));
        }
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        Samples.commands()
                .forEach(
                        one ->
                                lines.add(
                                        line(
                                                one,
                                                Codec.of(Entry.class).encode(Samples.entry(one)))));
        Samples.outcomes()
                .forEach(one -> lines.add(line(one, Codec.of(Outcome.class).encode(one))));
        Samples.receipts()
                .forEach(one -> lines.add(line(one, Codec.of(Receipt.class).encode(one))));
        Samples.rectificationActs()
                .forEach(one -> lines.add(line(one, Codec.of(RectificationAct.class).encode(one))));
        Hall hall = Samples.hall();
        lines.add(line(hall, hall.snapshot()));
        return lines;
    }

    private static String line(Object sample, byte[] bytes) {
        return sample.getClass().getSimpleName() + " " + HexFormat.of().formatHex(bytes);
    }

    private static byte[] bytes(String line) {
        return HexFormat.of().parseHex(line.substring(line.indexOf(' ') + 1));
    }

    private static String all(Class<?> family) {
        return Arrays.stream(family.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static String named(List<?> samples) {
        return samples.stream()
                .map(one -> one.getClass().getSimpleName())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** Writes the golden file of a format version that has none yet. */
    public static void main(String[] args) throws IOException {
        if (Files.exists(FILE)) {
            throw new IllegalStateException(FILE + " stands; a changed form needs a new version");
        }
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, String.join("\n", lines()) + "\n");
    }
}
