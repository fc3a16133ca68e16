package yichuang.leader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.dispatch.Dispatch;
import yichuang.dispatch.PolicySettings;
import yichuang.hall.Answer;
import yichuang.hall.Command;
import yichuang.hall.Event;
import yichuang.hall.Halls;
import yichuang.hall.IslandEntry;
import yichuang.hall.IslandSetup;
import yichuang.hall.NodeId;
import yichuang.hall.Outcome;
import yichuang.hall.Outlook;
import yichuang.hall.Receipt;
import yichuang.hall.TicketId;
import yichuang.hall.TokenId;
import yichuang.hall.Why;
import yichuang.hall.Window;
import yichuang.hall.WindowId;
import yichuang.log.LogLimits;
import yichuang.log.LogSettings;

/**
 * How an island begins at a voter that came up without the others. What is at the end of its log
 * may never have been agreed, and is somebody else's number then.
 */
class IslandLogTest {
    private static final NodeId SELF = new NodeId("n3");
    private static final WindowId THREE = new WindowId("3");
    private static final TokenId BY = new TokenId("test");
    private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");

    @TempDir Path dir;
    private Leader hall;

    @BeforeEach
    void begin() throws IOException {
        hall = open(dir.resolve("log"));
        agree(
                new Command.Configure(
                        Halls.withIslands(
                                Halls.small(),
                                List.of(new IslandSetup(SELF, "X", List.of(THREE))))));
        agree(new Command.OpenDay(LocalDate.of(2026, 3, 2)));
        agree(new Command.OpenWindow(THREE, Optional.empty()));
    }

    @AfterEach
    void end() {
        hall.close();
    }

    private static Leader open(Path log) throws IOException {
        Leader leader =
                new Leader(
                        SimulatedLeader.clock(() -> NINE, () -> 0, true),
                        new Dispatch(PolicySettings.DEFAULT),
                        Optional.empty(),
                        () -> false);
        var unused = leader.start(LogSettings.of(log, SELF.value()));
        return leader;
    }

    private Receipt agree(Command command) {
        return assertInstanceOf(
                        Answer.Agreed.class,
                        hall.ask(BY, Optional.empty(), command).join(),
                        command::toString)
                .receipt();
    }

    private TicketId takes(String id) {
        agree(take(id));
        return new TicketId(id);
    }

    private static Command take(String id) {
        return new Command.TakeTicket(
                new TicketId(id),
                List.of(Halls.SOCIAL),
                Optional.empty(),
                Optional.empty(),
                1,
                Optional.empty(),
                Optional.empty(),
                "zh",
                Optional.empty(),
                new Outlook(0, Optional.empty()));
    }

    private void calls(String ticket) {
        agree(new Command.Call(THREE, new TicketId(ticket), 0, Why.byHand(Duration.ofSeconds(1))));
    }

    private long index() {
        return hall.read(Reading::index).join();
    }

    /** The process is gone; its log is read without opening it. */
    private Leader island(long agreed) throws IOException {
        hall.close();
        IslandLog log = IslandLog.from(dir.resolve("log"), agreed, SELF, 1, NINE);
        assertInstanceOf(Answer.Agreed.class, log.answer());
        log.write(dir.resolve("island"), SELF.value(), LogLimits.STANDARD);
        hall = open(dir.resolve("island"));
        return hall;
    }

    private Window window() {
        return hall.read(reading -> reading.hall().findWindow(THREE).orElseThrow()).join();
    }

    @Test
    void a_number_that_may_never_have_been_agreed_is_not_the_islands_to_tell() throws IOException {
        takes("a");
        long sure = index();
        takes("b");
        island(sure);
        assertTrue(
                hall.read(reading -> reading.hall().findTicket(new TicketId("b")))
                        .join()
                        .isEmpty());
        Receipt.Taken own = assertInstanceOf(Receipt.Taken.class, agree(take("c")));
        assertEquals("X0001", own.number());
    }

    @Test
    void a_window_that_may_have_gone_on_begins_with_nobody() throws IOException {
        takes("a");
        calls("a");
        long sure = index();
        agree(new Command.Serve(THREE));
        agree(
                new Command.Finish(
                        THREE,
                        new Outcome.Done(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        0));
        island(sure);
        assertEquals(Window.State.IDLE, window().state());
    }

    @Test
    void who_is_at_a_window_either_way_stays_there() throws IOException {
        takes("a");
        calls("a");
        long sure = index();
        agree(new Command.Serve(THREE));
        island(sure);
        assertEquals(Window.State.CALLED, window().state());
        agree(new Command.Serve(THREE));
    }

    @Test
    void what_there_is_to_bring_home_begins_with_the_island_and_has_no_gap() throws IOException {
        takes("a");
        long sure = index();
        island(sure);
        takes("own");
        calls("own");
        List<IslandEntry> entries = IslandLog.entries(dir.resolve("island"), sure);
        assertInstanceOf(Event.IslandBegun.class, entries.getFirst().event());
        for (int i = 0; i < entries.size(); i++) {
            assertEquals(i + 1, entries.get(i).sequence());
        }
        assertInstanceOf(Event.Called.class, entries.getLast().event());
    }
}
