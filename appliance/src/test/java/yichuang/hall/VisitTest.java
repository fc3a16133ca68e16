package yichuang.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The life of a ticket, from the number to the outcome. */
class VisitTest {
    @Test
    void a_person_takes_a_number_is_called_served_and_done() {
        Day.play(
                """
                08:30  window 1 opens s1
                08:31  A0001 takes 社保             -> A0001 waiting
                08:40  window 1 calls A0001         -> A0001 called
                08:41  window 1 serves              -> A0001 serving
                08:50  window 1 finishes DONE       -> A0001 closed
                08:50  window 1 opens               -> window 1 idle
                """);
    }

    @Test
    void each_series_counts_from_0001_without_a_gap_whatever_is_refused_between() {
        Day.play(
                """
                08:31  A0001 takes 社保
                08:31  A0002 takes 没有这项         -> refused Unknown
                08:32  A0002 takes 医保
                08:33  B0001 takes 营业执照
                08:34  A0003 takes 社保             -> A0003 waiting
                """);
    }

    @Test
    void a_ticket_is_never_at_two_windows() {
        Day.play(
                """
                08:30  window 1 opens
                08:30  window 2 opens
                08:31  A0001 takes 社保
                08:40  window 1 calls A0001
                08:40  window 2 calls A0001         -> refused TicketElsewhere
                08:41  window 1 serves
                08:42  window 2 calls A0001         -> refused TicketElsewhere
                """);
    }

    @Test
    void a_window_calls_only_when_it_is_open_free_and_able() {
        Day.play(
                """
                08:31  A0001 takes 社保
                08:31  A0002 takes 社保
                08:32  window 1 calls A0001         -> refused WindowClosed
                08:33  window 1 opens
                08:34  window 1 calls A0001
                08:35  window 1 calls A0002         -> refused WindowBusy
                08:36  window 4 opens
                08:37  window 4 calls A0002         -> refused Unskilled
                08:38  window 4 pauses
                08:39  window 4 calls A0002         -> refused WindowClosed
                08:40  window 9 opens               -> refused UnknownWindow
                """);
    }

    @Test
    void a_busy_window_neither_pauses_nor_closes() {
        Day.play(
                """
                08:30  window 1 opens
                08:31  A0001 takes 社保
                08:32  window 1 calls A0001
                08:33  window 1 pauses              -> refused WindowBusy
                08:33  window 1 closes              -> refused WindowBusy
                08:34  window 1 finishes DONE       -> refused NothingHere
                """);
    }

    @Test
    void who_holds_comes_back_to_the_same_window_first() {
        Day.play(
                """
                08:30  window 1 opens
                08:30  window 2 opens
                08:31  A0001 takes 社保
                08:32  window 1 calls A0001
                08:33  window 1 serves
                08:34  window 1 holds               -> A0001 held
                08:35  window 2 calls A0001         -> refused TicketElsewhere
                08:40  A0001 back                   -> A0001 waiting
                08:41  window 2 calls A0001         -> refused TicketElsewhere
                08:56  window 2 calls A0001         -> A0001 called
                """);
    }

    @Test
    void a_held_ticket_can_be_called_straight_back_by_its_window() {
        Day.play(
                """
                08:30  window 1 opens
                08:31  A0001 takes 社保
                08:32  window 1 calls A0001
                08:33  window 1 holds
                08:36  window 1 calls A0001         -> A0001 called
                """);
    }

    @Test
    void a_transfer_keeps_the_arrival_time() {
        Day day =
                Day.play(
                        """
                        08:30  window 1 opens
                        08:30  window 3 opens
                        08:31  A0001 takes 社保
                        08:32  window 1 calls A0001
                        08:33  window 1 sends 医保       -> A0001 waiting
                        08:34  window 1 calls A0001     -> refused Unskilled
                        08:35  window 3 calls A0001     -> A0001 called
                        """);
        assertEquals(day.ticket("A0001").takenAt(), day.ticket("A0001").currentLeg().since());
        assertEquals(Ticket.Standing.RETURNING, day.ticket("A0001").standing());
    }

    @Test
    void a_transfer_to_a_window_needs_it_open_and_able() {
        Day.play(
                """
                08:30  window 1 opens
                08:31  A0001 takes 社保
                08:32  window 1 calls A0001
                08:33  window 1 sends window 2      -> refused WindowClosed
                08:33  window 4 opens
                08:33  window 1 sends window 4      -> refused Unskilled
                08:34  window 2 opens
                08:34  window 1 sends window 2      -> A0001 waiting
                08:35  window 1 calls A0001         -> refused TicketElsewhere
                08:35  window 2 calls A0001         -> A0001 called
                """);
    }

    @Test
    void a_person_may_leave_or_want_something_else_while_waiting() {
        Day day =
                Day.play(
                        """
                        08:30  window 1 opens
                        08:31  A0001 takes 社保
                        08:32  A0002 takes 社保
                        08:33  A0001 leaves             -> A0001 cancelled
                        08:33  A0001 leaves             -> A0001 cancelled
                        08:34  A0002 wants 医保          -> A0002 waiting
                        08:35  window 1 calls A0002     -> refused Unskilled
                        08:36  window 1 calls A0001     -> refused TicketElsewhere
                        """);
        assertEquals(
                List.of(Halls.MEDICAL),
                day.ticket("A0002").legs().stream().map(Leg::item).toList());
        assertEquals(day.ticket("A0002").takenAt(), day.ticket("A0002").currentLeg().since());
    }

    @Test
    void the_legs_of_a_theme_follow_one_another_with_the_wait_counted_from_the_start() {
        Day day =
                Day.play(
                        """
                        08:30  window 1 opens
                        08:30  window 3 opens
                        08:31  A0001 takes theme 退休
                        08:40  window 1 calls A0001
                        08:41  window 1 serves
                        08:45  window 1 finishes DONE       -> A0001 waiting
                        08:46  window 3 calls A0001         -> A0001 called
                        08:47  window 3 serves
                        08:50  window 3 finishes DONE       -> A0001 closed
                        """);
        assertEquals(day.ticket("A0001").takenAt(), day.ticket("A0001").legs().get(1).since());
    }

    @Test
    void a_group_that_the_hall_has_switched_off_is_not_weighed() {
        Day.play(
                """
                08:31  A0001 takes 社保 as elderly
                08:32  A0002 takes 社保 as talent   -> refused Unknown
                """);
    }
}
