package yichuang.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import yichuang.dispatch.Dispatch;
import yichuang.dispatch.PolicySettings;
import yichuang.hall.Answer;
import yichuang.hall.Command;
import yichuang.hall.Entry;
import yichuang.hall.Hall;
import yichuang.hall.Halls;
import yichuang.hall.Outlook;
import yichuang.hall.TicketId;
import yichuang.hall.TokenId;
import yichuang.hall.Why;
import yichuang.hall.WindowId;

/** What a person is told with the ticket. Items of the test hall take 10 minutes. */
class WaitEstimateTest {
    private static final WindowId ONE = new WindowId("1");
    private static final WindowId TWO = new WindowId("2");

    private final Hall hall = new Hall();
    private final Dispatch dispatch = new Dispatch(PolicySettings.DEFAULT);
    private Instant now = Instant.parse("2026-03-02T01:00:00Z");
    private int tickets;

    WaitEstimateTest() {
        apply(new Command.Configure(Halls.small()));
        apply(new Command.OpenDay(LocalDate.of(2026, 3, 2)));
    }

    @Test
    void no_open_window_has_the_skill_so_nothing_is_promised() {
        assertEquals(Optional.empty(), estimate(0));
    }

    @Test
    void a_free_window_calls_at_once() {
        open(ONE);
        assertEquals(new Outlook.Wait(Duration.ZERO, Duration.ZERO), estimate(0).orElseThrow());
    }

    @Test
    void behind_many_half_wait_less_than_their_work_shared_among_the_windows() {
        open(ONE);
        open(TWO);
        serveAt(ONE);
        serveAt(TWO);
        Outlook.Wait wait = estimate(39).orElseThrow();
        // 40 windows must come free, every 5 minutes: 200 minutes, a little less for the median.
        assertEquals(200, wait.p50().toSeconds() / 60.0, 4);
        assertEquals(242, wait.p90().toSeconds() / 60.0, 6);
    }

    @Test
    void the_time_already_spent_at_the_window_is_not_counted_again() {
        open(ONE);
        serveAt(ONE);
        Duration before = estimate(0).orElseThrow().p50();
        now = now.plus(Duration.ofMinutes(5));
        Duration after = estimate(0).orElseThrow().p50();
        assertTrue(after.compareTo(before) < 0, before + " then " + after);
        // One exponential service of 10 minutes: median 6.9.
        assertEquals(7, before.toSeconds() / 60.0, 0.2);
        assertEquals(3.5, after.toSeconds() / 60.0, 0.2);
    }

    @Test
    void at_lunch_the_windows_are_expected_back() {
        open(ONE);
        apply(new Command.PauseWindow(ONE));
        assertTrue(estimate(0).orElseThrow().p50().toMinutes() >= 6);
    }

    private Optional<Outlook.Wait> estimate(int ahead) {
        return WaitEstimate.of(hall, dispatch, List.of(Halls.SOCIAL), ahead, now);
    }

    private void open(WindowId window) {
        apply(new Command.OpenWindow(window, Optional.empty()));
    }

    private void serveAt(WindowId window) {
        TicketId id = new TicketId("t" + tickets++);
        apply(
                new Command.TakeTicket(
                        id,
                        List.of(Halls.SOCIAL),
                        Optional.empty(),
                        Optional.empty(),
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        "zh",
                        Optional.empty(),
                        new Outlook(0, Optional.empty())));
        apply(new Command.Call(window, id, 0, Why.byHand(Duration.ZERO)));
        apply(new Command.Serve(window));
    }

    private void apply(Command command) {
        Answer answer = hall.apply(new Entry(now, new TokenId("test"), Optional.empty(), command));
        dispatch.follow(hall, ((Answer.Agreed) answer).events());
    }
}
