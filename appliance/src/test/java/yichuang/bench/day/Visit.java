package yichuang.bench.day;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One visit as it is planned, before the day begins.
 *
 * @param arrives at the kiosk
 * @param request what is asked for there
 * @param services one for each leg in turn; the last one also stands for further legs
 * @param opinion empty: this person never rates
 * @param comesAgain when what is missing is brought later the same day, after ACCEPTED_DEFERRED
 */
record Visit(
        int index,
        Instant arrives,
        JsonObject request,
        Manner manner,
        List<Service> services,
        Optional<Opinion> opinion,
        boolean asksForReprint,
        Optional<Duration> comesAgain) {
    /** What the person does while waiting and when called. */
    sealed interface Manner {
        record Stays() implements Manner {}

        /** Has no more patience after this time. */
        record Leaves(Duration after) implements Manner {}

        record ChangesItem(Duration after, String item) implements Manner {}

        /** Is not there when called; {@code back}: how long until the person shows up again. */
        record MissesCall(Optional<Duration> back) implements Manner {}
    }

    /**
     * One leg at a window.
     *
     * @param walk from the call until the person stands there
     * @param other another item, for the detours that need one, and the true item if it was not the
     *     one asked for
     */
    record Service(
            Duration walk,
            Duration work,
            Ending ending,
            Detour detour,
            Duration away,
            Optional<String> other) {}

    /** What happens once before the leg is closed, or just after. */
    enum Detour {
        NONE,
        HOLD,
        TO_WINDOW,
        TO_ITEM,
        UNDO_CALL,
        UNDO_FINISH
    }

    /** The body of {@code finish}, as far as it is planned. */
    record Ending(String outcome, JsonObject fields) {}

    /**
     * What the person says about the visit.
     *
     * @param twice tries to say it twice, which the hall must refuse
     */
    record Opinion(String channel, int level, Duration after, boolean twice) {}
}
