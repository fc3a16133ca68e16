package yichuang.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import yichuang.hall.Setup;
import yichuang.hall.Ticket;
import yichuang.metrics.Behind;
import yichuang.metrics.Figure;
import yichuang.metrics.HallMetrics;
import yichuang.metrics.Live;
import yichuang.metrics.Part;

/** The tickets behind a number of the manager's page, so that a number can be asked why. */
final class BehindRoutes {
    static final int LISTED_MAX = 500;
    private static final String EVERYBODY_ELSE = "-";

    private final Vertx vertx;
    private final Asking asking;
    private final HallMetrics metrics;

    BehindRoutes(Vertx vertx, Asking asking, HallMetrics metrics) {
        this.vertx = vertx;
        this.asking = asking;
        this.metrics = metrics;
    }

    void addTo(Map<String, Act> acts) {
        acts.put("listBehind", this::behind);
    }

    /** Picked out on the log's thread, since all of it is immutable; put in order on a worker. */
    private Future<Reply> behind(Exchange exchange) {
        Figure figure = Figure.find(exchange.query("of")).orElseThrow();
        Setup setup = asking.front().furnishing().setup();
        Part part =
                new Part(
                        known(exchange, "zone", setup.zones().stream().map(x -> x.code().value())),
                        known(exchange, "series", setup.series().stream().map(x -> x.letter())),
                        known(
                                exchange,
                                "group",
                                Stream.concat(
                                        Stream.of(EVERYBODY_ELSE),
                                        setup.groups().stream().map(x -> x.code().value()))));
        return exchange.await(
                        asking.leader()
                                .read(
                                        reading ->
                                                metrics.behind(
                                                        reading.hall(),
                                                        reading.now(),
                                                        figure,
                                                        part)))
                .compose(
                        behind ->
                                vertx.executeBlocking(
                                        () -> Reply.ok(json(behind, exchange.language())), false));
    }

    private static Optional<String> known(Exchange exchange, String name, Stream<String> names) {
        Optional<String> given = Optional.ofNullable(exchange.query(name));
        List<String> all = names.toList();
        if (given.isPresent() && !all.contains(given.get())) {
            throw Refusals.malformed(name, String.join(", ", all));
        }
        return given;
    }

    private JsonObject json(Behind behind, Language language) {
        JsonArray tickets = new JsonArray();
        behind.first(LISTED_MAX)
                .forEach(entry -> tickets.add(json(behind.figure(), entry, language)));
        return new JsonObject()
                .put("of", behind.figure().code())
                .put("total", behind.entries().size())
                .put("tickets", tickets);
    }

    private JsonObject json(Figure figure, Behind.Entry entry, Language language) {
        Ticket ticket = entry.ticket();
        JsonArray items = new JsonArray();
        ticket.legs()
                .forEach(
                        leg ->
                                items.add(
                                        TicketReading.name(
                                                leg.item(),
                                                asking.front().furnishing(),
                                                language)));
        JsonObject json =
                TicketRoutes.brief(ticket.id(), ticket.number(), ticket.state())
                        .put("items", items)
                        .put("at", asking.front().time(entry.at()));
        switch (figure) {
            case WAITING -> json.put("waitedSeconds", entry.waited().toSeconds());
            case CALLED15, CALLED60 ->
                    json.put("waitedSeconds", entry.waited().toSeconds())
                            .put("withinTarget", entry.waited().compareTo(Live.TARGET) <= 0);
            case AT_WINDOW, CALLED, NO_SHOW -> {}
        }
        ticket.group().ifPresent(group -> json.put("priority", group.value()));
        entry.window().ifPresent(window -> json.put("window", window.value()));
        return json;
    }
}
