package yichuang.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The last act at a window can be taken back within ten seconds, as a new command. */
class UndoTest {
    private static final String CALLED =
            """
            08:30     window 1 opens
            08:30     window 2 opens
            08:31     A0001 takes 社保
            08:40:00  window 1 calls A0001
            """;

    @Test
    void a_call_by_mistake_leaves_the_ticket_where_it_stood() {
        Day day = Day.play(CALLED + "08:40:09  window 1 undoes -> A0001 waiting");
        assertTrue(day.ticket("A0001").currentLeg().calls().isEmpty());
    }

    @Test
    void every_act_goes_back_one_step_and_no_further() {
        Day.play(CALLED)
                .more(
                        """
                        08:41:00  window 1 serves
                        08:41:05  window 1 undoes           -> A0001 called
                        08:41:06  window 1 undoes           -> refused NothingToUndo
                        08:41:07  window 1 serves
                        08:42:00  window 1 holds
                        08:42:05  window 1 undoes           -> A0001 serving
                        08:43:00  window 1 sends window 2
                        08:43:05  window 1 undoes           -> A0001 serving
                        08:44:00  window 1 finishes DONE
                        08:44:05  window 1 undoes           -> A0001 serving
                        08:45:00  window 1 finishes DONE    -> A0001 closed
                        """);
    }

    @Test
    void after_ten_seconds_it_is_too_late() {
        Day.play(CALLED + "08:40:11  window 1 undoes -> refused NothingToUndo");
    }

    @Test
    void what_somebody_else_has_acted_on_since_cannot_be_taken_back() {
        Day.play(CALLED)
                .more(
                        """
                        08:40:05  window 1 sends window 2
                        08:40:06  window 2 calls A0001
                        08:40:08  window 1 undoes           -> refused NothingToUndo
                        """);
    }

    @Test
    void a_visit_that_was_rated_stays_closed() {
        Day.play(CALLED)
                .more(
                        """
                        08:41:00  window 1 serves
                        08:42:00  window 1 finishes DONE
                        08:42:03  A0001 rates 5
                        08:42:05  window 1 undoes           -> refused AlreadyRated
                        """);
    }

    @Test
    void an_undone_closing_leaves_nothing_to_rate_and_no_right_to_return() {
        Day day =
                Day.play(CALLED)
                        .more(
                                """
                                08:41:00  window 1 serves
                                08:42:00  window 1 finishes ACCEPTED_DEFERRED 照片
                                08:42:05  window 1 undoes           -> A0001 serving
                                08:42:06  A0001 rates 1             -> refused NotRateable
                                08:42:07  A0002 takes with 社保202603020001  -> refused Unknown
                                """);
        assertEquals(java.util.Optional.empty(), day.hall().findClaim(day.ticket("A0001").id()));
    }
}
