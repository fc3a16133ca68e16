package yichuang.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** kill -9: what H2 had not written is gone, the log brings it again, nothing is doubled. */
class KillTest {
    @TempDir Path dir;

    @Test
    @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_process_killed_at_any_moment_leaves_rows_that_replay_completes() throws Exception {
        long seed = 41;
        Random random = new Random(seed);
        Path killed = dir.resolve("killed");
        for (int round = 0; round < 3; round++) {
            Process process = KilledProcess.start(killed, seed);
            try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
                int lines = 1 + random.nextInt(KilledProcess.COMMANDS / 2);
                for (int i = 0; i < lines; i++) {
                    assertTrue(out.readLine() != null, "the process ended by itself");
                }
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
        Story story = RandomDays.play(seed, KilledProcess.COMMANDS);
        try (Records records = Records.open(killed)) {
            story.goesInto(records);
        }
        Path fresh = dir.resolve("fresh");
        try (Records records = Records.open(fresh)) {
            story.goesInto(records);
        }
        assertEquals(Rows.of(fresh), Rows.of(killed));
    }
}
