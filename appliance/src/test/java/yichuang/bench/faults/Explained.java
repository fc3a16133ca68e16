package yichuang.bench.faults;

import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * Which entries of the manager's list had to be there. In these rounds nobody acts on what is not
 * theirs; so there is only what a lost answer leaves: the hall did it, the console or kiosk never
 * heard, and the island did it again or went on without.
 */
final class Explained {
    /** How long somebody waits for an answer that the cut took, and an alarm more. */
    private static final long LATE_NANOS = 20_000_000_000L;

    private final List<Attempt> unanswered;
    private final List<IslandRound> rounds;
    private final List<String> unheard;

    /**
     * @param unheard tickets that nobody was told of
     */
    Explained(List<Attempt> attempts, List<IslandRound> rounds, List<String> unheard) {
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
}
