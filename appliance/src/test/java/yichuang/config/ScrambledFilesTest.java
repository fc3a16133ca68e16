package yichuang.config;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/**
 * Whatever a slip of the hand does to a file, the hall is either whole or not there, and the check
 * names a line that the file has; it never falls over.
 */
class ScrambledFilesTest {
    private static final List<String> FILES =
            List.of(
                    "hall.yaml",
                    "hall.yaml",
                    "hall.yaml",
                    "themes/all.yaml",
                    "calendar/2026.yaml",
                    "devices/virtual.yaml",
                    "catalogue/departments.yaml",
                    "catalogue/approval.csv");

    /** What gets typed by mistake; each has a meaning in YAML or CSV. */
    private static final List<String> SLIPS =
            List.of(
                    "",
                    "\n",
                    "\t",
                    " ",
                    ":",
                    ": ",
                    "-",
                    "- ",
                    "\"",
                    "'",
                    "{",
                    "}",
                    "[",
                    "]",
                    ",",
                    "#",
                    " #",
                    "&a ",
                    "*a ",
                    "!!int ",
                    "|",
                    ">",
                    "?",
                    "%",
                    "@",
                    "~",
                    "null",
                    "true",
                    "0",
                    "-1",
                    "3.0",
                    "1e9",
                    "99999999999",
                    "；",
                    "，",
                    "：",
                    "\u0000",
                    "\u0007",
                    "\uFEFF",
                    "x: y",
                    "<<: ",
                    "---\n",
                    "...\n",
                    "\r\n",
                    "😀");

    private Path folder;

    @BeforeProperty
    void fresh() throws IOException {
        folder = Files.createTempDirectory("scrambled");
    }

    @AfterProperty
    void clean() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Property(tries = 400)
    void a_slip_of_the_hand_is_a_problem_with_a_line_or_no_problem(
            @ForAll @IntRange(max = 7) int file,
            @ForAll @IntRange(max = 100_000) int place,
            @ForAll @IntRange(max = 12) int removed,
            @ForAll @IntRange(max = 43) int slip) {
        SmallHall hall = SmallHall.in(folder);
        String name = FILES.get(file);
        String text = hall.read(name);
        int at = place % text.length();
        int end = Math.min(text.length(), at + removed);
        hall.write(name, text.substring(0, at) + SLIPS.get(slip) + text.substring(end));

        loadsOrTellsALine(hall);
    }

    @Property(tries = 100)
    void bytes_of_any_kind_are_a_problem_with_a_line_or_no_problem(
            @ForAll @IntRange(max = 7) int file,
            @ForAll @IntRange(max = 100_000) int place,
            @ForAll @Size(min = 1, max = 4) byte[] noise) {
        SmallHall hall = SmallHall.in(folder);
        byte[] bytes = hall.read(FILES.get(file)).getBytes(StandardCharsets.UTF_8);
        int at = place % (bytes.length - noise.length);
        byte[] noisy = Arrays.copyOf(bytes, bytes.length);
        System.arraycopy(noise, 0, noisy, at, noise.length);
        hall.write(FILES.get(file), noisy);

        loadsOrTellsALine(hall);
    }

    private static void loadsOrTellsALine(SmallHall hall) {
        try {
            hall.load();
        } catch (ConfigErrors errors) {
            assertFalse(errors.problems().isEmpty());
            for (Problem problem : errors.problems()) {
                assertTrue(problem.line() >= 1 && problem.line() <= 60, problem.toString());
                assertFalse(problem.chinese().isBlank() || problem.english().isBlank());
            }
        }
    }
}
