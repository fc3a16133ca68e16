package yichuang.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import yichuang.hall.TicketId;

/**
 * Letting others go first 延后. The answer is the ticket as it stands now; asked again under the same
 * key nothing is postponed again, and {@code postponedBy} is that of the first time.
 */
final class PostponeRoutes {
    private final Asking asking;
    private final Receipts receipts;
    private final WhichTicket which;
    private final TicketReading tickets;

    PostponeRoutes(Asking asking, Receipts receipts, WhichTicket which, TicketReading tickets) {
        this.asking = asking;
        this.receipts = receipts;
        this.which = which;
        this.tickets = tickets;
    }

    void addTo(Map<String, Act> acts) {
        acts.put("postponeTicket", this::postpone);
    }

    private Future<Reply> postpone(Exchange exchange) {
        return which.ofPath(exchange).compose(ticket -> postpone(exchange, ticket));
    }

    private Future<Reply> postpone(Exchange exchange, TicketId ticket) {
        int by = Numbers.bounded(exchange.body().getNumber("by"));
        return exchange.await(asking.leader().postpone(exchange.by(), exchange.key(), ticket, by))
                .map(asking::receipt)
                .map(receipt -> receipts.json(receipt, exchange.language()))
                .compose(done -> tickets.json(ticket, exchange).map(now -> answer(now, done)));
    }

    private static Reply answer(JsonObject now, JsonObject done) {
        return Reply.ok(now.mergeIn(done));
    }
}
