package yichuang.bench.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import yichuang.bench.day.Act;
import yichuang.bench.day.Act.Verb;

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

    @Test
    void a_closing_on_the_managers_list_is_not_looked_for_in_the_report() {
        List<Attempt> attempts =
                List.of(
                        sent("hold", 99, 102, 0),
                        sent("hold", 116, 117, 200),
                        sent("finish", 120, 121, 200));
        List<Act> acts = List.of(did(Verb.HOLD, 99, 117), did(Verb.FINISH, 120, 121));
        Explained explained = new Explained(attempts, List.of(ROUND), List.of());
        assertEquals(
                List.of(Verb.HOLD),
                verbs(explained.inTheReport(acts, List.of(conflict("finished-after-end")))));
        assertEquals(
                List.of(Verb.HOLD, Verb.FINISH),
                verbs(explained.inTheReport(acts, List.of(conflict("rated-twice")))));
        assertEquals(
                List.of(Verb.HOLD, Verb.FINISH), verbs(explained.inTheReport(acts, List.of())));
    }

    private static JsonObject conflict(String kind) {
        return new JsonObject()
                .put("kind", kind)
                .put("node", "s1")
                .put("ticket", "t1")
                .put("window", "6");
    }

    private static Attempt sent(String act, long sent, long answered, int status) {
        return new Attempt(
                act,
                "POST /api/windows/6/" + act,
                "s1",
                sent * SECOND,
                answered * SECOND,
                status,
                "{}");
    }

    private static Act did(Verb verb, long asked, long answered) {
        return new Act(
                verb,
                "window 6",
                Optional.of("6"),
                Optional.of("t1"),
                new JsonObject(),
                asked * SECOND,
                answered * SECOND,
                1,
                200,
                new JsonObject());
    }

    private static List<Verb> verbs(List<Act> acts) {
        return acts.stream().map(Act::verb).toList();
    }
}
