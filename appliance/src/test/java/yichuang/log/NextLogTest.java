package yichuang.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that begins where another one was left. */
class NextLogTest {
    @TempDir Path dir;
    private Path directory;

    @BeforeEach
    void make() throws Exception {
        directory = dir.resolve("log-2");
        NextLog.make(directory, "s1", 7, 480, bytes("what was"), bytes("taken over"));
    }

    /** Remembers all that it is told. */
    private static final class Told implements Machine {
        private final List<String> heard = new ArrayList<>();

        @Override
        public Object apply(long index, byte[] command) {
            heard.add(index + " " + text(command));
            return index;
        }

        @Override
        public byte[] snapshot() {
            return bytes(String.join("\n", heard));
        }

        @Override
        public void restore(long index, byte[] snapshot) {
            heard.clear();
            heard.add(index + " is " + text(snapshot));
        }

        @Override
        public void caughtUp(long index) {}
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static final List<String> BEGUN = List.of("480 is what was", "481 taken over");

    @Test
    void its_one_voter_leads_at_once_and_has_applied_the_first_command() throws Exception {
        Told told = new Told();
        try (CommandLog log = CommandLog.open(LogSettings.of(directory, "s1"), told)) {
            assertTrue(log.state().leading());
            assertTrue(log.state().term() > 7, "a new term");
            assertEquals(BEGUN, told.heard);
            assertEquals(483L, log.propose(bytes("next")).join(), "behind its own first entry");
        }
    }

    @Test
    void it_goes_on_after_a_restart() throws Exception {
        try (CommandLog log = CommandLog.open(LogSettings.of(directory, "s1"), new Told())) {
            Object unused = log.propose(bytes("next")).join();
        }
        Told told = new Told();
        try (CommandLog log = CommandLog.open(LogSettings.of(directory, "s1"), told)) {
            assertEquals(List.of("480 is what was", "481 taken over", "483 next"), told.heard);
            log.snapshotNow();
        }
    }

    @Test
    void what_an_attempt_before_has_left_is_made_anew() throws Exception {
        Files.writeString(directory.resolve("segment-0000000002.part"), "half");
        NextLog.make(directory, "s1", 0, 480, bytes("what was"), bytes("again"));
        Told told = new Told();
        try (CommandLog log = CommandLog.open(LogSettings.of(directory, "s1"), told)) {
            assertEquals(List.of("480 is what was", "481 again"), told.heard);
            assertTrue(log.state().leading());
        }
    }

    @Test
    void an_ended_log_is_read_and_takes_nothing() throws Exception {
        Told told = new Told();
        try (EndedLog ended = EndedLog.open(directory, told, "s2")) {
            assertEquals(BEGUN, told.heard);
            assertTrue(ended.propose(bytes("no")).isCompletedExceptionally());
            assertEquals(481, ended.state().lastIndex());
        }
    }
}
