package yichuang.hall;

import org.junit.jupiter.api.Test;

/**
 * A missed call is not a lost place. Grace: 15 minutes; three calls, ten seconds apart (product,
 * the life of a ticket).
 */
class NoShowTest {
    private static final String CALLED_THRICE =
            """
            08:30     window 1 opens
            08:31     A0001 takes 社保
            08:40:00  window 1 calls A0001
            08:40:20  window 1 recalls
            08:40:40  window 1 recalls          -> A0001 called
            """;

    @Test
    void who_returns_within_the_grace_is_called_again() {
        Day.play(CALLED_THRICE)
                .more(
                        """
                        08:41     window 1 no-show          -> A0001 no-show
                        08:52     A0001 back                -> A0001 waiting
                        08:55     window 1 calls A0001      -> A0001 called
                        """);
    }

    @Test
    void staff_may_call_a_missed_number_straight_again() {
        Day.play(CALLED_THRICE)
                .more(
                        """
                        08:41     window 1 no-show
                        08:45     window 1 calls A0001      -> A0001 called
                        """);
    }

    @Test
    void a_no_show_needs_three_calls_and_time_between_them() {
        Day.play(
                """
                08:30     window 1 opens
                08:31     A0001 takes 社保
                08:40:00  window 1 calls A0001
                08:40:01  window 1 no-show          -> refused NoShowTooEarly
                08:40:02  window 1 recalls
                08:40:03  window 1 recalls
                08:40:04  window 1 no-show          -> refused NoShowTooEarly
                08:40:20  window 1 recalls
                08:40:40  window 1 no-show          -> refused NoShowTooEarly
                08:40:41  window 1 recalls          -> refused RecallsUsed
                """);
    }

    @Test
    void hurrying_through_the_calls_does_not_make_a_no_show() {
        Day.play(CALLED_THRICE)
                .more(
                        """
                        08:40:45  window 1 no-show          -> refused NoShowTooEarly
                        08:40:50  window 1 no-show          -> A0001 no-show
                        """);
    }

    @Test
    void after_the_grace_the_place_expires_and_says_so() {
        Day.play(CALLED_THRICE)
                .more(
                        """
                        08:41     window 1 no-show
                        08:55     watch                     -> A0001 no-show
                        08:56     A0001 back                -> refused GraceOver
                        08:56     watch                     -> A0001 expired
                        08:57     window 1 calls A0001      -> refused TicketElsewhere
                        """);
    }

    @Test
    void who_is_being_served_cannot_be_a_no_show() {
        Day.play(CALLED_THRICE)
                .more(
                        """
                        08:41     window 1 serves
                        08:42     window 1 no-show          -> refused NothingHere
                        """);
    }
}
