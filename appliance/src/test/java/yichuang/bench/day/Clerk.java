package yichuang.bench.day;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import yichuang.bench.day.Act.Verb;
import yichuang.bench.day.Visit.Detour;

/** Somebody at a window, or the terminal itself: calls, serves, closes, all day. */
final class Clerk {
    private static final Duration LOOKS_AGAIN = Duration.ofSeconds(30);
    private static final Duration BETWEEN_CALLS = Duration.ofSeconds(13);
    private static final Duration PAUSE = Duration.ofMinutes(15);
    private static final String TRY_AGAIN = "urn:yichuang:try-again";
    private static final int CALLS = 3;
    private static final int NO_SHOW_TRIES = 5;

    private final String window;
    private final Optional<String> staff;
    private final HallDay day;
    private final Asker asker;
    private boolean open;
    private boolean pauseWanted;
    private volatile boolean wanted;
    private volatile boolean busy;

    Clerk(String window, Optional<String> staff, HallDay day) {
        this.window = window;
        this.staff = staff;
        this.day = day;
        this.asker = day.asker("window " + window);
    }

    String window() {
        return window;
    }

    boolean isWanted() {
        return wanted;
    }

    boolean isBusy() {
        return busy;
    }

    /** The shift lead's word; obeyed once the present person is served. */
    void openPlease() {
        wanted = true;
    }

    void closePlease() {
        wanted = false;
    }

    synchronized void pausePlease() {
        pauseWanted = true;
    }

    private synchronized boolean takePause() {
        boolean pause = pauseWanted;
        pauseWanted = false;
        return pause;
    }

    void work() throws InterruptedException {
        while (!day.isOver() || open) {
            if (wanted != open) {
                turn();
            } else if (open && takePause()) {
                act(Verb.PAUSE, new JsonObject());
                day.time().sleep(PAUSE);
                act(Verb.OPEN, new JsonObject());
            } else if (!open || !callOne()) {
                day.time().sleep(LOOKS_AGAIN);
            }
        }
    }

    private void turn() throws InterruptedException {
        JsonObject body = new JsonObject();
        if (wanted) {
            staff.ifPresent(one -> body.put("staff", one));
        }
        Verb verb = wanted ? Verb.OPEN : Verb.CLOSE;
        Act act = act(verb, body);
        if (act.done()) {
            open = verb == Verb.OPEN;
        } else {
            day.unexpected(act);
            day.time().sleep(LOOKS_AGAIN);
        }
    }

    private Act act(Verb verb, JsonObject body) throws InterruptedException {
        return asker.atWindow(verb, window, Optional.empty(), body);
    }

    private Act act(Verb verb, Visitor visitor, JsonObject body) throws InterruptedException {
        return asker.atWindow(verb, window, Optional.of(visitor.ticket()), body);
    }

    private Act expect(Verb verb, Visitor visitor, JsonObject body) throws InterruptedException {
        Act act = act(verb, visitor, body);
        if (!act.done()) {
            day.unexpected(act);
        }
        return act;
    }

    /** {@return whether somebody was called} */
    private boolean callOne() throws InterruptedException {
        busy = true;
        try {
            Act called = act(Verb.NEXT, new JsonObject());
            if (!called.done()) {
                boolean overtaken = TRY_AGAIN.equals(called.answer().getString("type"));
                if (called.status() != 204 && !overtaken) {
                    day.unexpected(called);
                }
                return overtaken;
            }
            Visitor visitor = day.visitor(called.ticket().orElseThrow());
            if (visitor.missesThisCall()) {
                callInVain(visitor);
            } else {
                receive(visitor);
            }
            return true;
        } finally {
            busy = false;
        }
    }

