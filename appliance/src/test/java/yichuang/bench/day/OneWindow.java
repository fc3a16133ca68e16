package yichuang.bench.day;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A ticket is at one window at a time. A window has it for certain from the answer that said so
 * until it asks for what sends the ticket away; no other window may have it for certain meanwhile.
 * The stream, which has the hall's own order, must not show it at two windows either.
 */
final class OneWindow implements Checker.Check {
    private record Stay(String window, long from, long until) {
        boolean overlaps(Stay other) {
            return from < other.until && other.from < until;
        }
    }

    @Override
    public Verdict judge(History history) {
        Map<String, List<Stay>> stays = new LinkedHashMap<>();
        history.doneByWindow().forEach((window, acts) -> add(window, acts, stays));
        Map<String, String> numbers = history.numbers();
        List<String> violations = new ArrayList<>();
        stays.forEach(
                (ticket, at) -> {
                    for (int i = 0; i < at.size(); i++) {
                        for (int j = i + 1; j < at.size(); j++) {
                            if (!at.get(i).window.equals(at.get(j).window)
                                    && at.get(i).overlaps(at.get(j))) {
                                violations.add(
                                        sentence(
                                                numbers.getOrDefault(ticket, ticket),
                                                at.get(i).window,
                                                at.get(j).window));
                            }
                        }
                    }
                });
        violations.addAll(inStream(history, numbers));
        return Verdict.doubled(violations);
    }

    private static void add(String window, List<Act> acts, Map<String, List<Stay>> stays) {
        Optional<String> here = Optional.empty();
        long since = 0;
        for (Act act : acts) {
            Optional<String> after = act.leavesWindowBusy() ? act.ticket() : Optional.empty();
            if (here.equals(after)) {
                continue;
            }
            if (here.isPresent()) {
                stays.computeIfAbsent(here.get(), any -> new ArrayList<>())
                        .add(new Stay(window, since, act.askedNanos()));
            }
            here = after;
            since = act.answeredNanos();
        }
        if (here.isPresent()) {
            stays.computeIfAbsent(here.get(), any -> new ArrayList<>())
                    .add(new Stay(window, since, Long.MAX_VALUE));
        }
    }

    /** Only a call brings a ticket to a window; whatever is told of it elsewhere ends that. */
    private static List<String> inStream(History history, Map<String, String> numbers) {
        List<String> violations = new ArrayList<>();
        Map<String, String> at = new LinkedHashMap<>();
        for (Change change : history.changes()) {
            if (change.type().equals(Change.SNAPSHOT)) {
                at.clear();
            }
            if (change.ticket().isEmpty() || change.window().isEmpty()) {
                continue;
            }
            String ticket = change.ticket().get();
            String window = change.window().get();
            switch (change.type()) {
                case "Called", "Recalled", "Serving" -> {
                    String before = at.put(ticket, window);
                    if (before != null && !before.equals(window)) {
                        violations.add(
                                "stream: "
                                        + sentence(
                                                numbers.getOrDefault(ticket, ticket),
                                                before,
                                                window));
                    }
                }
                default -> at.remove(ticket);
            }
        }
        return violations;
    }

    private static String sentence(String number, String one, String other) {
        return number + " was at window " + one + " and at window " + other + " at the same time";
    }
}
