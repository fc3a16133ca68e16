package yichuang.bench.day;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yichuang.bench.day.Act.Verb;

/** A small history told act by act, for tests of the checker; each act takes ten nanoseconds. */
final class Told {
    private final List<Act> acts = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<ReportRow> rows = new ArrayList<>();
    private final Map<String, JsonObject> tickets = new HashMap<>();
    private long now;

    /**
     * A visit without an incident: taken, called to the window, served, closed with DONE, rated.
     */
    static Told goodVisit(String ticket, String number, String window) {
        return new Told()
                .take(ticket, number)
                .at(window, Verb.NEXT, ticket, "called", "called")
                .at(window, Verb.SERVE, ticket, "serving", "serving")
                .finish(window, ticket, "closed")
                .rate(ticket, 5)
                .row(number, window, "DONE", "5")
                .ends(ticket, number, "closed");
    }

    Told take(String ticket, String number) {
        JsonObject answer = new JsonObject().put("id", ticket).put("number", number);
        changes.add(new Change(now, "TicketTaken", Optional.of(ticket), Optional.empty()));
        return add(Verb.TAKE, Optional.empty(), ticket, new JsonObject(), 201, answer);
    }

    Told at(String window, Verb verb, String ticket, String ticketState, String windowState) {
        JsonObject answer =
                new JsonObject()
                        .put("state", windowState)
                        .put(
                                "ticket",
                                new JsonObject().put("id", ticket).put("state", ticketState));
        String type =
                Map.of(Verb.NEXT, "Called", Verb.SERVE, "Serving", Verb.FINISH, "Closed")
                        .getOrDefault(verb, "Other");
        changes.add(new Change(now, type, Optional.of(ticket), Optional.of(window)));
        JsonObject asked =
                verb == Verb.FINISH ? new JsonObject().put("outcome", "DONE") : new JsonObject();
        return add(verb, Optional.of(window), ticket, asked, 200, answer);
    }

    Told finish(String window, String ticket, String ticketState) {
        return at(window, Verb.FINISH, ticket, ticketState, "idle");
    }

    Told rate(String ticket, int level) {
        changes.add(new Change(now, "Rated", Optional.of(ticket), Optional.empty()));
        JsonObject asked = new JsonObject().put("level", level);
        return add(Verb.RATE, Optional.empty(), ticket, asked, 201, new JsonObject());
    }

    Told row(String number, String window, String outcome, String level) {
        rows.add(
                new ReportRow(
                        Map.of(
                                "number", number,
                                "window", window,
                                "outcome", outcome,
                                "caseNumber", "1",
                                "itemCode", "1",
                                "ratingLevel", level)));
        return this;
    }

    Told ends(String ticket, String number, String state) {
        tickets.put(ticket, new JsonObject().put("number", number).put("state", state));
        return this;
    }

    /** What another history told, after this one. */
    Told then(Told other) {
        for (Act act : other.acts) {
            acts.add(
                    new Act(
                            act.verb(),
                            act.who(),
                            act.window(),
                            act.ticket(),
                            act.asked(),
                            act.askedNanos() + now,
                            act.answeredNanos() + now,
                            act.tries(),
                            act.status(),
                            act.answer()));
        }
        for (Change change : other.changes) {
            changes.add(
                    new Change(
                            change.index() + now, change.type(), change.ticket(), change.window()));
        }
        now += other.now;
        rows.addAll(other.rows);
        tickets.putAll(other.tickets);
        return this;
    }

    private Told add(
            Verb verb,
            Optional<String> window,
            String ticket,
            JsonObject asked,
            int status,
            JsonObject answer) {
        acts.add(
                new Act(
                        verb,
                        "test",
                        window,
                        Optional.of(ticket),
                        asked,
                        now,
                        now + 10,
                        1,
                        status,
                        answer));
        now += 20;
        return this;
    }

    History history() {
        return new History(acts, changes, true, rows, tickets);
    }
}
