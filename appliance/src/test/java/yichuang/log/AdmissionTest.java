package yichuang.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.log.LogUnavailable.Outcome;
import yichuang.log.LogUnavailable.Reason;

/** The queue to the disk has an end, and a command has a greatest size. */
class AdmissionTest {
    private static final int MIB = 1 << 20;

    @TempDir Path directory;
    private final CountDownLatch goOn = new CountDownLatch(1);

    private CommandLog openAndHold(LogLimits limits) throws IOException {
        LogSettings settings = LogSettings.of(directory, "n1").withLimits(limits);
        CommandLog log = CommandLog.open(settings, new Ledger());
        log.thread().execute(this::hold);
        return log;
    }

    private void hold() {
        try {
            goOn.await();
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    private static void assertBusy(CompletableFuture<Object> answer) {
        CompletionException refused = assertThrows(CompletionException.class, answer::join);
        LogUnavailable why = (LogUnavailable) refused.getCause();
        assertEquals(Reason.BUSY, why.reason());
        assertEquals(Outcome.NOT_WRITTEN, why.outcome());
    }

    @Test
    void one_command_more_than_may_wait_is_busy_and_the_others_are_served() throws IOException {
        try (CommandLog log = openAndHold(LogLimits.STANDARD.withPendingMax(10))) {
            List<CompletableFuture<Object>> answers = new ArrayList<>();
            for (int at = 0; at < 10; at++) {
                answers.add(log.propose(Ledger.command("c" + at)));
            }
            assertBusy(log.propose(Ledger.command("one too many")));
            goOn.countDown();
            for (int at = 0; at < 10; at++) {
                assertEquals((at + 2) + " c" + at, answers.get(at).join());
            }
            assertEquals("12 again", log.propose(Ledger.command("again")).join());
        }
    }

    @Test
    void one_mebibyte_more_than_may_wait_is_busy() throws IOException {
        try (CommandLog log = openAndHold(LogLimits.STANDARD)) {
            List<CompletableFuture<Object>> answers = new ArrayList<>();
            for (int at = 0; at < LogLimits.STANDARD.pendingBytesMax() / MIB; at++) {
                answers.add(log.propose(Ledger.command("x".repeat(MIB))));
            }
            assertBusy(log.propose(Ledger.command("y")));
            goOn.countDown();
            assertFalse(answers.getLast().join().toString().isEmpty());
        }
        Ledger found = new Ledger();
        assertEquals(17, replayed(found));
        assertEquals("x".repeat(MIB), found.lines().getFirst());
    }

    private long replayed(Ledger machine) throws IOException {
        return EndedLog.replay(directory, machine, Long.MAX_VALUE);
    }

    @Test
    void a_command_of_more_than_a_mebibyte_is_a_callers_bug() throws IOException {
        goOn.countDown();
        try (CommandLog log = openAndHold(LogLimits.STANDARD)) {
            byte[] command = new byte[MIB + 1];
            assertThrows(IllegalArgumentException.class, () -> log.propose(command).join());
        }
    }
}
