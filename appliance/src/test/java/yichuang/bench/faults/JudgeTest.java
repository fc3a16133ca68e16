package yichuang.bench.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import yichuang.bench.day.Act;
import yichuang.bench.day.Act.Verb;
import yichuang.bench.day.Verdict;

/** The judge passes a good history and catches each broken one. */
class JudgeTest {
    private static final String HEAD = "number,window,outcome,caseNumber,itemCode,ratingLevel";

    private final List<Act> acts = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Node> nodes = List.of(new Node("n1"), new Node("n2"), new Node("n3"));
    private long now;

    /** What a node will show. */
    private static final class Node {
        private final String name;
        private final Map<String, JsonObject> tickets = new HashMap<>();
        private final List<String> rows = new ArrayList<>();
        private JsonObject hall = new JsonObject().put("index", 7).put("windows", new JsonArray());

        private Node(String name) {
            this.name = name;
        }

        private Shown shown() {
            return new Shown(name, hall, tickets, Optional.of(report()));
        }

        private String report() {
            return HEAD + "\n" + String.join("\n", rows) + "\n";
        }
    }

    JudgeTest() {
        visit("t1", "A0001", "3");
        visit("t2", "A0002", "4");
    }

    private void act(Verb verb, String window, String ticket, JsonObject asked, JsonObject answer) {
        Optional<String> at = window.isEmpty() ? Optional.empty() : Optional.of(window);
        acts.add(
                new Act(
                        verb,
                        "test",
                        at,
                        Optional.of(ticket),
                        asked,
                        now,
                        now + 10,
                        1,
                        200,
                        answer));
        now += 20;
    }

    private void take(String ticket, String number) {
        act(
                Verb.TAKE,
                "",
                ticket,
                new JsonObject(),
                new JsonObject().put("id", ticket).put("number", number));
    }

    private void at(String window, Verb verb, String ticket, String state, String windowState) {
        act(
                verb,
                window,
                ticket,
                new JsonObject().put("outcome", "DONE"),
                new JsonObject()
                        .put("state", windowState)
                        .put("ticket", new JsonObject().put("id", ticket).put("state", state)));
    }

    private void rate(String ticket) {
        act(Verb.RATE, "", ticket, new JsonObject().put("level", 5), new JsonObject());
    }

    private void visit(String ticket, String number, String window) {
        take(ticket, number);
        at(window, Verb.NEXT, ticket, "called", "called");
        at(window, Verb.SERVE, ticket, "serving", "serving");
        at(window, Verb.FINISH, ticket, "closed", "idle");
        rate(ticket);
        for (Node node : nodes) {
            node.tickets.put(
                    ticket,
                    new JsonObject().put("number", number).put("state", "closed").put("rated", 5));
            node.rows.add(number + "," + window + ",DONE,1,1,5");
        }
    }

    private Verdict verdict() {
        return Judge.judge(attempts, acts, nodes.stream().map(Node::shown).toList());
    }

    private static void has(String words, List<String> sentences) {
        assertTrue(
                sentences.stream().anyMatch(one -> one.contains(words)),
                words + " in " + sentences);
    }

    @Test
    void a_good_history_passes() {
        assertEquals(0, verdict().violations());
    }

    @Test
    void a_ticket_lost_at_one_node_is_lost() {
        nodes.get(1).tickets.remove("t2");
        has("A0002 was acknowledged, and n2 does not know it", verdict().lost());
    }

    @Test
    void a_ticket_lost_everywhere_is_lost() {
        nodes.forEach(node -> node.tickets.remove("t2"));
        nodes.forEach(node -> node.rows.removeLast());
        has("A0002 is not in the report", verdict().lost());
    }

    @Test
    void a_lost_call_and_closing_is_lost() {
        nodes.forEach(node -> node.rows.set(1, "A0002,,,,,"));
        has("the report has no such line", verdict().lost());
    }

    @Test
    void a_rating_lost_at_one_node_is_lost() {
        nodes.get(2).tickets.get("t1").remove("rated");
        has("A0001 was rated, and n3 does not know it", verdict().lost());
    }

