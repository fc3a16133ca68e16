package yichuang.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A person may let others go first, and loses no more than what the others need. */
class PostponeTest {
    private static Instant since(Day day, String number) {
        return day.ticket(number).currentLeg().since();
    }

    @Test
    void who_postpones_by_two_stands_behind_the_second_one_behind() {
        Day day =
                Day.play(
                        """
                        08:31  A0001 takes 社保
                        08:32  A0002 takes 社保
                        08:34  A0003 takes 社保
                        08:36  A0004 takes 社保
                        08:37  A0001 postpones 2            -> A0001 waiting
                        """);
        assertEquals(
                Duration.ofNanos(1000), Duration.between(since(day, "A0003"), since(day, "A0001")));
        assertEquals(1, day.ticket("A0001").postponed());
        assertEquals(
                Instant.parse("2026-03-02T00:31:00Z"),
                day.ticket("A0001").takenAt(),
                "arrival is a fact and stays");
    }

    @Test
    void only_who_waits_can_let_others_go_first() {
        Day.play(
                """
                08:30  window 1 opens
                08:31  A0001 takes 社保
                08:31  A0002 takes 社保
                08:32  A0003 postpones 1            -> refused UnknownTicket
                08:33  window 1 calls A0001
                08:33  A0001 postpones 1            -> refused TicketElsewhere
                08:34  window 1 serves
                08:35  window 1 holds
                08:35  A0001 postpones 1            -> refused TicketElsewhere
                08:36  A0001 leaves
                08:36  A0001 postpones 1            -> refused TicketElsewhere
                """);
    }

    @Test
    void the_last_in_line_has_nobody_to_let_go_first() {
        Day.play(
                """
                08:31  A0001 takes 社保
                08:32  A0002 takes 社保
                08:33  A0002 postpones 1            -> refused NobodyBehind
                08:34  A0001 postpones 20           -> A0001 waiting
                """);
    }

    @Test
    void a_ticket_may_do_so_three_times_and_an_undone_call_changes_nothing_of_that() {
        Day day =
                Day.play(
                        """
                        08:30  window 1 opens
                        08:31  A0001 takes 社保
                        08:32  A0002 takes 社保
                        08:33  A0003 takes 社保
                        08:34  A0004 takes 社保
                        08:35  A0001 postpones 1
                        08:36  A0001 postpones 1
                        08:37     window 1 calls A0001
                        08:37:05  window 1 undoes           -> A0001 waiting
                        08:38  A0001 postpones 1
                        08:39  A0005 takes 社保
                        08:40  A0001 postpones 1            -> refused PostponesUsed
                        """);
        assertEquals(3, day.ticket("A0001").postponed());
    }

    @Test
    void the_legs_still_to_come_count_from_then_too() {
        Day day =
                Day.play(
                        """
                        08:30  window 1 opens
                        08:31  A0001 takes theme 退休
                        08:40  A0002 takes 社保
                        08:41  A0001 postpones 1
                        08:42  window 1 calls A0001
                        08:43  window 1 serves
                        08:50  window 1 finishes DONE       -> A0001 waiting
                        """);
        assertEquals(
                Duration.ofNanos(1000), Duration.between(since(day, "A0002"), since(day, "A0001")));
    }

    @Test
    void nobody_is_put_before_their_place_nor_behind_people_still_to_come() {
        Day day = Day.play("08:31  A0001 takes 社保");
        Ticket ticket = day.ticket("A0001");
        Instant since = ticket.currentLeg().since();
        for (Instant wrong : new Instant[] {since.minusSeconds(5), since, since.plusSeconds(61)}) {
            Answer answer =
                    day.hall()
                            .apply(
                                    new Entry(
                                            since.plusSeconds(60),
                                            new TokenId("test"),
                                            java.util.Optional.empty(),
                                            new Command.Postpone(ticket.id(), 1, 1, wrong)));
            assertEquals(new Answer.Refused(new Refusal.NobodyBehind("A0001")), answer);
        }
    }
}
