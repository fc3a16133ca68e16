package yichuang.bench.day;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import yichuang.bench.day.Act.Verb;

/**
 * A day as it was seen from outside.
 *
 * @param acts what was asked and answered
 * @param changes what the live stream told, in its order
 * @param streamWhole whether the stream told everything from the first act to the last; a killed
 *     process may begin again with a snapshot instead
 * @param report the day report, after the day was closed
 * @param tickets every acknowledged ticket as the hall showed it at the end, by its id; one that
 *     the hall no longer knew is missing
 */
public record History(
        List<Act> acts,
        List<Change> changes,
        boolean streamWhole,
        List<ReportRow> report,
        Map<String, JsonObject> tickets) {
    public History {
        acts = acts.stream().sorted(Comparator.comparingLong(Act::answeredNanos)).toList();
        changes = List.copyOf(changes);
        report = List.copyOf(report);
        tickets = Map.copyOf(tickets);
    }

    /** {@return the acts that gave tickets, one for each ticket} */
    public List<Act> taken() {
        return acts.stream().filter(act -> act.verb() == Verb.TAKE && act.done()).toList();
    }

    /** {@return the numbers of all acknowledged tickets by their ids} */
    public Map<String, String> numbers() {
        Map<String, String> numbers = new LinkedHashMap<>();
        taken().forEach(
                        act ->
                                numbers.put(
                                        act.answer().getString("id"),
                                        act.answer().getString("number")));
        return numbers;
    }

    /** {@return for each ticket the acts on it that the hall did, in the order of their answers} */
    Map<String, List<Act>> doneByTicket() {
        Map<String, List<Act>> byTicket = new LinkedHashMap<>();
        for (Act act : acts) {
            if (act.done() && act.ticket().isPresent()) {
                byTicket.computeIfAbsent(act.ticket().get(), any -> new ArrayList<>()).add(act);
            }
        }
        return byTicket;
    }

    /** {@return for each window its acts that the hall did, in order} */
    Map<String, List<Act>> doneByWindow() {
        Map<String, List<Act>> byWindow = new LinkedHashMap<>();
        for (Act act : acts) {
            if (act.done() && act.window().isPresent()) {
                byWindow.computeIfAbsent(act.window().get(), any -> new ArrayList<>()).add(act);
            }
        }
        return byWindow;
    }

    /** {@return the closings of this ticket that were not taken back} */
    List<Act> closings(String ticket) {
        List<Act> standing = new ArrayList<>();
        Map<String, Verb> lastAt = new LinkedHashMap<>();
        for (Act act : doneByTicket().getOrDefault(ticket, List.of())) {
            String window = act.window().orElse("");
            if (act.verb() == Verb.FINISH) {
                standing.add(act);
            } else if (act.verb() == Verb.UNDO && lastAt.get(window) == Verb.FINISH) {
                standing.removeLast();
            }
            lastAt.put(window, act.verb());
        }
        return standing;
    }
}
