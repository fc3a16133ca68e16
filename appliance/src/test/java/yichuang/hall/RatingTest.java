package yichuang.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * One rating for one served visit 一次一评, until the fifth working day after it; nobody's silence is
 * praise.
 */
class RatingTest {
    private static final String SERVED =
            """
            08:30  window 1 opens
            08:31  A0001 takes 社保
            08:32  A0002 takes 社保
            08:33  window 1 calls A0001
            08:34  window 1 serves
            """;

    @Test
    void a_visit_is_rated_once_and_only_when_it_is_over() {
        Day.play(SERVED)
                .more(
                        """
                        08:35  A0001 rates 5                -> refused NotRateable
                        08:36  window 1 finishes DONE
                        08:37  A0001 rates 6                -> refused UnknownLevel
                        08:37  A0001 rates 2 慢              -> A0001 closed
                        08:38  A0001 rates 5                -> refused AlreadyRated
                        08:39  A0002 rates 5                -> refused NotRateable
                        """);
    }

    @Test
    void who_is_dissatisfied_says_why() {
        Day.play(SERVED)
                .more(
                        """
                        08:36  window 1 finishes DONE
                        08:37  A0001 rates 1                -> refused ReasonNeeded
                        08:37  A0001 rates 2 517            -> refused UnknownReason
                        08:37  A0001 rates 2 214 214        -> refused UnknownReason
                        08:37  A0001 rates 2 999            -> refused UnknownReason
                        08:37  A0001 rates 5 等得不久但是话说得太多写得太长超过了二十个字  -> refused CommentTooLong
                        08:37  A0001 rates 2 214 213
                        """);
    }

    @Test
    void a_key_cannot_say_why_and_the_phone_says_it_until_the_day_ends() {
        Day.play(SERVED)
                .more(
                        """
                        08:36  window 1 finishes DONE
                        08:37  A0001 explains 213           -> refused NothingToExplain
                        08:37  A0001 presses 2
                        08:38  A0001 explains               -> refused ReasonNeeded
                        08:38  A0001 explains 517           -> refused UnknownReason
                        08:38  A0001 explains 213 慢
                        08:39  A0001 explains 214           -> refused NothingToExplain
                        """);
        Day.play(SERVED)
                .more(
                        """
                        08:36  window 1 finishes DONE
                        08:37  A0001 presses 1
                        20:00  day ends
                        20:01  A0001 explains 113           -> refused NothingToExplain
                        """);
    }

    @Test
    void there_is_one_follow_up_and_it_never_takes_the_place_of_the_first() {
        Day day =
                Day.play(SERVED)
                        .more(
                                """
                                08:36  window 1 finishes DONE
                                08:37  A0001 rates 5 again          -> refused NotRatedYet
                                08:38  A0001 rates 1 慢
                                08:39  A0001 rates 5                -> refused AlreadyRated
                                08:40  A0001 rates 2 again          -> refused ReasonNeeded
                                08:41  A0001 rates 4 again
                                08:42  A0001 rates 5 again          -> refused AlreadyRated
                                """);
        Claim claim = day.hall().findClaim(day.ticketId("A0001")).orElseThrow();
        assertEquals(Optional.of(1), claim.level());
        assertEquals(Optional.of(4), claim.second().map(Claim.Given::level));
    }

    @Test
    void the_deadline_counts_working_days() {
        Day day = Day.play(SERVED + "08:36  window 1 finishes DONE\n20:00  day ends");
        day.open(Day.MONDAY.plusDays(7)).more("23:59  A0001 rates 4");
        Day late = Day.play(SERVED + "08:36  window 1 finishes DONE\n20:00  day ends");
        late.open(Day.MONDAY.plusDays(8)).more("09:00  A0001 rates 4 -> refused UnknownTicket");
    }
}