    private void callInVain(Visitor visitor) throws InterruptedException {
        for (int calls = 1; calls < CALLS; calls++) {
            day.time().sleep(BETWEEN_CALLS);
            expect(Verb.RECALL, visitor, new JsonObject());
        }
        for (int i = 0; i < NO_SHOW_TRIES; i++) {
            day.time().sleep(BETWEEN_CALLS);
            if (act(Verb.NO_SHOW, visitor, new JsonObject()).done()) {
                visitor.wasMissed();
                return;
            }
        }
        expect(Verb.HOLD, visitor, new JsonObject());
        visitor.wasHeld(PAUSE);
    }

    private void receive(Visitor visitor) throws InterruptedException {
        Visit.Service service = visitor.service();
        Detour detour = visitor.detour();
        if (detour == Detour.UNDO_CALL) {
            visitor.detourTaken();
            if (act(Verb.UNDO, visitor, new JsonObject()).done()) {
                return;
            }
        }
        day.time().sleep(service.walk());
        expect(Verb.SERVE, visitor, new JsonObject());
        if (detour == Detour.HOLD) {
            visitor.detourTaken();
            day.time().sleep(service.work().dividedBy(3));
            expect(Verb.HOLD, visitor, new JsonObject());
            visitor.wasHeld(service.away());
        } else if (!sentOn(visitor, detour)) {
            day.time().sleep(service.work());
            close(visitor, service, detour);
        }
    }

    /** {@return whether the person goes on to another window} */
    private boolean sentOn(Visitor visitor, Detour detour) throws InterruptedException {
        Optional<String> to =
                switch (detour) {
                    case TO_WINDOW -> day.otherWindow(window);
                    case TO_ITEM -> visitor.service().other();
                    case NONE, HOLD, UNDO_CALL, UNDO_FINISH -> Optional.empty();
                };
        if (to.isEmpty()) {
            return false;
        }
        visitor.detourTaken();
        JsonObject body =
                new JsonObject()
                        .put(detour == Detour.TO_WINDOW ? "window" : "item", to.get())
                        .put("note", "请接着办");
        return act(Verb.TRANSFER, visitor, body).done();
    }

    private void close(Visitor visitor, Visit.Service service, Detour detour)
            throws InterruptedException {
        JsonObject body =
                service.ending().fields().copy().put("outcome", service.ending().outcome());
        if (service.detour() == Detour.NONE) {
            service.other().ifPresent(item -> body.put("item", item));
        }
        Act finished = expect(Verb.FINISH, visitor, body);
        if (detour == Detour.UNDO_FINISH) {
            visitor.detourTaken();
            if (act(Verb.UNDO, visitor, new JsonObject()).done()) {
                finished = expect(Verb.FINISH, visitor, body);
            }
        }
        if (!finished.done()) {
            return;
        }
        visitor.legClosed();
        if (service.ending().outcome().equals("ACCEPTED_DEFERRED")) {
            visitor.comesAgain(body.getString("caseNumber"));
        }
        if (service.ending().outcome().equals("CONSULT")) {
            visitor.consulted();
        }
        if (finished.ticketState().filter(state -> !state.equals("waiting")).isPresent()) {
            visitor.visitOver();
            pressKey(visitor);
        }
    }

    /** The person, still at the window, presses a key of its keypad; a terminal has none. */
    private void pressKey(Visitor visitor) throws InterruptedException {
        Optional<Visit.Opinion> opinion =
                visitor.visit().opinion().filter(one -> one.channel().equals("keypad"));
        String keypad = day.catalogue().keypads().getOrDefault(window, "");
        if (opinion.isEmpty() || keypad.isEmpty()) {
            return;
        }
        day.time().sleep(opinion.get().after());
        for (int i = 0; i < (opinion.get().twice() ? 2 : 1); i++) {
            Act pressed =
                    asker.onTicket(
                            Verb.PRESS,
                            "POST",
                            "/api/devices/" + keypad + "/press",
                            "admin",
                            visitor.ticket(),
                            new JsonObject()
                                    .put("key", String.valueOf(opinion.get().level()))
                                    .put("level", opinion.get().level()));
            if (i == 0 && !pressed.done()) {
                day.unexpected(pressed);
            }
        }
    }
}
