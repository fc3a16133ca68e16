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
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import yichuang.log.FaultyStore.Call;
import yichuang.log.FaultyStore.Timing;
import yichuang.log.LogState.Condition;
import yichuang.log.LogUnavailable.Outcome;
import yichuang.log.LogUnavailable.Reason;

/**
 * A disk that fails once, at each call of its contract: what a proposer hears, and that it ends.
 */
class StoreFaultTest {
    @TempDir Path directory;
    private final Ledger ledger = new Ledger();
    private final Changes changes = new Changes();
    private final TroubledWorld world = new TroubledWorld();

    private CommandLog open() throws IOException {
        return open(LogLimits.STANDARD);
    }

    private CommandLog open(LogLimits limits) throws IOException {
        LogSettings settings =
                LogSettings.of(directory, "n1").withListener(changes).withLimits(limits);
        return CommandLog.open(settings, ledger, world);
    }

    private static LogUnavailable unavailable(CompletableFuture<Object> answer) {
        CompletionException refused = assertThrows(CompletionException.class, answer::join);
        return (LogUnavailable) refused.getCause();
    }

    @ParameterizedTest
    @CsvSource({
        "ENTRIES, NOTHING_DONE",
        "ENTRIES, DONE_ALL_THE_SAME",
        "FLUSH, NOTHING_DONE",
        "FLUSH, DONE_ALL_THE_SAME"
    })
    void a_command_on_its_way_is_read_only_and_the_log_leads_again(Call call, Timing timing)
            throws IOException, InterruptedException {
        try (CommandLog log = open()) {
            Proposers.each(log, List.of("before"));
            world.diskIsGone();
            world.faults.arm(call, timing);
            LogUnavailable why = unavailable(log.propose(Ledger.command("struck")));
            assertEquals(Reason.READ_ONLY, why.reason());
            assertEquals(Outcome.UNKNOWN, why.outcome());
            Condition.ReadOnly now = changes.await(Condition.ReadOnly.class);
            assertEquals(LogState.Cause.DISK_FAILED, now.cause());

            LogUnavailable after = unavailable(log.propose(Ledger.command("refused")));
            assertEquals(Reason.READ_ONLY, after.reason());
            assertEquals(Outcome.NOT_WRITTEN, after.outcome());
            assertEquals(List.of("before"), readOnThread(log), "reads go on, nothing unsynced");

            world.diskIsBack();
            changes.await(Condition.Leading.class);
            Proposers.each(log, List.of("after"));
            List<String> told = new ArrayList<>(readOnThread(log));
            boolean survived = told.remove("struck");
            assertEquals(List.of("before", "after"), told);
            assertTrue(timing == Timing.DONE_ALL_THE_SAME || call == Call.FLUSH || !survived);
        }
        Ledger later = new Ledger();
        assertTrue(EndedLog.replay(directory, later, Long.MAX_VALUE) > 0);
        assertEquals(ledger.lines(), later.lines());
    }

    @Test
    void all_of_a_batch_hear_it_when_its_sync_fails() throws IOException, InterruptedException {
        try (CommandLog log = open()) {
            world.faults.arm(Call.FLUSH, Timing.NOTHING_DONE);
            List<CompletableFuture<Object>> answers =
                    Proposers.together(log, Proposers.lines("c", 50));
            for (CompletableFuture<Object> answer : answers) {
                assertEquals(Reason.READ_ONLY, unavailable(answer).reason());
            }
            changes.await(Condition.ReadOnly.class);
            changes.await(Condition.Leading.class);
            Proposers.each(log, List.of("after"));
            assertEquals("after", ledger.lines().getLast());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SNAPSHOT_CHUNK, NOTHING_DONE",
        "SNAPSHOT_CHUNK, DONE_ALL_THE_SAME",
        "CUT_UNTIL, NOTHING_DONE",
        "CUT_UNTIL, DONE_ALL_THE_SAME"
    })
    void a_snapshot_that_cannot_be_written_costs_no_command(Call call, Timing timing)
            throws IOException, InterruptedException {
        try (CommandLog log = open(LogLimits.STANDARD.withSnapshotEvery(10))) {
            changes.await(Condition.Leading.class);
            Proposers.each(log, Proposers.lines("a", 5));
            world.faults.arm(call, timing);
            Proposers.together(log, Proposers.lines("b", 10)).forEach(StoreFaultTest::settle);
            changes.await(Condition.ReadOnly.class);
            changes.await(Condition.Leading.class);
            Proposers.each(log, List.of("after"));
            List<String> expected = new ArrayList<>(Proposers.lines("a", 5));
            expected.addAll(Proposers.lines("b", 10));
            expected.add("after");
            assertEquals(expected, readOnThread(log));
            assertEquals(1, world.faults.struck());
        }
    }

