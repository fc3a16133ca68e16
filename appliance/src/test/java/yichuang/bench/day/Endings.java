package yichuang.bench.day;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import yichuang.bench.day.Act.Verb;

/**
 * Nobody is lost and nobody starves: after the close of day every acknowledged ticket is still
 * known, by the same number, and ended; and nobody who waited to the end was never called.
 */
final class Endings implements Checker.Check {
    private static final Set<String> ENDED = Set.of("closed", "cancelled", "expired");

    @Override
    public Verdict judge(History history) {
        List<String> lost = new ArrayList<>();
        List<String> others = new ArrayList<>();
        Map<String, List<Act>> acts = history.doneByTicket();
        history.numbers()
                .forEach(
                        (ticket, number) -> {
                            JsonObject shown = history.tickets().get(ticket);
                            if (shown == null) {
                                lost.add(
                                        number
                                                + " was acknowledged, and the hall does not know it");
                            } else if (!number.equals(shown.getString("number"))) {
                                lost.add(number + " is now called " + shown.getString("number"));
                            } else if (!ENDED.contains(shown.getString("state"))) {
                                lost.add(number + " has no end: it is " + shown.getString("state"));
                            } else if (shown.getString("state").equals("expired")
                                    && acts.getOrDefault(ticket, List.of()).stream()
                                            .noneMatch(act -> act.verb() == Verb.NEXT)) {
                                others.add(number + " starved: it waited to the end, never called");
                            }
                        });
        return new Verdict(lost, List.of(), others);
    }
}
