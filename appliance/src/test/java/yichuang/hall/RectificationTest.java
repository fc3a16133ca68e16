package yichuang.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Every negative rating and every complaint is followed to its end 整改: looked into, spoken about
 * with whoever is named, put right or explained, answered, asked about once more, closed.
 */
class RectificationTest {
    private static final String SERVED =
            """
            08:30  window 1 opens
            08:31  A0001 takes 社保
            08:32  A0002 takes 社保
            08:33  window 1 calls A0001
            08:34  window 1 serves
            08:36  window 1 finishes DONE
            """;

    private static final String ANSWERED =
            """
            09:00  k1 complains                   -> case c-k1 VERIFY
            09:01  officer verifies c-k1 CONFIRMED
            09:02  officer fixes c-k1 FIXED
            09:03  officer replies c-k1           -> case c-k1 FOLLOW_UP
            """;

    private static final LocalDate THURSDAY_BEFORE_LABOUR_DAY = LocalDate.of(2026, 4, 30);

    // What has one.

    @Test
    void a_negative_rating_has_one_and_any_other_has_none() {
        Day.play(SERVED)
                .more(
                        """
                        08:37  A0001 rates 2 慢               -> case r-A0001-1 VERIFY
                        08:38  window 1 calls A0002
                        08:38  window 1 serves
                        08:39  window 1 finishes DONE
                        08:40  A0002 rates 3                 -> case r-A0002-1 closed
                        """);
    }

    @Test
    void a_silent_key_press_has_one_when_its_reasons_are_told_or_its_day_is_over() {
        Day.play(SERVED)
                .more(
                        """
                        08:37  A0001 presses 1               -> case r-A0001-1 closed
                        08:38  A0001 explains 113            -> case r-A0001-1 VERIFY
                        """);
        Day.play(SERVED)
                .more(
                        """
                        08:37  A0001 presses 1               -> case r-A0001-1 closed
                        20:00  day ends                      -> case r-A0001-1 VERIFY
                        """);
    }

    @Test
    void who_rates_once_more_before_that_has_had_the_first_word_and_the_second() {
        Day day =
                Day.play(SERVED)
                        .more(
                                """
                                08:37  A0001 presses 1
                                08:38  A0001 rates 4 again           -> case r-A0001-1 VERIFY
                                """);
        assertEquals(List.of("r-A0001-1"), ids(day));
        assertEquals(Optional.of(4), opinion(day, "r-A0001-1"));
    }

    @Test
    void who_was_content_first_and_is_not_any_more_has_one_too() {
        Day.play(SERVED)
                .more(
                        """
                        08:37  A0001 rates 5
                        08:38  A0001 rates 2 慢 again         -> case r-A0001-2 VERIFY
                        """);
    }

    // Its steps.

    @Test
    void it_goes_step_by_step_to_its_end() {
        Day day =
                Day.play(SERVED)
                        .more(
                                """
                                08:37  A0001 rates 1 慢 named                   -> case r-A0001-1 VERIFY
                                08:40  officer closes r-A0001-1                -> refused RectificationOrder
                                08:40  officer phones r-A0001-1 REACHED        -> refused RectificationOrder
                                08:41  manager verifies r-A0001-1 CONFIRMED    -> case r-A0001-1 CONTACT
                                08:42  manager fixes r-A0001-1 FIXED           -> refused RectificationOrder
                                08:43  manager phones r-A0001-1 REACHED        -> case r-A0001-1 FIX
                                08:44  manager replies r-A0001-1               -> refused RectificationOrder
                                08:45  manager fixes r-A0001-1 FIXED           -> case r-A0001-1 REPLY
                                08:46  manager replies r-A0001-1               -> case r-A0001-1 FOLLOW_UP
                                08:47  officer closes r-A0001-1                -> refused RectificationOrder
                                08:48  officer follows r-A0001-1 SATISFIED     -> case r-A0001-1 CLOSE
                                08:49  officer says-nothing-and-closes r-A0001-1 -> refused MissingField
                                08:50  officer closes r-A0001-1                -> case r-A0001-1 closed
                                08:51  officer closes r-A0001-1                -> refused Unknown
                                """);
        assertEquals(List.of(), ids(day));
    }

