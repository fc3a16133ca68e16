package yichuang.bench.day;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import yichuang.bench.day.Act.Verb;

/**
 * The life of each ticket is legal: there is an order of the acts on it, no act before one that was
 * answered before this was asked, in which every act was allowed and led to the state that its
 * answer named; and the state at the end is the last one, or follows from it by the day's end.
 *
 * <p>This is linearizability (Herlihy and Wing 1990), one ticket at a time; a ticket has few acts,
 * and hardly any at the same time, so the search is short.
 */
final class Course implements Checker.Check {
    private static final Set<Verb> MOVES =
            EnumSet.of(
                    Verb.TAKE,
                    Verb.CANCEL,
                    Verb.CHANGE,
                    Verb.BACK,
                    Verb.NEXT,
                    Verb.RECALL,
                    Verb.SERVE,
                    Verb.HOLD,
                    Verb.TRANSFER,
                    Verb.NO_SHOW,
                    Verb.UNDO,
                    Verb.FINISH);
    private static final Set<String> FINAL = Set.of("closed", "cancelled", "expired");

    @Override
    public Verdict judge(History history) {
        List<String> violations = new ArrayList<>();
        history.doneByTicket()
                .forEach(
                        (ticket, acts) -> {
                            List<Act> moves =
                                    acts.stream()
                                            .filter(act -> MOVES.contains(act.verb()))
                                            .toList();
                            Optional<String> end =
                                    Optional.ofNullable(history.tickets().get(ticket))
                                            .map(shown -> shown.getString("state"));
                            if (!legal(Place.NOWHERE, moves, end)) {
                                violations.add(sentence(ticket, moves, end));
                            }
                        });
        return Verdict.others(violations);
    }

    private static boolean legal(Place place, List<Act> left, Optional<String> end) {
        if (left.isEmpty()) {
            return end.isEmpty() || ends(place, end.get());
        }
        long firstAnswer = left.stream().mapToLong(Act::answeredNanos).min().orElseThrow();
        for (int i = 0; i < left.size(); i++) {
            Act act = left.get(i);
            if (act.askedNanos() > firstAnswer) {
                continue;
            }
            Optional<Place> next = place.after(act).filter(after -> told(act, after));
            if (next.isPresent()) {
                List<Act> rest = new ArrayList<>(left);
                rest.remove(i);
                if (legal(next.get(), rest, end)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean told(Act act, Place after) {
        return act.ticketState().filter(state -> !state.equals(after.state())).isEmpty();
    }

    private static boolean ends(Place place, String end) {
        return end.equals(place.state())
                || (end.equals("expired") && !FINAL.contains(place.state()));
    }

    private static String sentence(String ticket, List<Act> moves, Optional<String> end) {
        String number =
                moves.stream()
                        .filter(act -> act.verb() == Verb.TAKE)
                        .map(act -> act.answer().getString("number"))
                        .findFirst()
                        .orElse(ticket);
        List<String> steps = new ArrayList<>();
        for (Act act : moves) {
            steps.add(
                    act.verb()
                            + act.window().map(window -> "@" + window).orElse("")
                            + act.ticketState().map(state -> ">" + state).orElse(""));
        }
        return new JsonObject()
                .put("ticket " + number + " has no legal course", steps)
                .put("shown at the end", end.orElse("unknown"))
                .encode();
    }
}
