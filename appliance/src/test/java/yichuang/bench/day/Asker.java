package yichuang.bench.day;

import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import yichuang.bench.day.Act.Verb;

/** Asks the hall in somebody's name, with a key, until there is an answer, and writes it down. */
final class Asker {
    /** Changes nothing and is not remembered; an idle window hears it all day. */
    private static final int NOTHING_WAITS = 204;

    private static final AtomicLong KEYS = new AtomicLong();

    private final RunningHall hall;
    private final Recorder recorder;
    private final String who;

    Asker(RunningHall hall, Recorder recorder, String who) {
        this.hall = hall;
        this.recorder = recorder;
        this.who = who;
    }

    /** A window's act. */
    Act atWindow(Verb verb, String window, Optional<String> ticket, JsonObject body)
            throws InterruptedException {
        String act = verb.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return ask(
                verb,
                "POST",
                "/api/windows/" + window + "/" + act,
                "window",
                Optional.of(window),
                ticket,
                body);
    }

    /** An act on a ticket. */
    Act onTicket(Verb verb, String method, String path, String role, String ticket, JsonObject body)
            throws InterruptedException {
        return ask(verb, method, path, role, Optional.empty(), Optional.of(ticket), body);
    }

    /** What somebody says at the kiosk, about no ticket. */
    Act say(Verb verb, String path, JsonObject body) throws InterruptedException {
        return ask(verb, "POST", path, "kiosk", Optional.empty(), Optional.empty(), body);
    }

    Act take(JsonObject request) throws InterruptedException {
        return ask(
                Verb.TAKE,
                "POST",
                "/api/tickets",
                "kiosk",
                Optional.empty(),
                Optional.empty(),
                request);
    }

    private Act ask(
            Verb verb,
            String method,
            String path,
            String role,
            Optional<String> window,
            Optional<String> ticket,
            JsonObject body)
            throws InterruptedException {
        Optional<String> key = Optional.of("day-" + KEYS.incrementAndGet());
        String text = method.equals("DELETE") ? "" : body.encode();
        long asked = System.nanoTime();
        Patience.Answered answered =
                Patience.repeat(() -> hall.once(method, path, role, key, text));
        JsonObject answer = answered.reply().json();
        Act act =
                new Act(
                        verb,
                        who,
                        window,
                        told(verb, answer).or(() -> ticket),
                        body,
                        asked,
                        System.nanoTime(),
                        answered.tries(),
                        answered.reply().status(),
                        answer);
        if (act.status() != NOTHING_WAITS) {
            recorder.add(act);
        }
        return act;
    }

    /** {@return the ticket that the answer is about, when it names one} */
    private static Optional<String> told(Verb verb, JsonObject answer) {
        if (answer.getValue("ticket") instanceof JsonObject ticket) {
            return Optional.ofNullable(ticket.getString("id"));
        }
        return Optional.ofNullable(answer.getString(verb == Verb.TAKE ? "id" : "ticket"));
    }
}
