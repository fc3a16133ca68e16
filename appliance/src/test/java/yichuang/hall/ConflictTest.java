package yichuang.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static yichuang.hall.DividedHall.N3;
import static yichuang.hall.Halls.SOCIAL;
import static yichuang.hall.Side.ONE;
import static yichuang.hall.Side.THREE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import yichuang.hall.Conflict.Kind;

/**
 * What both parts of a divided hall did: each row of the table in docs/internals/island.md. The
 * hall decides, the first outcome stands, and a manager looks at the second.
 */
class ConflictTest {
    private final DividedHall hall = new DividedHall();
    private final Side main = hall.main();

    /** Called to the island's window and served there when the cut came. */
    private TicketId served() {
        TicketId ticket = main.takes(SOCIAL);
        main.calls(THREE, ticket);
        main.serves(THREE);
        return ticket;
    }

    private void onlyConflict(Kind kind, TicketId ticket) {
        assertEquals(List.of(kind), main.conflicts());
        Conflict found = hall.conflict().orElseThrow();
        assertEquals(ticket, found.ticket());
        assertEquals(N3, found.node());
        main.agrees(new Command.SettleConflict(found.id(), Optional.of("看过")));
        assertEquals(List.of(), main.conflicts());
    }

    @Test
    void finished_on_both_sides_the_halls_own_closing_stands() {
        TicketId ticket = served();
        Side island = hall.cut(N3);
        main.agrees(new Command.ReleaseWindow(THREE));
        main.sees(ONE, ticket);
        island.finishes(THREE, new Outcome.Guided(List.of("照片")));
        hall.heal(N3);
        Closing stands = main.ticket(ticket).legs().getFirst().closing().orElseThrow();
        assertEquals(new Outcome.Done(), stands.outcome());
        Closing second = hall.conflict().orElseThrow().closing().orElseThrow();
        assertEquals(new Outcome.Guided(List.of("照片")), second.outcome());
        onlyConflict(Kind.FINISHED_TWICE, ticket);
    }

    @Test
    void finished_on_the_island_while_another_window_serves_it_that_window_goes_on() {
        TicketId ticket = served();
        Side island = hall.cut(N3);
        main.agrees(new Command.ReleaseWindow(THREE));
        main.calls(ONE, ticket);
        island.finishes(THREE);
        hall.heal(N3);
        onlyConflict(Kind.SERVED_ELSEWHERE, ticket);
        main.serves(ONE);
        main.finishes(ONE);
        assertEquals(TicketState.CLOSED, main.state(ticket));
    }

    @Test
    void finished_on_the_island_after_the_person_had_cancelled_it_stays_cancelled() {
        TicketId ticket = served();
        Side island = hall.cut(N3);
        main.agrees(new Command.ReleaseWindow(THREE));
        main.agrees(new Command.CancelTicket(ticket));
        island.finishes(THREE);
        hall.heal(N3);
        assertEquals(TicketState.CANCELLED, main.state(ticket));
        onlyConflict(Kind.FINISHED_AFTER_END, ticket);
    }

    @Test
    void called_to_a_window_that_had_just_gone_the_person_waits_again_from_when_they_came() {
        TicketId ticket = main.takes(SOCIAL);
        Instant came = main.ticket(ticket).currentLeg().since();
        byte[] known = main.hall().snapshot();
        main.later(Duration.ofMinutes(2)).under("next").calls(THREE, ticket);
        hall.alone(N3, known, Duration.ZERO);
        hall.heal(N3);
        assertEquals(TicketState.WAITING, main.state(ticket));
        assertEquals(came, main.ticket(ticket).currentLeg().since());
        assertEquals(Window.State.IDLE, main.window(THREE).state());
        onlyConflict(Kind.CALLED_WHILE_CUT_OFF, ticket);
    }

    /** Its window was told that it had called, and is not told so again. */
    @Test
    void who_asks_again_for_the_call_that_came_to_nothing_calls_anew() {
        TicketId ticket = main.takes(SOCIAL);
        byte[] known = main.hall().snapshot();
        main.under("next").calls(THREE, ticket);
        hall.alone(N3, known, Duration.ZERO);
        hall.heal(N3);
        main.under("next").agrees(Side.call(THREE, ticket));
        assertEquals(TicketState.CALLED, main.state(ticket));
    }

    @Test
    void one_request_with_two_numbers_keeps_both_when_the_halls_was_called_already() {
        byte[] known = main.hall().snapshot();
        TicketId first = main.under("k").takes(SOCIAL);
        main.sees(ONE, first);
        Side island = hall.alone(N3, known, Duration.ZERO);
        TicketId told = island.under("k").takes(SOCIAL);
        hall.heal(N3);
        assertEquals("X0001", main.ticket(told).number());
        assertEquals(TicketState.CLOSED, main.state(first));
        onlyConflict(Kind.TAKEN_TWICE, first);
    }

    @Test
    void one_request_with_two_numbers_keeps_the_one_that_was_told_while_nobody_called_the_other() {
        byte[] known = main.hall().snapshot();
        TicketId unheard = main.under("k").takes(SOCIAL);
        Side island = hall.alone(N3, known, Duration.ZERO);
        TicketId told = island.under("k").takes(SOCIAL);
        hall.heal(N3);
        assertEquals(TicketState.CANCELLED, main.state(unheard));
        assertEquals(TicketState.WAITING, main.state(told));
        assertEquals(List.of(), main.conflicts());
        Receipt.Taken again =
                assertInstanceOf(
                        Receipt.Taken.class,
                        main.under("k").hears(Side.take(new TicketId("again"), SOCIAL)));
        assertEquals("X0001", again.number(), "a retry is told what the person holds");
    }

