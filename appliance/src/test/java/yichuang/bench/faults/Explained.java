package yichuang.bench.faults;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import yichuang.bench.day.Act;

/**
 * Which entries of the manager's list had to be there. In these rounds nobody acts on what is not
 * theirs; so there is only what a lost answer leaves: the hall did it, the console or kiosk never
 * heard, and the island did it again or went on without.
 */
final class Explained {
    /** How long somebody waits for an answer that the cut took, and an alarm more. */
    private static final long LATE_NANOS = 20_000_000_000L;

    /** The hall keeps its own outcome, and the island's is on the list instead of the report. */
    private static final Set<String> OUTCOMES =
            Set.of("finished-twice", "finished-after-end", "served-elsewhere");

    private final List<Attempt> attempts;
    private final List<Attempt> unanswered;
    private final List<IslandRound> rounds;
    private final List<String> unheard;

    /**
     * @param unheard tickets that nobody was told of
     */
    Explained(List<Attempt> attempts, List<IslandRound> rounds, List<String> unheard) {
        this.attempts = attempts;
        this.unanswered = attempts.stream().filter(one -> !one.known()).toList();
        this.rounds = rounds;
        this.unheard = unheard;
    }

    /** {@return whether a lost answer at the cut of that controller accounts for it} */
    boolean test(JsonObject conflict) {
        if (unheard.contains(conflict.getString("ticket"))) {
            return true;
        }
        String window = conflict.getString("window");
        return window != null
                && rounds.stream()
                        .filter(round -> round.node().equals(conflict.getString("node")))
                        .anyMatch(round -> isLost(window, round));
    }

    private boolean isLost(String window, IslandRound round) {
        return unanswered.stream()
                .filter(one -> one.request().startsWith("POST /api/windows/" + window + "/"))
                .filter(one -> one.node().equals(round.node()))
                .anyMatch(
                        one ->
                                one.answeredNanos() >= round.cutNanos()
                                        && one.sentNanos() < round.cutNanos() + LATE_NANOS);
    }

    /**
     * {@return the acts without those that are on the manager's list instead of in the report} What
     * was asked before the answer was lost, and that request itself, the hall has too.
     */
    List<Act> inTheReport(List<Act> acts, List<JsonObject> conflicts) {
        List<Act> left = new ArrayList<>(acts);
        conflicts.stream()
                .filter(one -> OUTCOMES.contains(one.getString("kind")) && test(one))
                .forEach(one -> left.removeIf(act -> isOnIsland(act, one)));
        return left;
    }

    private boolean isOnIsland(Act act, JsonObject conflict) {
        if (!act.done() || !act.ticket().filter(conflict.getString("ticket")::equals).isPresent()) {
            return false;
        }
        Set<String> lostKeys =
                unanswered.stream().map(Attempt::key).collect(Collectors.toUnmodifiableSet());
        return attempts.stream()
                .filter(one -> one.answeredNanos() == act.answeredNanos() && one.done())
                .filter(one -> one.node().equals(conflict.getString("node")))
                .filter(one -> !lostKeys.contains(one.key()))
                .anyMatch(
                        one ->
                                rounds.stream()
                                        .filter(round -> round.node().equals(one.node()))
                                        .anyMatch(
                                                round ->
                                                        one.sentNanos() > round.cutNanos()
                                                                && one.sentNanos()
                                                                        < round.oneHallNanos()));
    }
}
