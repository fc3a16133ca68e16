package yichuang.bench.day;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import yichuang.bench.day.Act.Verb;

/**
 * The live stream tells what happened, in order: ids grow, no change is told that nobody caused,
 * and, when the stream was whole, none is missing. A call that was taken back and a day that ends
 * have changes of their own; only the types below are counted.
 */
final class StreamAgrees implements Checker.Check {
    private static final Map<String, Verb> CAUSES =
            Map.of(
                    "TicketTaken", Verb.TAKE,
                    "Called", Verb.NEXT,
                    "Recalled", Verb.RECALL,
                    "Serving", Verb.SERVE,
                    "Held", Verb.HOLD,
                    "Transferred", Verb.TRANSFER,
                    "NoShow", Verb.NO_SHOW,
                    "Closed", Verb.FINISH,
                    "Cancelled", Verb.CANCEL);

    /** These carry the index of whatever the log had last. */
    private static final Set<String> OUTSIDE_THE_LOG = Set.of("Device", Change.SNAPSHOT);

    @Override
    public Verdict judge(History history) {
        List<String> others = new ArrayList<>();
        long last = -1;
        Map<String, Integer> told = new TreeMap<>();
        for (Change change : history.changes()) {
            if (OUTSIDE_THE_LOG.contains(change.type())) {
                continue;
            }
            if (change.index() < last) {
                others.add("stream: " + change.index() + " was told after " + last);
            }
            last = change.index();
            if (CAUSES.containsKey(change.type())) {
                told.merge(change.type() + " " + change.ticket().orElse("?"), 1, Integer::sum);
            }
        }
        Map<String, Integer> caused = new TreeMap<>();
        history.doneByTicket()
                .forEach(
                        (ticket, acts) -> {
                            for (Act act : acts) {
                                CAUSES.forEach(
                                        (type, verb) -> {
                                            if (act.verb() == verb) {
                                                caused.merge(type + " " + ticket, 1, Integer::sum);
                                            }
                                        });
                            }
                        });
        Map<String, String> numbers = history.numbers();
        told.forEach(
                (change, times) -> {
                    if (times > caused.getOrDefault(change, 0)) {
                        others.add(
                                "stream: told "
                                        + named(change, numbers)
                                        + " more often than it was asked");
                    }
                });
        if (history.streamWhole()) {
            caused.forEach(
                    (change, times) -> {
                        if (times > told.getOrDefault(change, 0)) {
                            others.add("stream: did not tell " + named(change, numbers));
                        }
                    });
        }
        ratings(history, others);
        return Verdict.others(others);
    }

    /** A rating is told without the ticket, so that nobody at a window can tell who gave it. */
    private static void ratings(History history, List<String> others) {
        long told = history.changes().stream().filter(one -> one.type().equals("Rated")).count();
        long given =
                history.acts().stream()
                        .filter(act -> act.done() && OneRating.isRating(act))
                        .count();
        if (told > given || (history.streamWhole() && told < given)) {
            others.add("stream: told " + told + " ratings, " + given + " were given");
        }
    }

    private static String named(String change, Map<String, String> numbers) {
        String[] parts = change.split(" ", 2);
        return parts[0] + " of " + numbers.getOrDefault(parts[1], parts[1]);
    }
}
