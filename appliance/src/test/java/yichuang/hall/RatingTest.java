package yichuang.hall;

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
                        08:37  A0001 rates 2                -> A0001 closed
                        08:38  A0001 rates 5                -> refused AlreadyRated
                        08:39  A0002 rates 5                -> refused NotRateable
                        """);
    }

    @Test
    void the_deadline_counts_working_days() {
        Day day = Day.play(SERVED + "08:36  window 1 finishes DONE\n20:00  day ends");
        day.open(Day.MONDAY.plusDays(7)).more("23:59  A0001 rates 4");
        Day late = Day.play(SERVED + "08:36  window 1 finishes DONE\n20:00  day ends");
        late.open(Day.MONDAY.plusDays(8)).more("09:00  A0001 rates 4 -> refused UnknownTicket");
    }
}
