package yichuang.bench.reconcile;

import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * What is wrong with the platform on which working day of the month, from its morning to the next.
 */
record Illness(int day, JsonObject fault) {
    /** The first day of three on which nobody is there. */
    static final int GONE = 8;

    /** By business days, Saturdays among them; 2026-03-02 is the first. */
    static final List<Illness> MONTH =
            List.of(
                    of(2, "slow", 1).put("millis", 300).on(),
                    of(3, "broken", 0.3).on(),
                    of(4, "cut-after", 0.2).on(),
                    of(5, "lie", 0.2).on(),
                    of(6, "html", 0.2).on(),
                    of(6, "cut-before", 0.2).on(),
                    of(13, "picky", 0.02).on(),
                    of(15, "skew", 1).put("millis", 600_000).on(),
                    of(17, "rate-limit", 0.3).put("millis", 1_000).on(),
                    of(18, "slow", 0.5).put("millis", 200).on(),
                    of(18, "lie", 0.2).on(),
                    of(18, "cut-after", 0.2).on());

    static JsonObject gone() {
        return new JsonObject().put("kind", "gone");
    }

    static JsonObject none() {
        return new JsonObject().put("kind", "none");
    }

    private static Draft of(int day, String kind, double share) {
        return new Draft(day, new JsonObject().put("kind", kind).put("share", share));
    }

    /** On its way to being one. */
    private record Draft(int day, JsonObject fault) {
        Draft put(String name, int value) {
            fault.put(name, value);
            return this;
        }

        Illness on() {
            return new Illness(day, fault);
        }
    }
}
