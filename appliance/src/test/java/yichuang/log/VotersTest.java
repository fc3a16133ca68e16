package yichuang.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.log.LogUnavailable.Outcome;
import yichuang.log.LogUnavailable.Reason;

/** Three voters: what one acknowledged, all have, whoever dies or is cut off. */
class VotersTest {
    private static final LogLimits SMALL = LogLimits.STANDARD.withSnapshotEvery(64);

    @TempDir Path directory;

    private Voters three() throws IOException {
        return new Voters(directory, SMALL, 3);
    }

    @Test
    void every_voter_applies_what_the_leader_ordered() throws IOException {
        try (Voters voters = three()) {
            List<String> lines = Proposers.lines("take ", 20);
            lines.forEach(voters::propose);
            for (String name : voters.running()) {
                voters.holds(name, lines);
                Voters.until("told", () -> !voters.caughtUpAt(name).isEmpty());
            }
        }
    }

    @Test
    void a_follower_refuses_at_once_and_names_the_leader() throws IOException {
        try (Voters voters = three()) {
            voters.propose("take A0001");
            String leader = voters.leader();
            String follower = voters.others(leader).getFirst();
            voters.follows(follower, leader);
            CompletableFuture<Object> answer =
                    voters.log(follower).propose(Ledger.command("take A0002"));
            assertTrue(answer.isDone());
            LogUnavailable why = Voters.refused(answer);
            assertEquals(Reason.NO_LEADER, why.reason());
            assertEquals(Outcome.NOT_WRITTEN, why.outcome());
            assertEquals(leader + " leads", why.getMessage());
        }
    }

    @Test
    void a_dead_leader_is_replaced_within_five_seconds_and_nothing_is_lost() throws IOException {
        try (Voters voters = three()) {
            List<String> lines = new ArrayList<>(Proposers.lines("before ", 30));
            lines.forEach(voters::propose);
            String dead = voters.leader();
            long died = System.nanoTime();
            voters.stop(dead);
            voters.propose("after");
            Duration without = Duration.ofNanos(System.nanoTime() - died);
            assertTrue(without.compareTo(Duration.ofSeconds(5)) < 0, without.toString());
            lines.add("after");
            voters.running().forEach(name -> voters.holds(name, lines));
            CommandLog unused = voters.start(dead);
            voters.holds(dead, lines);
            assertEquals(1, voters.restores(dead), "from the log, not from a snapshot");
        }
    }

    @Test
    void who_was_away_for_long_gets_a_snapshot_and_goes_on() throws IOException {
        try (Voters voters = three()) {
            voters.propose("first");
            String leader = voters.leader();
            String away = voters.others(leader).getFirst();
            voters.stop(away);
            List<String> lines = new ArrayList<>(List.of("first"));
            List<String> meanwhile = Proposers.lines("meanwhile ", 300);
            meanwhile.forEach(voters::propose);
            lines.addAll(meanwhile);
            CommandLog unused = voters.start(away);
            voters.holds(away, lines);
            assertEquals(2, voters.restores(away), "its own disk, then the leader's snapshot");
            voters.propose("later");
            lines.add("later");
            voters.holds(away, lines);
            Voters.until("told", () -> !voters.caughtUpAt(away).isEmpty());
            voters.stop(away);
            CommandLog again = voters.start(away);
            voters.holds(away, lines);
            assertFalse(again.state().leading());
        }
    }

    @Test
    void a_minority_refuses_and_its_unacknowledged_tail_is_dropped() throws IOException {
        try (Voters voters = three()) {
            voters.propose("both sides know");
            String old = voters.leader();
            List<String> rest = voters.others(old);
            voters.isolate(old);
            CompletableFuture<Object> lost =
                    voters.log(old).propose(Ledger.command("never acknowledged"));
            String next = voters.leaderAmong(rest);
            Object unused = voters.log(next).propose(Ledger.command("the majority's")).join();
            LogUnavailable why = Voters.refused(lost);
            assertEquals(Outcome.UNKNOWN, why.outcome());
            Voters.until("steps down", () -> !voters.log(old).state().leading());
            LogUnavailable minority =
                    Voters.refused(voters.log(old).propose(Ledger.command("to a minority")));
            assertEquals(Reason.NO_LEADER, minority.reason());
            assertEquals(Outcome.NOT_WRITTEN, minority.outcome());
            voters.wire.heal();
            for (String name : voters.running()) {
                voters.holds(name, List.of("both sides know", "the majority's"));
            }
            voters.stop(old);
            CommandLog again = voters.start(old);
            voters.holds(old, List.of("both sides know", "the majority's"));
            assertFalse(again.state().condition() instanceof LogState.Condition.ReadOnly);
        }
    }

    @Test
    void a_leader_that_nobody_answers_steps_down() throws IOException {
        try (Voters voters = three()) {
            voters.propose("first");
            String deaf = voters.leader();
            for (String other : voters.others(deaf)) {
                voters.wire.cutOneWay(new NodeName(other), new NodeName(deaf));
            }
            Voters.until("steps down", () -> !voters.log(deaf).state().leading());
            String next = voters.leaderAmong(voters.others(deaf));
            Object unused = voters.log(next).propose(Ledger.command("second")).join();
            voters.wire.heal();
            voters.holds(deaf, List.of("first", "second"));
        }
    }

    @Test
    void all_three_restart_with_everything() throws IOException {
        List<String> lines = Proposers.lines("take ", 150);
        try (Voters voters = three()) {
            lines.forEach(voters::propose);
        }
        try (Voters voters = three()) {
            String leader = voters.leader();
            voters.holds(leader, lines);
            voters.running().forEach(name -> voters.holds(name, lines));
        }
    }
}
