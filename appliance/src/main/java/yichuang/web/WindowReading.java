package yichuang.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yichuang.hall.CallsMade;
import yichuang.hall.Duty;
import yichuang.hall.Leg;
import yichuang.hall.Refusal;
import yichuang.hall.Ticket;
import yichuang.hall.VisitRules;
import yichuang.hall.Window;
import yichuang.hall.WindowId;
import yichuang.leader.Reading;

/**
 * What staff at a window must know and nobody else: how often the person was called and when a
 * no-show is fair, what undo would take back and until when, which questions are still open.
 */
final class WindowReading {
    private final Asking asking;

    WindowReading(Asking asking) {
        this.asking = asking;
    }

    void addTo(Map<String, Act> acts) {
        acts.put("readWindow", this::read);
    }

    private record Turn(Ticket ticket, int index) {
        Leg leg() {
            return ticket.legs().get(index);
        }
    }

    private record Found(
            Instant now,
            Window window,
            VisitRules rules,
            Optional<Turn> turn,
            Optional<Window.LastAct> undo,
            List<Duty> duties) {}

    private Future<Reply> read(Exchange exchange) {
        WindowId window = WindowRoutes.window(exchange);
        return exchange.await(asking.leader().read(reading -> find(reading, window)))
                .map(
                        found ->
                                found.orElseThrow(
                                        () ->
                                                Refusals.of(
                                                        new Refusal.UnknownWindow(window.value()),
                                                        asking.front().zone())))
                .map(found -> Reply.ok(json(found, exchange.language())));
    }

    private static Optional<Found> find(Reading reading, WindowId id) {
        return reading.hall()
                .findWindow(id)
                .map(
                        window ->
                                new Found(
                                        reading.now(),
                                        window,
                                        reading.hall().furnishing().rules(),
                                        window.turn()
                                                .flatMap(
                                                        turn ->
                                                                reading.hall()
                                                                        .findTicket(turn.ticket())
                                                                        .map(
                                                                                ticket ->
                                                                                        new Turn(
                                                                                                ticket,
                                                                                                turn
                                                                                                        .leg()))),
                                        reading.hall().findUndoable(id, reading.now()),
                                        reading.hall().duties().stream()
                                                .filter(duty -> duty.window().equals(id))
                                                .toList()));
    }

    private JsonObject json(Found found, Language language) {
        Window window = found.window();
        VisitRules rules = found.rules();
        JsonObject json =
                new JsonObject()
                        .put("window", window.id().value())
                        .put("state", Refusals.code(window.state()))
                        .put("since", time(window.since()))
                        .put("at", time(found.now()))
                        .put(
                                "rules",
                                new JsonObject()
                                        .put("noShowCalls", rules.noShowCalls())
                                        .put("noShowApart", rules.noShowApart().toSeconds())
                                        .put("recallsMax", rules.recallsMax()));
        window.staff().ifPresent(staff -> json.put("staff", staff.value()));
        found.turn().ifPresent(turn -> json.put("turn", turn(turn, rules, language)));
        found.undo().ifPresent(act -> json.put("undo", undo(act, rules)));
        return json.put("duties", duties(found.duties()));
    }

    private JsonObject turn(Turn turn, VisitRules rules, Language language) {
        Leg leg = turn.leg();
        CallsMade made = CallsMade.of(leg.calls(), rules);
        JsonObject json =
                TicketRoutes.brief(turn.ticket().id(), turn.ticket().number(), leg.state())
                        .put("leg", turn.index())
                        .put("standing", Refusals.code(turn.ticket().standing()))
                        .put("calledAt", time(leg.calls().getFirst()))
                        .put("calls", leg.calls().size())
                        .put("callsCounted", made.counted())
                        .put(
                                "recallsLeft",
                                Math.max(0, rules.recallsMax() - leg.calls().size() + 1))
                        .put("noShowFrom", time(made.noShowFrom()))
                        .put(
                                "waited",
                                Duration.between(leg.since(), leg.calls().getFirst()).toSeconds());
        leg.note().ifPresent(note -> json.put("note", note));
        leg.servingAt().ifPresent(at -> json.put("servingAt", time(at)));
        leg.why()
                .ifPresent(
                        why ->
                                json.put("why", WhyText.called(why, language))
                                        .put("whyFacts", Receipts.facts(why)));
        return json;
    }

    private JsonObject undo(Window.LastAct act, VisitRules rules) {
        JsonObject json =
                new JsonObject()
                        .put("act", act.act())
                        .put("until", time(act.at().plus(rules.undo())));
        act.ticketAfter().ifPresent(ticket -> json.put("number", ticket.number()));
        return json;
    }

    private JsonArray duties(List<Duty> duties) {
        JsonArray list = new JsonArray();
        for (Duty duty : duties) {
            list.add(
                    new JsonObject()
                            .put("number", duty.number())
                            .put("who", duty.who())
                            .put("answerBy", time(duty.answerBy())));
        }
        return list;
    }

    private String time(Instant at) {
        return asking.front().time(at);
    }
}
