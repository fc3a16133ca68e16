package yichuang.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.log.CommandLog;
import yichuang.log.EndedLog;
import yichuang.log.LogSettings;

/**
 * A second process that reads the log has the same hall after every prefix of it, byte for byte.
 */
class RecoveryTest {
    private static final int COMMANDS = 1_000;
    private static final TokenId BY = new TokenId("test");
    private static final Instant EIGHT = Instant.parse("2026-03-02T00:00:00Z");

    @Test
    void another_jvm_recovers_the_same_state_from_every_prefix_of_the_log(@TempDir Path dir)
            throws Exception {
        RecordedHall written = new RecordedHall();
        try (CommandLog log = CommandLog.open(LogSettings.of(dir, "n1"), written)) {
            propose(
                    log,
                    new Entry(EIGHT, BY, Optional.empty(), new Command.Configure(Halls.small())));
            propose(log, new Entry(EIGHT, BY, Optional.empty(), new Command.OpenDay(Day.MONDAY)));
            Random random = new Random(42);
            Instant at = EIGHT;
            for (int i = 0; i < COMMANDS; i++) {
                Step step =
                        new Step(
                                random.nextInt(Step.ACTS),
                                random.nextInt(100),
                                random.nextInt(100),
                                random.nextInt(60));
                at = step.at(written.hall, at);
                Optional<RequestKey> key = Optional.of(new RequestKey(BY, "k" + i, "h"));
                propose(log, new Entry(at, BY, key, step.command(written.hall, i)));
            }
        }
        assertTrue(written.hashes.size() > COMMANDS);
        assertEquals(written.hashes, readByAnotherJvm(dir));
    }

    private static void propose(CommandLog log, Entry entry) {
        log.propose(RecordedHall.ENTRIES.encode(entry)).join();
    }

    private static Map<Long, String> readByAnotherJvm(Path dir)
            throws IOException, InterruptedException {
        Process reader =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Reader.class.getName(),
                                dir.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        Map<Long, String> hashes = new TreeMap<>();
        try (var lines = reader.inputReader(StandardCharsets.UTF_8)) {
            lines.lines()
                    .forEach(
                            line -> {
                                int space = line.indexOf(' ');
                                hashes.put(
                                        Long.valueOf(line.substring(0, space)),
                                        line.substring(space + 1));
                            });
        }
        assertEquals(0, reader.waitFor());
        return hashes;
    }

    /** The second process: prints the hash of the state after every command of the log. */
    static final class Reader {
        public static void main(String[] args) throws IOException {
            RecordedHall read = new RecordedHall();
            EndedLog.replay(Path.of(args[0]), read, Long.MAX_VALUE);
            read.hashes.forEach((index, hash) -> System.out.println(index + " " + hash));
        }
    }
}
