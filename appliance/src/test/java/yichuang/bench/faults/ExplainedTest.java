package yichuang.bench.faults;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Only a lost answer at that cut and that window excuses an entry on the manager's list. */
class ExplainedTest {
    private static final long SECOND = 1_000_000_000L;
    private static final IslandRound ROUND =
            new IslandRound(
                    1,
                    "s1",
                    "satellite",
                    100 * SECOND,
                    116 * SECOND,
                    150 * SECOND,
                    160 * SECOND,
                    40,
                    160);

    private static boolean explained(String request, long sent, long answered, int status) {
        Attempt attempt =
                new Attempt("k", request, "s1", sent * SECOND, answered * SECOND, status, "{}");
        JsonObject conflict =
                new JsonObject().put("node", "s1").put("ticket", "t1").put("window", "6");
        return new Explained(List.of(attempt), List.of(ROUND), List.of()).test(conflict);
    }

    @Test
    void an_answer_lost_at_the_cut_explains_it() {
        assertTrue(explained("POST /api/windows/6/finish", 99, 102, 0));
    }

    @Test
    void an_answer_that_came_does_not() {
        assertFalse(explained("POST /api/windows/6/finish", 99, 102, 200));
    }

    @Test
    void another_window_or_another_time_does_not() {
        assertFalse(explained("POST /api/windows/12/finish", 99, 102, 0));
        assertFalse(explained("POST /api/windows/6/finish", 130, 133, 0));
        assertFalse(explained("POST /api/windows/6/finish", 90, 93, 0));
    }
}
