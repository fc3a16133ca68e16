package yichuang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.cluster.grid.Shared;
import yichuang.dispatch.Dispatch;
import yichuang.dispatch.PolicySettings;
import yichuang.hall.Answer;
import yichuang.hall.Command;
import yichuang.hall.Halls;
import yichuang.hall.TokenId;
import yichuang.hall.WindowId;
import yichuang.leader.Clocks;
import yichuang.leader.Leader;
import yichuang.leader.Reading;
import yichuang.log.LogSettings;

/** A node whose memory holds another hall than the leader's at the same command says so. */
class SameHallTest {
    private static final TokenId BY = new TokenId("test");
    private static final long EPOCH = 1;
    private static final long TERM = 3;

    @TempDir Path dir;
    private Leader first;
    private Leader second;
    private SameHall leading;
    private SameHall following;

    @BeforeEach
    void begin() throws Exception {
        Shared one = new Shared("n1");
        Shared two = new Shared("n2");
        one.connect(two::heard);
        first = hall("n1");
        second = hall("n2");
        leading = new SameHall(first, one);
        following = new SameHall(second, two);
    }

    @AfterEach
    void end() {
        first.close();
        second.close();
    }

    private Leader hall(String name) throws IOException {
        Leader leader =
                new Leader(
                        Clocks.open(
                                dir.resolve(name),
                                Optional.of("2026-03-02T09:00:00+08:00"),
                                ZoneId.of("Asia/Shanghai")),
                        new Dispatch(PolicySettings.DEFAULT),
                        Optional.empty(),
                        () -> false);
        leader.start(LogSettings.of(dir.resolve(name).resolve("log"), name));
        ask(leader, new Command.Configure(Halls.small()));
        leader.bringUpToDate().join();
        return leader;
    }

    private static void ask(Leader leader, Command command) {
        assertTrue(leader.ask(BY, Optional.empty(), command).join() instanceof Answer.Agreed);
    }

    private static void open(Leader leader, String window) {
        ask(leader, new Command.OpenWindow(new WindowId(window), Optional.empty()));
    }

    private void beat() {
        long index = first.read(Reading::index).join();
        assertEquals(index, second.read(Reading::index).join(), "both are at the same command");
        leading.beat(true, EPOCH, TERM, index);
        var unused = first.read(Reading::index).join();
        following.beat(false, EPOCH, TERM, index);
        unused = second.read(Reading::index).join();
    }

    @Test
    void the_same_commands_make_the_same_hall() {
        beat();
        open(first, "1");
        open(second, "1");
        beat();
        assertFalse(following.differs());
    }

    @Test
    void another_hall_at_the_same_command_is_seen_and_so_is_its_end() {
        open(first, "1");
        open(second, "2");
        beat();
        assertTrue(following.differs());
        open(first, "2");
        open(second, "1");
        beat();
        assertFalse(following.differs());
    }
}
