package yichuang.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A window has no veto: every leg closes with an outcome, and each outcome with what must be
 * recorded (opinion §8).
 */
class OutcomeTest {
    private static final String SERVED =
            """
            08:30  window 1 opens s1
            08:30  window 3 opens
            08:31  A0001 takes 社保
            08:32  window 1 calls A0001
            08:33  window 1 serves
            """;

    @Test
    void each_outcome_is_refused_without_what_it_needs_and_nothing_changes() {
        Day.play(SERVED)
                .more(
                        """
                        08:40  window 1 finishes ACCEPTED_DEFERRED      -> refused MissingField
                        08:40  window 1 finishes COMMITTED              -> refused MissingField
                        08:40  window 1 finishes FORWARDED              -> refused MissingField
                        08:40  window 1 finishes GUIDED                 -> refused MissingField
                        08:40  window 1 finishes REDIRECTED             -> refused MissingField
                        08:40  window 1 finishes CONSULT                -> refused MissingField
                        08:41  window 1 finishes GUIDED 照片            -> A0001 closed
                        """);
    }

    @Test
    void every_outcome_closes_the_visit() {
        for (String outcome :
                List.of(
                        "DONE",
                        "ACCEPTED",
                        "ACCEPTED_DEFERRED 照片",
                        "COMMITTED 承诺",
                        "FORWARDED 张店区",
                        "GUIDED 照片",
                        "REDIRECTED 博山区大厅",
                        "CONSULT 业务科",
                        "ABANDONED")) {
            Day.play(SERVED + "08:40  window 1 finishes " + outcome + " -> A0001 closed");
        }
    }

    @Test
    void a_case_number_is_made_from_task_day_and_sequence() {
        Day day = Day.play(SERVED + "08:40  window 1 finishes DONE");
        Closing closing = day.ticket("A0001").legs().getFirst().closing().orElseThrow();
        assertEquals("社保202603020001", closing.caseNumber());
        assertEquals(1, closing.serviceNumber());
    }

    @Test
    void a_deferred_acceptance_buys_a_returning_ticket_without_a_new_draw_of_lots() {
        Day day =
                Day.play(SERVED)
                        .more(
                                """
                                08:40  window 1 finishes ACCEPTED_DEFERRED 照片
                                09:00  A0002 takes with 社保202603020001        -> A0002 waiting
                                09:01  A0003 takes with 社保202603020001        -> refused Unknown
                                """);
        assertEquals(Ticket.Standing.RETURNING, day.ticket("A0002").standing());
        assertEquals(Halls.SOCIAL, day.ticket("A0002").currentLeg().item());
    }

    @Test
    void showing_the_way_inside_the_hall_is_a_further_leg() {
        Day.play(SERVED)
                .more(
                        """
                        08:40  window 1 finishes REDIRECTED 医保        -> A0001 waiting
                        08:41  window 3 calls A0001                     -> A0001 called
                        """);
        Day.play(SERVED)
                .more(
                        """
                        08:40  window 1 finishes REDIRECTED 3号窗口     -> A0001 waiting
                        08:41  window 1 calls A0001                     -> refused TicketElsewhere
                        08:41  window 3 calls A0001                     -> A0001 called
                        """);
    }

    @Test
    void a_question_asked_upwards_stays_open_until_it_is_answered() {
        Day day = Day.play(SERVED + "08:40  window 1 finishes CONSULT 业务科");
        Duty duty = day.hall().duties().iterator().next();
        assertEquals("业务科", duty.who());
        day.hall()
                .apply(
                        new Entry(
                                day.hall().at(),
                                new TokenId("manager"),
                                java.util.Optional.empty(),
                                new Command.AnswerDuty(duty.ticket(), duty.leg(), "可以办")));
        assertTrue(day.hall().duties().isEmpty());
    }

    @Test
    void a_duty_keeps_pointing_at_its_leg_whatever_becomes_of_the_others() {
        Day day =
                Day.play(
                        """
                        08:30  window 1 opens
                        08:31  A0001 takes theme 随到随办
                        08:32  window 1 calls A0001/1
                        08:33  window 1 serves
                        08:34  window 1 finishes CONSULT 业务科     -> A0001 waiting
                        08:35  A0001 wants 社保                    -> A0001 waiting
                        """);
        Duty duty = day.hall().duties().iterator().next();
        assertEquals(LegState.CLOSED, day.ticket("A0001").legs().get(duty.leg()).state());
    }

    @Test
    void who_leaves_in_the_middle_leaves_the_other_legs_too() {
        Day.play(
                """
                08:30  window 1 opens
                08:31  A0001 takes theme 退休
                08:32  window 1 calls A0001
                08:33  window 1 serves
                08:40  window 1 finishes ABANDONED      -> A0001 closed
                """);
    }
}
