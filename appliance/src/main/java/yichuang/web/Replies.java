package yichuang.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import yichuang.access.Caller;
import yichuang.access.Links;
import yichuang.hall.TicketId;
import yichuang.records.Records;
import yichuang.records.RecordsUnavailable;
import yichuang.records.Rectifications.Told;

/**
 * What the hall answered to a negative rating or a complaint, for the person whose ticket it is:
 * whoever has its link, nobody else.
 */
final class Replies {
    /** While a ticket is on its way, nobody has had the time to answer what was said about it. */
    private static final Set<String> ON_ITS_WAY =
            Set.of("waiting", "called", "serving", "held", "no-show");

    private final Vertx vertx;
    private final Links links;
    private final Records records;
    private final Front front;

    Replies(Vertx vertx, Links links, Records records, Front front) {
        this.vertx = vertx;
        this.links = links;
        this.records = records;
        this.front = front;
    }

    /** {@return the ticket with its replies; without them while rows are missing here} */
    Future<JsonObject> into(JsonObject ticket, TicketId id, Exchange exchange) {
        if (!isTheirs(exchange)) {
            return Future.succeededFuture(ticket);
        }
        if (ON_ITS_WAY.contains(ticket.getString("state"))) {
            return Future.succeededFuture(ticket.put("replies", new JsonArray()));
        }
        return vertx.executeBlocking(() -> records.rectifications().told(id), false)
                .map(told -> ticket.put("replies", json(told)))
                .recover(
                        failure ->
                                failure instanceof RecordsUnavailable
                                        ? Future.succeededFuture(ticket)
                                        : Future.failedFuture(failure));
    }

    private boolean isTheirs(Exchange exchange) {
        return exchange.caller().orElseThrow() instanceof Caller.Citizen
                || links.find(exchange.path("ticket")).isPresent();
    }

    private JsonArray json(List<Told> told) {
        JsonArray replies = new JsonArray();
        told.forEach(
                one ->
                        replies.add(
                                new JsonObject()
                                        .put("about", RectificationJson.code(one.about()))
                                        .put("at", front.time(one.at()))
                                        .put("text", one.text())));
        return replies;
    }
}
