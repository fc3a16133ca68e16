package yichuang.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An administrator changes the voters while the hall goes on. */
class MembershipTest {
    private static final LogLimits SMALL = LogLimits.STANDARD.withSnapshotEvery(64);
    private static final NodeName FRESH = new NodeName("n4");

    @TempDir Path directory;

    @Test
    void a_dead_voter_is_replaced_without_a_stop() throws IOException {
        try (Voters voters = new Voters(directory, SMALL, 3)) {
            List<String> lines = new ArrayList<>(Proposers.lines("before ", 100));
            lines.forEach(voters::propose);
            String leader = voters.leader();
            String dead = voters.others(leader).getFirst();
            voters.stop(dead);
            Membership acts = voters.log(leader).membership();
            acts.remove(new NodeName(dead)).join();
            CommandLog fresh = voters.start(FRESH.name());
            acts.addLearner(FRESH).join();
            voters.holds(FRESH.name(), lines);
            assertEquals(3, acts.members().size());
            assertEquals(2, acts.voters().size());
            acts.promote(FRESH).join();
            assertTrue(acts.voters().contains(FRESH));
            voters.propose("after");
            lines.add("after");
            voters.holds(FRESH.name(), lines);
            Voters.until(
                    "the new one knows its place",
                    () ->
                            Set.copyOf(fresh.membership().voters())
                                    .equals(Set.copyOf(acts.voters())));
            voters.stop(leader);
            voters.propose("with the new one's vote");
            lines.add("with the new one's vote");
            voters.stop(FRESH.name());
            CommandLog again = voters.start(FRESH.name());
            voters.holds(FRESH.name(), lines);
            assertTrue(again.membership().voters().contains(FRESH));
        }
    }

    @Test
    void the_leadership_is_handed_over_at_once() throws IOException {
        try (Voters voters = new Voters(directory, SMALL, 3)) {
            voters.propose("before");
            String leader = voters.leader();
            String next = voters.others(leader).getLast();
            Voters.until(
                    "handed over, once the machine has time for it",
                    () -> handedOver(voters.log(leader).membership(), next));
            voters.follows(leader, next);
            assertEquals(next, voters.leaderAmong(List.of(next)));
            Object unused = voters.log(next).propose(Ledger.command("after")).join();
            voters.running().forEach(name -> voters.holds(name, List.of("before", "after")));
        }
    }

    private static boolean handedOver(Membership acts, String next) {
        try {
            acts.transferLeadership(new NodeName(next)).join();
            return true;
        } catch (CompletionException notInTime) {
            return false;
        }
    }

    @Test
    void a_follower_cannot_change_the_voters() throws IOException {
        try (Voters voters = new Voters(directory, SMALL, 3)) {
            voters.propose("before");
            String leader = voters.leader();
            String follower = voters.others(leader).getFirst();
            voters.follows(follower, leader);
            var refused = voters.log(follower).membership().addLearner(FRESH);
            CompletionException why = assertThrows(CompletionException.class, refused::join);
            assertInstanceOf(LogUnavailable.class, why.getCause());
        }
    }
}
