package yichuang.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import yichuang.hall.Command;
import yichuang.hall.Conflict;
import yichuang.hall.CutOffNode;
import yichuang.hall.Hall;
import yichuang.hall.Island;
import yichuang.hall.Leg;
import yichuang.hall.NodeId;
import yichuang.hall.Ticket;
import yichuang.hall.TicketState;
import yichuang.hall.WindowId;

/**
 * A divided hall: which controllers are cut off, who is at their windows, the people of an island,
 * and what a manager has to look at when it is one hall again.
 */
final class PartRoutes {
    private final Asking asking;
    private final Receipts receipts;

    PartRoutes(Asking asking, Receipts receipts) {
        this.asking = asking;
        this.receipts = receipts;
    }

    void addTo(Map<String, Act> acts) {
        acts.put(
                "releaseWindow",
                exchange ->
                        ask(exchange, new Command.ReleaseWindow(WindowRoutes.window(exchange))));
        acts.put("giveUpNode", exchange -> ask(exchange, new Command.EndCutOff(node(exchange))));
        acts.put("listConflicts", this::conflicts);
        acts.put(
                "settleConflict",
                exchange ->
                        ask(
                                exchange,
                                new Command.SettleConflict(
                                        exchange.path("conflict"), exchange.text("note"))));
        acts.put("listParts", this::parts);
    }

    private static NodeId node(Exchange exchange) {
        String name = exchange.path("node");
        if (!NodeId.isOne(name)) {
            throw Refusals.malformed("node", "a-z 0-9 -");
        }
        return new NodeId(name);
    }

    private Future<Reply> ask(Exchange exchange, Command command) {
        return asking.ask(exchange, command)
                .map(receipt -> Reply.ok(receipts.json(receipt, exchange.language())));
    }

    private Future<Reply> conflicts(Exchange exchange) {
        return exchange.await(asking.leader().read(reading -> reading.hall().conflicts()))
                .map(
                        conflicts -> {
                            JsonArray list = new JsonArray();
                            conflicts.forEach(one -> list.add(json(one)));
                            return Reply.ok(new JsonObject().put("conflicts", list));
                        });
    }

    private JsonObject json(Conflict conflict) {
        JsonObject json =
                new JsonObject()
                        .put("id", conflict.id())
                        .put("kind", Refusals.code(conflict.kind()))
                        .put("node", conflict.node().value())
                        .put("island", conflict.epoch())
                        .put("at", asking.front().time(conflict.at()))
                        .put("ticket", conflict.ticket().value())
                        .put("number", conflict.number());
        conflict.window().ifPresent(window -> json.put("window", window.value()));
        conflict.closing()
                .ifPresent(
                        closing ->
                                json.put("outcome", closing.outcome().code())
                                        .put("closedAt", asking.front().time(closing.at())));
        conflict.level().ifPresent(level -> json.put("level", level));
        return json;
    }

    /** What a person reads on paper: enough to be served by hand, and no more. */
    private record Parted(Optional<Island> island, List<CutOffNode> cutOff, List<Ticket> people) {
        static Parted of(Hall hall) {
            return new Parted(hall.island(), hall.cutOff(), people(hall));
        }

        /** On an island who is in its hands; in the hall who is at windows that are cut off. */
        private static List<Ticket> people(Hall hall) {
            List<Ticket> people = new ArrayList<>();
            Set<WindowId> unreached = Parts.unreached(hall);
            for (Ticket ticket : hall.tickets()) {
                boolean open =
                        ticket.state() == TicketState.WAITING
                                || ticket.state() == TicketState.HELD
                                || ticket.currentLeg().state().atWindow();
                boolean here =
                        hall.island()
                                .map(island -> island.has(ticket))
                                .orElseGet(() -> isAt(ticket, unreached));
                if (open && here) {
                    people.add(ticket);
                }
            }
            return List.copyOf(people);
        }

        private static boolean isAt(Ticket ticket, Set<WindowId> windows) {
            Leg leg = ticket.currentLeg();
            return leg.state().atWindow() && leg.window().filter(windows::contains).isPresent();
        }
    }

    private Future<Reply> parts(Exchange exchange) {
        return exchange.await(asking.leader().read(reading -> Parted.of(reading.hall())))
                .map(parted -> Reply.ok(json(parted)));
    }

    private JsonObject json(Parted parted) {
        JsonArray cutOff = new JsonArray();
        for (CutOffNode cut : parted.cutOff()) {
            JsonArray windows = new JsonArray();
            cut.windows().forEach(window -> windows.add(window.value()));
            cutOff.add(
                    new JsonObject()
                            .put("node", cut.node().value())
                            .put("since", asking.front().time(cut.since()))
                            .put("windows", windows));
        }
        JsonArray people = new JsonArray();
        parted.people().forEach(ticket -> people.add(json(ticket)));
        return new JsonObject()
                .put(
                        "island",
                        parted.island()
                                .map(island -> Parts.json(island, asking.front().zone()))
                                .orElse(null))
                .put("cutOff", cutOff)
                .put("people", people);
    }

    private JsonObject json(Ticket ticket) {
        JsonArray items = new JsonArray();
        ticket.legs().stream()
                .filter(leg -> !leg.state().ended())
                .forEach(leg -> items.add(leg.item().value()));
        JsonObject json =
                new JsonObject()
                        .put("number", ticket.number())
                        .put("state", Refusals.code(ticket.state()))
                        .put("items", items)
                        .put("takenAt", asking.front().time(ticket.takenAt()));
        Optional.of(ticket.currentLeg())
                .filter(leg -> leg.state().atWindow())
                .flatMap(Leg::window)
                .ifPresent(window -> json.put("window", window.value()));
        ticket.group().ifPresent(group -> json.put("priority", group.value()));
        return json;
    }
}
