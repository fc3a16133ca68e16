package yichuang.bench.day;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import yichuang.bench.day.Act.Verb;

/** The checker must catch every broken history that it is there for, and pass a good one. */
class CheckerTest {
    private static Told good() {
        return Told.goodVisit("t1", "A0001", "3").then(Told.goodVisit("t2", "A0002", "3"));
    }

    private static void caught(String word, Told told) {
        Verdict verdict = Checker.judge(told.history());
        List<String> all = new ArrayList<>(verdict.lost());
        all.addAll(verdict.doubled());
        all.addAll(verdict.others());
        assertTrue(all.stream().anyMatch(one -> one.contains(word)), word + " in " + all);
    }

    @Test
    void a_good_history_passes() {
        assertEquals(0, Checker.judge(good().history()).violations());
    }

    @Test
    void a_lost_ticket_is_caught() {
        Told told = good().take("t3", "A0003");
        caught("A0003 was acknowledged, and the hall does not know it", told);
        assertEquals(2, Checker.judge(told.history()).lost().size(), "hall and report");
    }

    @Test
    void a_ticket_at_two_windows_is_caught() {
        Told told =
                new Told()
                        .take("t1", "A0001")
                        .at("3", Verb.NEXT, "t1", "called", "called")
                        .at("4", Verb.NEXT, "t1", "called", "called");
        caught("A0001 was at window 3 and at window 4 at the same time", told);
        caught("stream: A0001 was at window 3 and at window 4", told);
        caught("has no legal course", told);
    }

    @Test
    void a_number_given_twice_is_caught() {
        caught("number A0002 was given twice", good().then(Told.goodVisit("t3", "A0002", "4")));
    }

    @Test
    void a_gap_in_the_numbers_is_caught() {
        caught(
                "series A has a gap: nobody got number 3",
                good().then(Told.goodVisit("t4", "A0004", "4")));
    }

    @Test
    void a_second_rating_is_caught() {
        caught("A0002 was rated 2 times", good().rate("t2", 1));
    }

    @Test
    void a_rating_that_the_report_lacks_is_caught() {
        Told told = new Told().take("t1", "A0001");
        told.at("3", Verb.NEXT, "t1", "called", "called")
                .at("3", Verb.SERVE, "t1", "serving", "serving");
        told.finish("3", "t1", "closed").rate("t1", 2).row("A0001", "3", "DONE", "");
        caught("A0001 was rated 2; the report does not say so", told.ends("t1", "A0001", "closed"));
    }

    @Test
    void a_closing_that_the_report_lacks_is_caught() {
        Told told = new Told().take("t1", "A0001");
        told.at("3", Verb.NEXT, "t1", "called", "called")
                .at("3", Verb.SERVE, "t1", "serving", "serving");
        told.finish("3", "t1", "closed").row("A0001", "", "", "");
        caught("the report has no such line", told.ends("t1", "A0001", "closed"));
    }

    @Test
    void a_closing_that_nobody_asked_for_is_caught() {
        caught("once more than any window did", good().row("A0002", "3", "DONE", "5"));
    }

    @Test
    void a_ticket_that_nobody_was_given_is_caught() {
        caught("the report has A0009, which nobody was given", good().row("A0009", "", "", ""));
    }

    @Test
    void service_without_a_call_is_caught() {
        Told told = new Told().take("t1", "A0001").at("3", Verb.SERVE, "t1", "serving", "serving");
        caught("ticket A0001 has no legal course", told.ends("t1", "A0001", "serving"));
    }

    @Test
    void who_waited_to_the_end_uncalled_starved() {
        Told told = new Told().take("t1", "A0001").row("A0001", "", "", "");
        caught("A0001 starved", told.ends("t1", "A0001", "expired"));
    }

    @Test
    void a_change_that_the_stream_left_out_is_caught() {
        History whole = good().history();
        History cut =
                new History(
                        whole.acts(),
                        whole.changes().subList(0, whole.changes().size() - 2),
                        true,
                        whole.report(),
                        whole.tickets());
        List<String> found = Checker.judge(cut).others();
        assertEquals(
                List.of(
                        "stream: did not tell Closed of A0002",
                        "stream: told 1 ratings, 2 were given"),
                found);
    }

    @Test
    void two_acts_at_the_same_time_may_have_happened_in_either_order() {
        Told told = new Told().take("t1", "A0001").at("3", Verb.NEXT, "t1", "called", "called");
        Act call = told.history().acts().getLast();
        Act back =
                new Act(
                        Verb.BACK,
                        "test",
                        Optional.empty(),
                        Optional.of("t1"),
                        new JsonObject(),
                        call.askedNanos(),
                        call.answeredNanos() + 5,
                        1,
                        200,
                        new JsonObject().put("state", "waiting"));
        List<Act> acts = new ArrayList<>(told.history().acts());
        acts.add(back);
        History history = new History(acts, List.of(), false, List.of(), Map.of());
        assertEquals(List.of(), new Course().judge(history).others());
    }
}
