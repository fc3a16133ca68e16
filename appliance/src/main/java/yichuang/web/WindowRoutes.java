package yichuang.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import yichuang.dispatch.Waiting;
import yichuang.hall.Command;
import yichuang.hall.Leg;
import yichuang.hall.Refusal;
import yichuang.hall.StaffId;
import yichuang.hall.Ticket;
import yichuang.hall.Why;
import yichuang.hall.WindowId;
import yichuang.leader.Reading;

/** The keys of a window: one act each, answered with what the window does now and with whom. */
final class WindowRoutes {
    private static final int WAITING_MAX = 200;

    private final Asking asking;
    private final Receipts receipts;

    WindowRoutes(Asking asking, Receipts receipts) {
        this.asking = asking;
        this.receipts = receipts;
    }

    void addTo(Map<String, Act> acts) {
        acts.put("openWindow", act((window, x) -> new Command.OpenWindow(window, staff(x))));
        acts.put("callNext", this::next);
        acts.put("callTicket", this::call);
        acts.put("recall", act((window, x) -> new Command.Recall(window)));
        acts.put("serve", act((window, x) -> new Command.Serve(window)));
        acts.put("hold", act((window, x) -> new Command.Hold(window)));
        acts.put("transfer", act(WindowRoutes::transfer));
        acts.put("noShow", act((window, x) -> new Command.NoShow(window)));
        acts.put("undo", act((window, x) -> new Command.Undo(window)));
        acts.put("pauseWindow", act((window, x) -> new Command.PauseWindow(window)));
        acts.put("closeWindow", act((window, x) -> new Command.CloseWindow(window)));
        acts.put("listWaiting", this::waiting);
    }

    private Act act(BiFunction<WindowId, Exchange, Command> command) {
        return exchange -> {
            WindowId window = window(exchange);
            return asking.ask(exchange, command.apply(window, exchange))
                    .map(receipt -> Reply.ok(receipts.json(receipt, exchange.language())));
        };
    }

    /** {@return the window of the path, where this caller may act} */
    static WindowId window(Exchange exchange) {
        WindowId window = Ids.window(exchange.path("window"));
        Gate.atWindow(exchange, window);
        return window;
    }

    private static Optional<StaffId> staff(Exchange exchange) {
        return exchange.text("staff")
                .map(
                        id ->
                                Ids.of(id, StaffId::new)
                                        .orElseThrow(
                                                () -> Refusals.malformed("staff", "a staff id")));
    }

    private static Command transfer(WindowId window, Exchange exchange) {
        Optional<String> toWindow = exchange.text("window");
        Optional<String> toItem = exchange.text("item");
        if (toWindow.isEmpty() && toItem.isEmpty()) {
            throw Refusals.missing("window");
        }
        return new Command.Transfer(
                window, toWindow.map(Ids::window), toItem.map(Ids::item), exchange.text("note"));
    }

    private Future<Reply> next(Exchange exchange) {
        WindowId window = window(exchange);
        return exchange.await(asking.leader().callNext(exchange.by(), exchange.key(), window))
                .map(
                        answer ->
                                answer.isEmpty()
                                        ? new Reply.Nothing()
                                        : Reply.ok(
                                                receipts.json(
                                                        asking.receipt(answer.get()),
                                                        exchange.language())));
    }

    private Future<Reply> call(Exchange exchange) {
        WindowId window = window(exchange);
        String wanted = exchange.body().getString("ticket");
        return exchange.await(asking.leader().read(reading -> byHand(reading, window, wanted)))
                .compose(
                        found ->
                                found.isEmpty()
                                        ? Future.failedFuture(
                                                Refusals.of(
                                                        new Refusal.UnknownTicket(wanted),
                                                        asking.front().zone()))
                                        : asking.ask(exchange, found.get()))
                .map(receipt -> Reply.ok(receipts.json(receipt, exchange.language())));
    }

    /** The hall checks the call again: here only the leg is looked up that the number means. */
    private static Optional<Command> byHand(Reading reading, WindowId window, String wanted) {
        return WhichTicket.find(reading.hall(), wanted)
                .map(
                        ticket -> {
                            Leg leg = ticket.currentLeg();
                            Duration waited = Duration.between(leg.since(), reading.now());
                            return new Command.Call(
                                    window, ticket.id(), ticket.current(), Why.byHand(waited));
                        });
    }

    private record Line(Instant now, int total, List<Entry> entries) {}

    private record Entry(Waiting waiting, Ticket ticket) {}

    private Future<Reply> waiting(Exchange exchange) {
        WindowId window = window(exchange);
        int limit =
                Optional.ofNullable(exchange.query("limit"))
                        .map(text -> Math.min(Integer.parseInt(text), WAITING_MAX))
                        .orElse(WAITING_MAX);
        return exchange.await(asking.leader().read(reading -> line(reading, window, limit)))
                .map(line -> Reply.ok(json(line, exchange.language())));
    }

    private Line line(Reading reading, WindowId window, int limit) {
        if (reading.hall().furnishing().findWindow(window).isEmpty()) {
            throw Refusals.of(new Refusal.UnknownWindow(window.value()), asking.front().zone());
        }
        return new Line(
                reading.now(),
                reading.dispatch().waitingFor(reading.hall(), window, reading.now()),
                reading.dispatch().order(reading.hall(), window, reading.now(), limit).stream()
                        .map(
                                one ->
                                        new Entry(
                                                one,
                                                reading.hall()
                                                        .findTicket(one.ticket())
                                                        .orElseThrow()))
                        .toList());
    }

    private JsonObject json(Line line, Language language) {
        JsonArray waiting = new JsonArray();
        for (Entry entry : line.entries()) {
            Ticket ticket = entry.ticket();
            JsonObject json =
                    TicketRoutes.brief(ticket.id(), ticket.number(), ticket.state())
                            .put("item", entry.waiting().place().item().value())
                            .put("since", asking.front().time(ticket.currentLeg().since()))
                            .put("why", WhyText.waiting(entry.waiting().place(), language))
                            .put(
                                    "whyFacts",
                                    WhyText.facts(entry.waiting().place(), asking.front()));
            ticket.group().ifPresent(group -> json.put("priority", group.value()));
            waiting.add(json);
        }
        return new JsonObject()
                .put("at", asking.front().time(line.now()))
                .put("total", line.total())
                .put("waiting", waiting);
    }
}