    @Test
    void of_two_who_press_at_once_the_second_hears_what_is_to_be_done_now() {
        Day.play("09:00  k1 complains")
                .more(
                        """
                        09:01  officer verifies c-k1 CONFIRMED   -> case c-k1 FIX
                        09:01  manager verifies c-k1 UNFOUNDED   -> refused RectificationOrder
                        """);
    }

    @Test
    void who_lost_the_answer_and_asks_again_hears_the_same_and_nothing_is_done_twice() {
        Hall hall = Day.play(ANSWERED).hall();
        TokenId officer = new TokenId("officer");
        Entry follow =
                new Entry(
                        hall.at(),
                        officer,
                        Optional.of(new RequestKey(officer, "k", "h")),
                        new Command.Rectify(
                                "c-k1",
                                new RectificationAct.FollowUp(
                                        RectificationAct.Opinion.NOT_REACHED, Optional.empty())));
        Answer.Agreed first = assertInstanceOf(Answer.Agreed.class, hall.apply(follow));
        Answer.Repeated again = assertInstanceOf(Answer.Repeated.class, hall.apply(follow));
        assertEquals(first.receipt(), again.receipt());
        assertEquals("CLOSE", CaseWords.standing(hall, "c-k1"));
    }

    @Test
    void who_gave_no_number_is_not_called_and_nobody_says_what_they_think() {
        Day.play(ANSWERED)
                .more(
                        """
                        09:04  officer looks-up c-k1                 -> refused RectificationUnnamed
                        09:04  officer phones c-k1 REACHED           -> refused RectificationUnnamed
                        09:05  officer follows c-k1 SATISFIED        -> refused RectificationUnnamed
                        09:06  officer follows c-k1 NOT_REACHED      -> case c-k1 CLOSE
                        """);
    }

    @Test
    void who_does_not_answer_on_three_different_days_is_called_no_more() {
        Day day =
                Day.play(
                        """
                        09:00  k1 complains named
                        09:01  officer verifies c-k1 CONFIRMED
                        09:02  officer phones c-k1 NOT_REACHED       -> case c-k1 CONTACT
                        15:00  officer phones c-k1 NOT_REACHED       -> case c-k1 CONTACT
                        """);
        assertEquals(endOf(Day.MONDAY.plusDays(1)), the(day, "c-k1").due());
        day.on(Day.MONDAY.plusDays(1)).more("16:00  officer phones c-k1 NOT_REACHED");
        assertEquals(endOf(Day.MONDAY.plusDays(2)), the(day, "c-k1").due());
        day.on(Day.MONDAY.plusDays(2))
                .more("16:00  officer phones c-k1 NOT_REACHED -> case c-k1 FIX");
    }

    // The second opinion.

    @Test
    void a_follow_up_rating_is_the_persons_own_opinion_and_ends_the_following_up() {
        Day day =
                Day.play(SERVED)
                        .more(
                                """
                                08:37  A0001 rates 1 慢
                                08:41  officer verifies r-A0001-1 PARTLY
                                08:45  officer fixes r-A0001-1 EXPLAINED
                                08:46  officer replies r-A0001-1            -> case r-A0001-1 FOLLOW_UP
                                08:47  A0001 rates 2 还是慢 again            -> case r-A0001-1 CLOSE
                                """);
        assertEquals(List.of("r-A0001-1"), ids(day), "and opens no other");
        assertEquals(Optional.of(2), opinion(day, "r-A0001-1"));
    }

