package yichuang.bench.day;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import yichuang.bench.day.Act.Verb;
import yichuang.bench.day.Visit.Detour;
import yichuang.bench.day.Visit.Manner;

/**
 * A person in the hall, living through a planned visit. What happens while waiting happens on the
 * person's own thread; at a window the clerk asks {@link #service()}.
 */
final class Visitor {
    private static final int SAYS_EVERY = 97;
    private static final Duration ANSWERED_AFTER = Duration.ofMinutes(25);

    private final Visit visit;
    private final HallDay day;
    private final Asker asker;
    private String ticket = "";
    private String link = "";
    private int served;
    private boolean detoured;
    private boolean missed;

    Visitor(Visit visit, HallDay day) {
        this.visit = visit;
        this.day = day;
        this.asker = day.asker("visit " + visit.index());
    }

    Visit visit() {
        return visit;
    }

    String ticket() {
        return ticket;
    }

    /** Comes in, takes a ticket, and does what the plan says while waiting. */
    void live() throws InterruptedException {
        day.time().sleepUntil(visit.arrives());
        take(visit.request());
    }

    private void take(JsonObject request) throws InterruptedException {
        Act taken = asker.take(request);
        if (!taken.done()) {
            day.unexpected(taken);
            return;
        }
        ticket = taken.answer().getString("id");
        link = taken.answer().getString("link", "");
        day.arrived(this);
        if (visit.asksForReprint()) {
            asker.onTicket(
                    Verb.REPRINT, "POST", path("/reprint"), "kiosk", ticket, new JsonObject());
        }
        if (visit.index() % SAYS_EVERY == 0) {
            asker.say(Verb.COMPLAIN, "/api/complaints", new JsonObject().put("text", "等候区没有热水"));
        } else if (visit.index() % SAYS_EVERY == 1) {
            asker.say(Verb.HELP, "/api/helpers", new JsonObject().put("where", "取号机旁"));
        }
        switch (visit.manner()) {
            case Manner.Stays stays -> {}
            case Manner.MissesCall misses -> {}
            case Manner.Leaves leaves -> {
                day.time().sleep(leaves.after());
                asker.onTicket(Verb.CANCEL, "DELETE", path(""), "kiosk", ticket, new JsonObject());
            }
            case Manner.ChangesItem changes -> {
                day.time().sleep(changes.after());
                asker.onTicket(
                        Verb.CHANGE,
                        "POST",
                        path("/change"),
                        "kiosk",
                        ticket,
                        new JsonObject().put("items", new JsonArray(List.of(changes.item()))));
            }
        }
    }

    private String path(String what) {
        return "/api/tickets/" + ticket + what;
    }

    /** {@return how the present leg goes} */
    synchronized Visit.Service service() {
        return visit.services().get(Math.min(served, visit.services().size() - 1));
    }

    /** {@return the detour of the present leg, the first time only} */
    synchronized Detour detour() {
        return detoured ? Detour.NONE : service().detour();
    }

    synchronized void detourTaken() {
        detoured = true;
    }

    synchronized void legClosed() {
        served++;
        detoured = false;
    }

    /** {@return whether this person, called for the first time, is not there} */
    synchronized boolean missesThisCall() {
        boolean misses = visit.manner() instanceof Manner.MissesCall && !missed;
        missed = true;
        return misses;
    }

    /** Was missed; shows up again in time, or never. */
    void wasMissed() {
        if (visit.manner() instanceof Manner.MissesCall(Optional<Duration> back)
                && back.isPresent()) {
            day.later(this, back.get(), this::comeBack);
        }
    }

    /** Was held: fetches what is missing and is back later. */
    void wasHeld(Duration away) {
        day.later(this, away, this::comeBack);
    }

    private void comeBack() throws InterruptedException {
        asker.onTicket(Verb.BACK, "POST", path("/back"), "kiosk", ticket, new JsonObject());
    }

    /** The visit is over: may rate it, by anything but the keypad, which stands at the window. */
    void visitOver() {
        visit.opinion()
                .filter(opinion -> !opinion.channel().equals("keypad"))
                .ifPresent(opinion -> day.later(this, opinion.after(), () -> rate(opinion)));
    }

    /** Was promised an answer 请示: a manager gives it, on the ticket, in time. */
    void consulted() {
        day.later(
                this,
                ANSWERED_AFTER,
                () -> {
                    JsonArray legs = day.hall().readJson(path("")).getJsonArray("legs");
                    for (int leg = 0; leg < legs.size(); leg++) {
                        if ("CONSULT".equals(legs.getJsonObject(leg).getString("outcome"))) {
                            asker.onTicket(
                                    Verb.ANSWER,
                                    "POST",
                                    path("/answer"),
                                    "manager",
                                    ticket,
                                    new JsonObject().put("leg", leg).put("answer", "可以办理"));
                        }
                    }
                });
    }

    private void rate(Visit.Opinion opinion) throws InterruptedException {
        JsonObject rating =
                new JsonObject()
                        .put("ticket", ticket)
                        .put("level", opinion.level())
                        .put("channel", opinion.channel());
        if (opinion.level() <= 2) {
            rating.put("comment", "等了太久");
        }
        if (opinion.channel().equals("qr")) {
            rating.put("link", link.substring(link.lastIndexOf('/') + 1));
        }
        String role = opinion.channel().equals("paper") ? "manager" : "kiosk";
        for (int i = 0; i < (opinion.twice() ? 2 : 1); i++) {
            Act act = asker.onTicket(Verb.RATE, "POST", "/api/ratings", role, ticket, rating);
            if (i == 0 && !act.done()) {
                day.unexpected(act);
            }
        }
    }

    /** Brings the missing materials later the same day, on a returning ticket. */
    void comesAgain(String caseNumber) {
        visit.comesAgain()
                .filter(after -> day.time().now().plus(after).isBefore(day.lastTicket()))
                .ifPresent(
                        after ->
                                day.later(
                                        this,
                                        after,
                                        () ->
                                                new Visitor(day.returnVisit(visit), day)
                                                        .take(
                                                                new JsonObject()
                                                                        .put(
                                                                                "returning",
                                                                                caseNumber))));
    }
}