    private static void settle(CompletableFuture<Object> answer) {
        var unused = answer.handle((result, failure) -> true).join();
    }

    @ParameterizedTest
    @EnumSource(
            value = Call.class,
            names = {"LOCAL_ENDPOINT", "INITIAL_MEMBERS", "TERM", "ENTRIES", "FLUSH"})
    void a_start_that_fails_says_so_and_the_next_start_goes_well(Call call) throws IOException {
        world.faults.arm(call, Timing.NOTHING_DONE);
        IOException refused = assertThrows(IOException.class, this::open);
        assertTrue(refused.getMessage().contains("the disk failed at " + call));
        Ledger fresh = new Ledger();
        try (CommandLog log = CommandLog.open(LogSettings.of(directory, "n1"), fresh)) {
            Proposers.each(log, List.of("first"));
        }
        assertEquals(List.of("first"), fresh.lines());
    }

    @ParameterizedTest
    @EnumSource(
            value = Call.class,
            names = {"LOCAL_ENDPOINT", "INITIAL_MEMBERS", "TERM", "ENTRIES", "FLUSH"})
    void healing_that_fails_is_tried_again(Call call) throws IOException, InterruptedException {
        try (CommandLog log = open()) {
            Proposers.each(log, List.of("before"));
            world.diskIsGone();
            world.faults.arm(Call.FLUSH, Timing.NOTHING_DONE);
            assertEquals(
                    Reason.READ_ONLY, unavailable(log.propose(Ledger.command("struck"))).reason());
            changes.await(Condition.ReadOnly.class);
            List<String> readable = readOnThread(log);
            changes.onReadOnly(world::diskIsGone);
            world.faults.arm(call, Timing.NOTHING_DONE);
            world.diskIsBack();
            changes.await(Condition.ReadOnly.class);
            assertEquals(readable, readOnThread(log), "a healing that failed hides nothing");
            world.diskIsBack();
            changes.await(Condition.Leading.class);
            Proposers.each(log, List.of("after"));
            assertEquals(2, world.faults.struck());
            assertTrue(readOnThread(log).containsAll(List.of("before", "after")));
        }
    }

    @Test
    void a_full_disk_refuses_commands_before_they_reach_the_log()
            throws IOException, InterruptedException {
        try (CommandLog log = open()) {
            changes.await(Condition.Leading.class);
            world.free(LogLimits.STANDARD.freeBytesMin() - 1);
            Condition.ReadOnly full = changes.await(Condition.ReadOnly.class);
            assertEquals(LogState.Cause.DISK_FULL, full.cause());
            LogUnavailable why = unavailable(log.propose(Ledger.command("refused")));
            assertEquals(Reason.READ_ONLY, why.reason());
            assertEquals(Outcome.NOT_WRITTEN, why.outcome());
            world.free(LogLimits.STANDARD.freeBytesMin());
            changes.await(Condition.Leading.class);
            Proposers.each(log, List.of("after"));
            assertEquals(List.of("after"), readOnThread(log));
        }
    }

    @Test
    void a_command_that_cannot_be_applied_stops_the_log_and_every_start_after_it()
            throws IOException, InterruptedException {
        try (CommandLog log = open()) {
            Proposers.each(log, List.of("good"));
            List<CompletableFuture<Object>> answers =
                    Proposers.together(log, List.of("also good", Ledger.BUG, "never applied"));
            assertEquals("3 also good", answers.getFirst().join());
            assertEquals(Reason.NO_LEADER, unavailable(answers.get(1)).reason());
            assertEquals(Reason.NO_LEADER, unavailable(answers.get(2)).reason());
            changes.await(Condition.Stopped.class);
            assertFalse(log.state().leading());
            assertEquals(List.of("good", "also good"), readOnThread(log), "nothing half done");
        }
        LogDamaged refused =
                assertThrows(
                        LogDamaged.class,
                        () -> CommandLog.open(LogSettings.of(directory, "n1"), new Ledger()));
        assertTrue(refused.getMessage().contains("Command 4 cannot be applied"));
    }

    private List<String> readOnThread(CommandLog log) {
        return CompletableFuture.supplyAsync(ledger::lines, log.thread()).join();
    }
}