    @Test
    void what_a_person_said_themselves_stands_before_what_an_officer_was_told() {
        Day day =
                Day.play(SERVED)
                        .more(
                                """
                                08:37  A0001 rates 1 慢 named
                                08:38  A0001 rates 3 again                   -> case r-A0001-1 VERIFY
                                08:41  officer verifies r-A0001-1 PARTLY
                                08:42  officer phones r-A0001-1 REACHED
                                08:45  officer fixes r-A0001-1 EXPLAINED
                                08:46  officer replies r-A0001-1             -> case r-A0001-1 FOLLOW_UP
                                08:47  officer follows r-A0001-1 SATISFIED   -> case r-A0001-1 CLOSE
                                """);
        assertEquals(Optional.of(3), opinion(day, "r-A0001-1"));
    }

    // Appeals.

    @Test
    void an_appeal_is_reviewed_by_somebody_else_and_everything_waits_for_that() {
        Day day =
                Day.play("09:00  k1 complains")
                        .more(
                                """
                                09:01  officer verifies c-k1 UNFOUNDED
                                09:02  officer appeals c-k1 MISTAKEN     -> case c-k1 REVIEW
                                09:03  officer fixes c-k1 EXPLAINED      -> refused RectificationOrder
                                09:03  officer extends c-k1              -> refused RectificationOrder
                                09:04  officer decides c-k1 UPHELD       -> refused OwnAppeal
                                09:05  reviewer decides c-k1 REJECTED    -> case c-k1 FIX
                                09:06  manager appeals c-k1 MALICIOUS    -> refused AppealUsed
                                09:06  reviewer decides c-k1 UPHELD      -> refused RectificationOrder
                                """);
        assertFalse(the(day, "c-k1").isExcluded());
    }

    @Test
    void one_that_is_upheld_does_not_count_and_is_closed_without_more_ado() {
        Day day =
                Day.play(SERVED)
                        .more(
                                """
                                08:37  A0001 rates 1 慢
                                08:38  manager appeals r-A0001-1 MALICIOUS  -> case r-A0001-1 REVIEW
                                08:39  officer decides r-A0001-1 UPHELD     -> case r-A0001-1 CLOSE
                                """);
        assertTrue(the(day, "r-A0001-1").isExcluded());
        day.more("08:40  officer closes r-A0001-1 -> case r-A0001-1 closed");
        Claim claim = day.hall().findClaim(day.ticketId("A0001")).orElseThrow();
        assertEquals(Optional.of(1), claim.level(), "the rating itself stands");
    }

    @Test
    void an_appeal_wins_no_time() {
        Day day =
                Day.play("09:00  k1 complains")
                        .more("09:02  officer appeals c-k1 MISTAKEN -> case c-k1 REVIEW")
                        .on(Day.MONDAY.plusDays(2))
                        .more("09:00  reviewer decides c-k1 REJECTED -> case c-k1 VERIFY");
        assertTrue(the(day, "c-k1").isOverdue(day.hall().at()));
    }

    // Deadlines.

    @Test
    void deadlines_are_ends_of_working_days_and_a_holiday_is_none() {
        Day day = Day.play("").on(THURSDAY_BEFORE_LABOUR_DAY).more("09:00  k1 complains");
        Rectification.Deadlines by = the(day, "c-k1").deadlines();
        assertEquals(endOf(LocalDate.of(2026, 5, 4)), by.verify(), "not Friday, Labour Day");
        assertEquals(endOf(LocalDate.of(2026, 5, 8)), by.fix());
        assertEquals(endOf(LocalDate.of(2026, 5, 8)), by.reply());
    }

    @Test
    void a_saturday_that_is_worked_instead_is_one() {
        Day day = Day.play("").on(LocalDate.of(2026, 5, 4)).more("09:00  k1 complains");
        Rectification.Deadlines by = the(day, "c-k1").deadlines();
        assertEquals(endOf(LocalDate.of(2026, 5, 9)), by.reply(), "the Saturday");
        assertEquals(endOf(LocalDate.of(2026, 5, 15)), by.followUp());
    }

