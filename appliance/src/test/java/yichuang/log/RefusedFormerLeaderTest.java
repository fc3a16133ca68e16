package yichuang.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A fault of MicroRaft 0.7: a former leader whose memory holds a snapshot and behind it only
 * entries that nobody else has is refused. It reads on as it was; an administrator replaces it.
 */
class RefusedFormerLeaderTest {
    private static final int TAIL = 5;

    @TempDir Path directory;

    @Test
    void a_refused_former_leader_is_replaced_under_a_new_name() throws IOException {
        try (Voters voters = new Voters(directory, LogLimits.STANDARD, 3)) {
            List<String> lines = new ArrayList<>(Proposers.lines("before ", 20));
            lines.forEach(voters::propose);
            voters.running().forEach(name -> voters.holds(name, lines));
            String old = voters.leader();
            voters.log(old).snapshotNow();
            voters.isolate(old);
            var unused = Proposers.together(voters.log(old), Proposers.lines("nobody's ", TAIL));
            String next = voters.leaderAmong(voters.others(old));
            voters.wire.heal();
            List<String> after = Proposers.lines("after ", 2 * TAIL);
            Proposers.each(voters.log(next), after);
            lines.addAll(after);
            voters.follows(old, next);
            String third =
                    voters.others(old).stream()
                            .filter(n -> !n.equals(next))
                            .findFirst()
                            .orElseThrow();
            voters.holds(third, lines);
            assertEquals(20, voters.lines(old).size(), "refused, while the third has everything");
            voters.propose("once more");
            lines.add("once more");
            voters.holds(third, lines);
            assertEquals(20, voters.lines(old).size(), "still refused");

            Membership acts = voters.log(next).membership();
            acts.remove(new NodeName(old)).join();
            voters.stop(old);
            CommandLog unusedFresh = voters.start("n4");
            acts.addLearner(new NodeName("n4")).join();
            voters.holds("n4", lines);
            acts.promote(new NodeName("n4")).join();
        }
    }
}
