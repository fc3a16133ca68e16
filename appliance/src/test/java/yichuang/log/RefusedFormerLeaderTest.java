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
 * entries that nobody else has would be refused for ever. The log sees to it that it ends by itself
 * (see {@link Tail}).
 */
class RefusedFormerLeaderTest {
    private static final int TAIL = 5;

    @TempDir Path directory;

    @Test
    void a_former_leader_with_entries_that_nobody_else_has_takes_the_new_leaders()
            throws IOException {
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
            voters.propose("once more");
            lines.add("once more");
            voters.running().forEach(name -> voters.holds(name, lines));
        }
    }

    /** What it cut is cut on disk, too. */
    @Test
    void after_a_restart_nothing_of_it_comes_back() throws IOException {
        try (Voters voters = new Voters(directory, LogLimits.STANDARD, 3)) {
            List<String> lines = new ArrayList<>(Proposers.lines("before ", 20));
            lines.forEach(voters::propose);
            voters.running().forEach(name -> voters.holds(name, lines));
            String old = voters.leader();
            voters.log(old).snapshotNow();
            voters.isolate(old);
            var unused = Proposers.together(voters.log(old), Proposers.lines("nobody's ", TAIL));
            String next = voters.leaderAmong(voters.others(old));
            voters.stop(old);
            Proposers.each(voters.log(next), Proposers.lines("after ", TAIL));
            lines.addAll(Proposers.lines("after ", TAIL));
            CommandLog unusedToo = voters.start(old);
            voters.holds(old, lines);
            voters.stop(old);
            CommandLog again = voters.start(old);
            voters.holds(old, lines);
            assertEquals(voters.log(next).state().lastIndex(), again.state().lastIndex());
        }
    }
}
