package yichuang.log;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.log.LogState.Condition;

/**
 * A fault of MicroRaft 0.7, found by storm: a follower that began a pre-vote and then hears its
 * leader again never begins another one. When that has happened to all who could lead, and the
 * leader dies, nobody ever leads.
 */
class ForsakenFollowerTest {
    @TempDir Path directory;

    @Test
    void followers_that_lost_and_found_their_leader_elect_another_when_it_dies()
            throws IOException {
        try (Voters voters = new Voters(directory, LogLimits.STANDARD, 3)) {
            String leader = voters.leader();
            List<String> followers = voters.others(leader);
            for (String follower : followers) {
                voters.follows(follower, leader);
                voters.wire.cutOneWay(new NodeName(leader), new NodeName(follower));
                Voters.until(
                        follower + " has lost its leader",
                        () ->
                                voters.log(follower).state().condition()
                                        instanceof Condition.NoLeader);
                voters.wire.heal();
                voters.follows(follower, leader);
            }
            voters.stop(leader);
            assertTrue(followers.contains(voters.leaderAmong(followers)));
        }
    }
}
