package yichuang.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promise to a proposer: an answer means durable, applied, in order. */
class CommandLogTest {
    @TempDir Path directory;
    private final Ledger ledger = new Ledger();

    private CommandLog open(Ledger machine) throws IOException {
        return CommandLog.open(LogSettings.of(directory, "n1"), machine);
    }

    @Test
    void a_command_is_answered_with_what_the_machine_said() throws IOException {
        try (CommandLog log = open(ledger)) {
            assertEquals("2 take A0001", log.propose(Ledger.command("take A0001")).join());
            assertTrue(log.state().leading());
            assertEquals(2, log.state().committedIndex());
        }
    }

    @Test
    void the_answer_comes_on_the_thread_of_the_log() throws IOException {
        try (CommandLog log = open(ledger)) {
            CompletableFuture<Boolean> there = new CompletableFuture<>();
            // Chained on the thread itself, so that the answer cannot be there before the question.
            log.thread()
                    .execute(
                            () -> {
                                var unused =
                                        log.propose(Ledger.command("one"))
                                                .thenRun(
                                                        () ->
                                                                there.complete(
                                                                        log.thread().isCurrent()));
                            });
            assertTrue(there.join());
        }
    }

    @Test
    void commands_proposed_on_the_thread_keep_their_order() throws IOException {
        List<String> proposed = Proposers.lines("c", 500);
        try (CommandLog log = open(ledger)) {
            Object unused = Proposers.together(log, proposed).getLast().join();
        }
        assertEquals(proposed, ledger.lines());
    }

    @Test
    void two_restarts_keep_everything() throws IOException {
        List<String> all = new ArrayList<>();
        for (int start = 0; start < 3; start++) {
            Ledger machine = new Ledger();
            try (CommandLog log = open(machine)) {
                assertEquals(all, machine.lines());
                List<String> lines = Proposers.lines(start + ".", 10);
                Proposers.each(log, lines);
                all.addAll(lines);
            }
        }
    }

    @Test
    void the_machine_is_told_once_when_it_has_caught_up() throws IOException {
        try (CommandLog log = open(ledger)) {
            Proposers.each(log, List.of("one", "two"));
        }
        Ledger again = new Ledger();
        try (CommandLog log = open(again)) {
            Proposers.each(log, List.of("three"));
        }
        assertEquals(List.of(1L), ledger.caughtUpAt(), "behind the first term's own entry");
        assertEquals(List.of(4L), again.caughtUpAt());
    }

    @Test
    void a_listener_that_throws_costs_nobody_an_answer() throws IOException {
        LogListener broken =
                new LogListener() {
                    @Override
                    public void flushed(int entries, long nanos) {
                        throw new IllegalStateException("a listener's bug, on purpose");
                    }
                };
        LogSettings settings = LogSettings.of(directory, "n1").withListener(broken);
        try (CommandLog log = CommandLog.open(settings, ledger)) {
            Proposers.each(log, List.of("one", "two"));
        }
        assertEquals(List.of("one", "two"), ledger.lines());
    }

    @Test
    void what_waits_goes_out_together() throws IOException {
        AtomicInteger flushes = new AtomicInteger();
        LogListener counting =
                new LogListener() {
                    @Override
                    public void flushed(int entries, long nanos) {
                        flushes.incrementAndGet();
                    }
                };
        LogSettings settings = LogSettings.of(directory, "n1").withListener(counting);
        try (CommandLog log = CommandLog.open(settings, ledger)) {
            Object unused = Proposers.together(log, Proposers.lines("c", 300)).getLast().join();
        }
        assertEquals(300, ledger.lines().size());
        assertEquals(2, flushes.get(), "one for the new term, one for the 300");
    }

    @Test
    void a_second_process_is_told_who_is_there() throws IOException {
        try (CommandLog log = open(ledger)) {
            LogDamaged refused = assertThrows(LogDamaged.class, () -> open(new Ledger()));
            assertTrue(refused.getMessage().contains("in use by another process"));
            assertTrue(log.state().leading());
        }
    }

    @Test
    void after_closing_a_proposer_hears_that_nobody_leads() throws IOException {
        CommandLog log = open(ledger);
        log.close();
        CompletableFuture<Object> late = log.propose(Ledger.command("late"));
        assertTrue(late.isCompletedExceptionally());
        assertFalse(log.state().leading());
    }
}
