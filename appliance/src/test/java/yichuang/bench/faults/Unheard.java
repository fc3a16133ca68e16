package yichuang.bench.faults;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import yichuang.bench.day.Act;
import yichuang.bench.day.Act.Verb;
import yichuang.bench.day.ReportRow;

/**
 * Tickets that nobody was told of. A kiosk asked, the hall gave a number, and the cut took the
 * answer; the kiosk asked on with the same key until its controller, alone by then, gave one of its
 * own letters, and that one the person has. The first may be called in vain, or is cancelled when
 * the island comes home. Each needs a request that went that way, for the same items; any other
 * number in the report that nobody was given is not explained by this.
 */
final class Unheard {
    private final Map<String, Act> taken = new LinkedHashMap<>();
    private final Map<String, JsonObject> shown = new LinkedHashMap<>();

    private Unheard() {}

    /**
     * Looks for them in the report.
     *
     * @param byNumber what the hall shows of a number
     */
    static Unheard of(
            List<Attempt> attempts,
            List<Act> acts,
            String report,
            Function<String, Optional<JsonObject>> byNumber) {
        Unheard unheard = new Unheard();
        List<Act> lost = lost(attempts, acts);
        List<String> told =
                acts.stream()
                        .filter(act -> act.verb() == Verb.TAKE && act.done())
                        .map(act -> act.answer().getString("number"))
                        .toList();
        ReportRow.parse(report).stream()
                .map(ReportRow::number)
                .distinct()
                .filter(number -> !told.contains(number))
                .forEach(number -> byNumber.apply(number).ifPresent(it -> unheard.match(it, lost)));
        return unheard;
    }

    /** Acts that gave an island's number after an answer to the same request was lost. */
    private static List<Act> lost(List<Attempt> attempts, List<Act> acts) {
        Map<String, String> keys = new LinkedHashMap<>();
        attempts.stream()
                .filter(one -> one.done() && one.request().equals("POST /api/tickets"))
                .forEach(one -> keys.put(new JsonObject(one.said()).getString("id"), one.key()));
        List<String> unanswered =
                attempts.stream().filter(one -> !one.known()).map(Attempt::key).distinct().toList();
        return new ArrayList<>(
                acts.stream()
                        .filter(act -> act.verb() == Verb.TAKE && act.done())
                        .filter(act -> Sides.LETTERS.containsValue(letter(act)))
                        .filter(act -> unanswered.contains(keys.get(act.answer().getString("id"))))
                        .toList());
    }

    private static String letter(Act act) {
        return act.answer().getString("number").replaceAll("\\d", "");
    }

    private void match(JsonObject ticket, List<Act> lost) {
        List<Object> items =
                ticket.getJsonArray("legs").stream()
                        .map(leg -> (Object) ((JsonObject) leg).getString("item"))
                        .toList();
        for (Iterator<Act> each = lost.iterator(); each.hasNext(); ) {
            Act act = each.next();
            if (act.asked().getJsonArray("items").getList().equals(items)) {
                each.remove();
                taken.put(ticket.getString("id"), act);
                shown.put(ticket.getString("id"), ticket);
                return;
            }
        }
    }

    /** {@return their ids} */
    List<String> ids() {
        return List.copyOf(taken.keySet());
    }

    /** {@return what the hall did for them that nobody heard of} */
    List<Act> acts() {
        List<Act> acts = new ArrayList<>();
        taken.forEach(
                (id, act) -> {
                    JsonObject ticket = shown.get(id);
                    JsonObject answer =
                            new JsonObject()
                                    .put("id", id)
                                    .put("number", ticket.getString("number"));
                    acts.add(did(Verb.TAKE, id, act, act.askedNanos() + 1, answer));
                    if (ticket.getString("state").equals("cancelled")) {
                        acts.add(did(Verb.CANCEL, id, act, Long.MAX_VALUE, answer));
                    }
                });
        return acts;
    }

    private static Act did(Verb verb, String id, Act of, long until, JsonObject answer) {
        return new Act(
                verb,
                "nobody",
                Optional.empty(),
                Optional.of(id),
                of.asked(),
                of.askedNanos(),
                until,
                of.tries(),
                200,
                answer);
    }
}