    @Test
    void a_complex_one_is_put_off_once_and_before_its_reply_is_due() {
        Day day =
                Day.play("09:00  k1 complains")
                        .more(
                                """
                                09:01  officer extends c-k1      -> case c-k1 VERIFY
                                09:02  officer extends c-k1      -> refused ExtensionOver
                                """);
        Rectification put = the(day, "c-k1");
        assertEquals(endOf(Day.MONDAY.plusDays(1)), put.deadlines().verify(), "that is not later");
        assertEquals(endOf(Day.MONDAY.plusDays(21)), put.deadlines().reply());
        assertEquals(endOf(Day.MONDAY.plusDays(28)), put.deadlines().followUp());
        Day.play("09:00  k1 complains")
                .on(Day.MONDAY.plusDays(7))
                .more("20:00  officer extends c-k1 -> refused ExtensionOver");
        Day.play(ANSWERED).more("09:04  officer extends c-k1 -> refused ExtensionOver");
    }

    @Test
    void what_is_overdue_is_said_once_for_each_step() {
        Day day = Day.play("09:00  k1 complains").on(Day.MONDAY.plusDays(1));
        assertFalse(day.hall().rectificationsDue(endOf(Day.MONDAY.plusDays(1)).minusSeconds(1)));
        assertTrue(day.hall().rectificationsDue(endOf(Day.MONDAY.plusDays(1))));
        day.more("20:00  desk is looked at").more("20:01  desk is looked at");
        assertEquals(1, escalations(day));
        assertFalse(day.hall().rectificationsDue(day.hall().at()));
        day.on(Day.MONDAY.plusDays(7))
                .more(
                        """
                        09:00  officer verifies c-k1 CONFIRMED
                        20:00  desk is looked at
                        20:00  desk is looked at
                        """);
        assertEquals(2, escalations(day));
        assertEquals(
                List.of(Rectification.Step.VERIFY, Rectification.Step.FIX),
                the(day, "c-k1").escalated());
    }

    // What else goes on in the hall.

    @Test
    void the_number_of_its_person_goes_when_it_closes() {
        Day day = Day.play("09:00  k1 complains named");
        assertTrue(remembers(day.hall(), "sealed-number"));
        day.more(
                """
                09:01  manager appeals c-k1 MISTAKEN
                09:02  officer looks-up c-k1
                09:03  officer decides c-k1 UPHELD
                09:04  officer closes c-k1            -> case c-k1 closed
                """);
        assertFalse(remembers(day.hall(), "sealed-number"));
    }

    @Test
    void it_outlives_its_day_and_the_right_to_rate() {
        Day day = Day.play(SERVED).more("08:37  A0001 rates 1 慢").more("20:00  day ends");
        LocalDate later = Day.MONDAY.plusDays(14);
        day.open(later)
                .more(
                        """
                        09:00  A0001 rates 4 again                   -> refused UnknownTicket
                        09:00  officer verifies r-A0001-1 CONFIRMED  -> case r-A0001-1 FIX
                        """);
    }

    @Test
    void a_finish_that_was_rated_badly_is_not_undone_under_it() {
        Day.play(SERVED)
                .more(
                        """
                        08:36:05  A0001 rates 1 慢
                        08:36:06  window 1 undoes              -> refused AlreadyRated
                        08:36:07  officer verifies r-A0001-1 CONFIRMED
                        """);
    }

    private static Rectification the(Day day, String id) {
        return day.hall().findRectification(id).orElseThrow();
    }

    private static List<String> ids(Day day) {
        return day.hall().rectifications().stream().map(Rectification::id).toList();
    }

    private static Optional<Integer> opinion(Day day, String id) {
        return the(day, id).opinion().map(Rectification.SecondOpinion::level);
    }

    private static long escalations(Day day) {
        return day.events().stream().filter(Event.RectificationOverdue.class::isInstance).count();
    }

    private static boolean remembers(Hall hall, String text) {
        return new String(hall.snapshot(), StandardCharsets.ISO_8859_1).contains(text);
    }

    private static Instant endOf(LocalDate day) {
        Setup setup = Halls.small();
        return day.atTime(setup.hours().dayEnds()).atZone(setup.zone()).toInstant();
    }
}
