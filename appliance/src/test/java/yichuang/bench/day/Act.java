package yichuang.bench.day;

import io.vertx.core.json.JsonObject;
import java.util.Optional;

/**
 * One thing somebody asked of the hall, and the answer. A request that was repeated is one act: it
 * was asked when it was first sent, and may have taken effect at any moment until its answer.
 *
 * @param who for instance {@code visit 12} or {@code window 3}
 * @param window where, for the acts of a window
 * @param ticket the id of the ticket it concerned, as far as the asker knew or was told
 * @param askedNanos and {@code answeredNanos}: on one clock for the whole history
 * @param tries how often it was sent
 */
public record Act(
        Verb verb,
        String who,
        Optional<String> window,
        Optional<String> ticket,
        JsonObject asked,
        long askedNanos,
        long answeredNanos,
        int tries,
        int status,
        JsonObject answer) {
    /** What was asked. */
    public enum Verb {
        TAKE,
        CANCEL,
        CHANGE,
        BACK,
        REPRINT,
        ANSWER,
        OPEN,
        PAUSE,
        CLOSE,
        NEXT,
        RECALL,
        SERVE,
        HOLD,
        TRANSFER,
        NO_SHOW,
        UNDO,
        FINISH,
        RATE,
        PRESS,
        COMPLAIN,
        HELP
    }

    /** {@return whether the hall did what was asked} */
    public boolean done() {
        return status >= 200 && status < 300 && status != 204;
    }

    /** {@return the state of the ticket in the answer; empty when the answer names none} */
    Optional<String> ticketState() {
        return answerTicket()
                .map(ticket -> ticket.getString("state"))
                .or(
                        () ->
                                window.isEmpty()
                                        ? Optional.ofNullable(answer.getString("state"))
                                        : Optional.empty());
    }

    /** {@return the ticket in the answer of a window's act} */
    Optional<JsonObject> answerTicket() {
        return answer.getValue("ticket") instanceof JsonObject ticket
                ? Optional.of(ticket)
                : Optional.empty();
    }

    /** {@return whether a ticket is called or served at the window after this act} */
    boolean leavesWindowBusy() {
        String state = answer.getString("state", "");
        return state.equals("called") || state.equals("serving");
    }

    /** {@return the act that {@link #json()} wrote} */
    public static Act of(JsonObject line) {
        return new Act(
                Verb.valueOf(line.getString("verb")),
                line.getString("who"),
                Optional.ofNullable(line.getString("window")),
                Optional.ofNullable(line.getString("ticket")),
                line.getJsonObject("asked"),
                line.getLong("askedNanos"),
                line.getLong("answeredNanos"),
                line.getInteger("tries"),
                line.getInteger("status"),
                line.getJsonObject("answer"));
    }

    public JsonObject json() {
        JsonObject line =
                new JsonObject()
                        .put("verb", verb.name())
                        .put("who", who)
                        .put("asked", asked)
                        .put("askedNanos", askedNanos)
                        .put("answeredNanos", answeredNanos)
                        .put("tries", tries)
                        .put("status", status)
                        .put("answer", answer);
        window.ifPresent(one -> line.put("window", one));
        ticket.ifPresent(one -> line.put("ticket", one));
        return line;
    }
}