    @Test
    void rated_on_both_sides_the_halls_own_rating_stands() {
        TicketId ticket = main.takes(SOCIAL);
        main.sees(THREE, ticket);
        Side island = hall.cut(N3);
        main.rates(ticket, 5);
        island.rates(ticket, 1);
        hall.heal(N3);
        assertEquals(Optional.of(5), main.hall().findClaim(ticket).orElseThrow().level());
        assertEquals(Optional.of(1), hall.conflict().orElseThrow().level());
        onlyConflict(Kind.RATED_TWICE, ticket);
    }

    @Test
    void rated_on_the_island_for_a_visit_that_the_hall_cancelled_is_only_noted() {
        TicketId ticket = served();
        Side island = hall.cut(N3);
        main.agrees(new Command.ReleaseWindow(THREE));
        main.agrees(new Command.CancelTicket(ticket));
        island.finishes(THREE);
        island.rates(ticket, 4);
        hall.heal(N3);
        assertEquals(List.of(Kind.FINISHED_AFTER_END, Kind.RATED_WITHOUT_VISIT), main.conflicts());
        assertTrue(main.hall().findClaim(ticket).isEmpty());
    }

    @Test
    void a_question_answered_on_both_sides_was_answered_by_the_hall() {
        TicketId ticket = served();
        main.finishes(THREE, new Outcome.Consult("业务科", main.now().plus(Duration.ofDays(1))));
        Side island = hall.cut(N3);
        main.agrees(new Command.AnswerDuty(ticket, 0, "可以"));
        island.agrees(new Command.AnswerDuty(ticket, 0, "不行"));
        hall.heal(N3);
        assertEquals(List.of(), List.copyOf(main.hall().duties()));
        onlyConflict(Kind.ANSWERED_TWICE, ticket);
    }

    @Test
    void a_closing_that_the_island_took_back_stands_when_it_was_rated_in_between() {
        TicketId ticket = served();
        Side island = hall.cut(N3);
        island.finishes(THREE);
        hall.joins(N3, island.entries().size());
        main.rates(ticket, 5);
        island.agrees(new Command.Undo(THREE));
        hall.heal(N3);
        assertEquals(TicketState.CLOSED, main.state(ticket));
        assertEquals(Optional.of(5), main.hall().findClaim(ticket).orElseThrow().level());
        onlyConflict(Kind.UNDONE_AFTER_RATING, ticket);
    }

    @Test
    void who_waits_of_an_island_that_was_given_up_may_be_in_the_hall_twice() {
        Side island = hall.cut(N3);
        TicketId ticket = island.takes(SOCIAL);
        main.agrees(new Command.EndCutOff(N3));
        hall.heal(N3);
        assertEquals(TicketState.WAITING, main.state(ticket));
        onlyConflict(Kind.OPEN_AFTER_GIVEN_UP, ticket);
        main.calls(ONE, ticket);
    }

    // What both sides did is no conflict when it was one request whose answer got lost.

    @Test
    void the_same_finish_on_both_sides_is_one() {
        TicketId ticket = served();
        byte[] known = main.hall().snapshot();
        main.under("f").finishes(THREE);
        Side island = hall.alone(N3, known, Duration.ZERO);
        island.under("f").finishes(THREE);
        hall.heal(N3);
        assertEquals(TicketState.CLOSED, main.state(ticket));
        assertEquals(List.of(), main.conflicts());
        assertEquals(
                1, main.ticket(ticket).legs().getFirst().closing().orElseThrow().serviceNumber());
    }

    @Test
    void who_missed_the_same_call_on_both_sides_and_came_back_on_the_island_waits() {
        TicketId ticket = main.takes(SOCIAL);
        main.calls(THREE, ticket);
        for (int recalls = 0; recalls < 2; recalls++) {
            main.later(Duration.ofSeconds(10)).agrees(new Command.Recall(THREE));
        }
        byte[] known = main.later(Duration.ofSeconds(10)).hall().snapshot();
        main.under("n").agrees(new Command.NoShow(THREE));
        Side island = hall.alone(N3, known, Duration.ZERO);
        island.under("n").agrees(new Command.NoShow(THREE));
        island.agrees(new Command.ComeBack(ticket));
        hall.heal(N3);
        assertEquals(TicketState.WAITING, main.state(ticket));
        assertEquals(List.of(), main.conflicts());
    }

    @Test
    void the_same_rating_on_both_sides_is_one() {
        TicketId ticket = main.takes(SOCIAL);
        main.sees(THREE, ticket);
        byte[] known = main.hall().snapshot();
        main.under("r").rates(ticket, 2);
        Side island = hall.alone(N3, known, Duration.ZERO);
        island.under("r").rates(ticket, 2);
        hall.heal(N3);
        assertEquals(List.of(), main.conflicts());
        assertEquals(Optional.of(2), main.hall().findClaim(ticket).orElseThrow().level());
    }
}
