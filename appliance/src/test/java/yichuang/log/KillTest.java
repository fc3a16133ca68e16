package yichuang.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.log.ProposingProcess.Disk;

/**
 * {@code kill -9} of a real process under load, again and again on one directory. What the process
 * told us it had acknowledged is there, once, under the same index. (This shows the log against a
 * crash of the process; the kernel lives on. Power cuts: {@link TornTailTest}.)
 */
class KillTest {
    private static final int KILLS = 5;
    private static final long SEED = 20_190_056;

    @TempDir Path directory;

    @Test
    void whatever_was_acknowledged_before_a_kill_is_there_once() throws IOException {
        Random random = new Random(SEED);
        List<String> acknowledged = new ArrayList<>();
        for (int round = 0; round < KILLS; round++) {
            acknowledged.addAll(untilKilled("r" + round, 200 + random.nextInt(800), Disk.HONEST));
        }
        Ledger found = found();
        assertEquals(Set.of(), lost(acknowledged, found), "seed " + SEED);
        assertEquals(found.lines().size(), new HashSet<>(found.lines()).size(), "none twice");

        Ledger opened = new Ledger();
        try (CommandLog log = CommandLog.open(LogSettings.of(directory, "n1"), opened)) {
            assertTrue(log.state().leading());
        }
        assertEquals(found.lines(), opened.lines());
    }

    @Test
    void this_test_notices_a_disk_that_forgets() throws IOException {
        Disk disk = Disk.FORGETS_FLUSHES;
        List<String> acknowledged = untilKilled("r", disk.commands, disk);
        assertFalse(lost(acknowledged, found()).isEmpty());
    }

    private Ledger found() throws IOException {
        Ledger found = new Ledger();
        assertTrue(EndedLog.replay(directory, found, Long.MAX_VALUE) > 0);
        return found;
    }

    /** {@return what was acknowledged and is not there under the same index} */
    private static Set<String> lost(List<String> acknowledged, Ledger found) {
        Set<String> lost = new TreeSet<>(acknowledged);
        for (int at = 0; at < found.lines().size(); at++) {
            lost.remove(found.indices().get(at) + " " + found.lines().get(at));
        }
        return lost;
    }

    /** Runs a process until it has acknowledged so many commands, kills it, reads to the end. */
    private List<String> untilKilled(String name, int acknowledgements, Disk disk)
            throws IOException {
        String java = ProcessHandle.current().info().command().orElse("java");
        Process process =
                new ProcessBuilder(
                                java,
                                "-Xmx64m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ProposingProcess.class.getName(),
                                directory.toString(),
                                name,
                                disk.name())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        List<String> acknowledged = new ArrayList<>();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertTrue(out.readLine().startsWith("found "));
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                // The kill may cut the last line short; only what ends in a whole word counts.
                String[] words = line.split(" ", -1);
                if (words.length == 3 && words[0].equals("acknowledged")) {
                    acknowledged.add(words[1] + " " + words[2]);
                }
                if (acknowledged.size() == acknowledgements) {
                    // By its handle: the process's own method would also close what it has said.
                    assertTrue(process.toHandle().destroyForcibly());
                }
            }
        } finally {
            Process unused = process.destroyForcibly();
        }
        // A cut last line could be a prefix of a longer number.
        return acknowledged.subList(0, Math.max(0, acknowledged.size() - 1));
    }
}