    @Test
    void a_rating_lost_in_one_report_is_lost() {
        nodes.get(2).rows.set(0, "A0001,3,DONE,1,1,");
        has("A0001 was rated 5; the report does not say so", verdict().lost());
    }

    @Test
    void one_number_for_two_people_is_doubled() {
        visit("t3", "A0002", "3");
        has("number A0002 was given twice", verdict().doubled());
    }

    @Test
    void one_ticket_called_to_two_windows_is_doubled() {
        take("t3", "A0003");
        at("3", Verb.NEXT, "t3", "called", "called");
        at("4", Verb.NEXT, "t3", "called", "called");
        has("A0003 was at window 3 and at window 4", verdict().doubled());
    }

    @Test
    void a_visit_rated_twice_is_doubled() {
        rate("t1");
        has("A0001 was rated 2 times", verdict().doubled());
    }

    @Test
    void a_closing_that_took_effect_twice_is_doubled() {
        nodes.forEach(node -> node.rows.add("A0001,3,DONE,2,1,5"));
        has("closes A0001 with DONE once more", verdict().doubled());
    }

    @Test
    void a_ticket_that_nobody_took_is_doubled() {
        nodes.forEach(node -> node.rows.add("A0003,,,,,"));
        has("the report has A0003, which nobody was given", verdict().doubled());
    }

    @Test
    void a_number_that_nobody_got_is_a_gap() {
        visit("t4", "A0004", "3");
        has("series A has a gap: nobody got number 3", verdict().others());
    }

    @Test
    void service_without_a_call_is_no_legal_course() {
        take("t3", "A0003");
        at("3", Verb.SERVE, "t3", "serving", "serving");
        has("A0003 has no legal course", verdict().others());
    }

    @Test
    void a_node_that_shows_another_state_does_not_agree() {
        nodes.get(1).tickets.get("t1").put("state", "waiting");
        has("n1 and n2 do not agree on A0001", verdict().others());
    }

    @Test
    void a_node_that_stays_behind_does_not_agree() {
        nodes.get(2).hall = nodes.get(2).hall.copy().put("index", 6);
        has("n1 and n3 do not agree on index: 7 and 6", verdict().others());
    }

    @Test
    void a_report_with_another_line_does_not_agree() {
        nodes.get(2).rows.set(0, "A0001,3,DONE,2,1,5");
        has("n1 and n3 do not report the same day", verdict().others());
    }

    private void sent(String key, String node, int status, String said) {
        attempts.add(new Attempt(key, "POST /api/tickets", node, now, now + 10, status, said));
        now += 20;
    }

    private static String ticket(String id, int ahead) {
        return new JsonObject().put("id", id).put("ahead", ahead).encode();
    }

    @Test
    void a_key_that_is_answered_once_more_is_answered_the_same() {
        sent("k", "n1", 503, "{}");
        sent("k", "n2", 0, "broken off");
        sent("k", "n3", 201, ticket("t1", 3));
        sent("k", "n1", 503, "{}");
        sent("k", "n1", 201, ticket("t1", 2));
        assertEquals(0, verdict().violations());
    }

    @Test
    void a_key_answered_with_two_tickets_is_doubled() {
        sent("k", "n1", 201, ticket("t1", 3));
        sent("k", "n2", 201, ticket("t2", 3));
        has("k, POST /api/tickets, was answered in different ways", verdict().doubled());
    }

    @Test
    void a_key_refused_after_it_was_done_is_doubled() {
        sent("k", "n1", 201, ticket("t1", 3));
        sent("k", "n2", 409, "{\"type\":\"urn:yichuang:window-busy\"}");
        has("was answered in different ways", verdict().doubled());
    }

    @Test
    void a_key_refused_before_it_was_done_is_not() {
        sent("k", "n1", 409, "{\"type\":\"urn:yichuang:window-busy\"}");
        sent("k", "n2", 201, ticket("t1", 3));
        assertEquals(0, verdict().violations());
    }
}
