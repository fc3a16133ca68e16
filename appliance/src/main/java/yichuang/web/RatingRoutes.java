package yichuang.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import java.util.Map;
import java.util.Optional;
import yichuang.access.Caller;
import yichuang.access.Links;
import yichuang.access.Secrets;
import yichuang.hall.Channel;
import yichuang.hall.Claim;
import yichuang.hall.Command;
import yichuang.hall.Role;
import yichuang.hall.TicketId;
import yichuang.hall.WindowId;

/**
 * Ratings 好差评, each channel bound to who may use it (design: access): no staff pressing the key,
 * nobody for somebody else.
 */
final class RatingRoutes {
    private final Asking asking;
    private final Receipts receipts;
    private final Links links;

    RatingRoutes(Asking asking, Receipts receipts, Links links) {
        this.asking = asking;
        this.receipts = receipts;
        this.links = links;
    }

    void addTo(Map<String, Act> acts) {
        acts.put("rate", this::rate);
    }

    private Future<Reply> rate(Exchange exchange) {
        Channel channel = Channel.find(exchange.body().getString("channel")).orElseThrow();
        Optional<TicketId> byLink = linked(exchange);
        String given = exchange.body().getString("ticket");
        TicketId ticket =
                links.find(given)
                        .or(() -> Ids.of(given, TicketId::new))
                        .orElseThrow(() -> unknown(given));
        if (!may(exchange, channel, byLink.filter(ticket::equals))) {
            throw Gate.forbidden("channel");
        }
        Future<Boolean> atItsWindow =
                channel == Channel.KEYPAD
                        ? closedAt(exchange, ticket)
                        : Future.succeededFuture(true);
        return atItsWindow.compose(
                here -> {
                    if (!here) {
                        throw Gate.forbidden("keypad");
                    }
                    return asking.ask(exchange, command(exchange, ticket, channel))
                            .map(
                                    receipt ->
                                            Reply.created(
                                                    receipts.json(receipt, exchange.language())));
                });
    }

    private static ProblemFound unknown(String ticket) {
        return Problem.of(ProblemType.UNKNOWN_TICKET)
                .with("ticket", ticket.substring(0, Math.min(ticket.length(), 64)))
                .found();
    }

    /**
     * {@return whose ticket's link came with the request: as bearer, in the body, or as the ticket
     * itself}
     */
    private Optional<TicketId> linked(Exchange exchange) {
        if (exchange.caller().orElseThrow() instanceof Caller.Citizen citizen) {
            return Optional.of(citizen.ticket());
        }
        return exchange.text("link")
                .flatMap(links::find)
                .or(() -> links.find(exchange.body().getString("ticket")));
    }

    private static boolean may(Exchange exchange, Channel channel, Optional<TicketId> link) {
        if (exchange.is(Role.WINDOW)) {
            return false;
        }
        return switch (channel) {
            case KEYPAD -> exchange.is(Role.DEVICE);
            case KIOSK -> exchange.is(Role.KIOSK);
            case QR, SMS, WECHAT -> link.isPresent();
            case WEB -> link.isPresent() || exchange.is(Role.MANAGER);
            case PAPER, PHONE -> exchange.is(Role.MANAGER);
        };
    }

    /** {@return whether the visit closed at the window where this keypad is enrolled} */
    private Future<Boolean> closedAt(Exchange exchange, TicketId ticket) {
        Optional<WindowId> own =
                exchange.caller().orElseThrow() instanceof Caller.Bearer bearer
                        ? bearer.token().window()
                        : Optional.empty();
        return exchange.await(
                asking.leader()
                        .read(
                                reading ->
                                        own.isPresent()
                                                && reading.hall()
                                                        .findClaim(ticket)
                                                        .map(Claim::window)
                                                        .equals(own)));
    }

    private static Command command(Exchange exchange, TicketId ticket, Channel channel) {
        return new Command.Rate(
                Secrets.id(),
                ticket,
                Numbers.bounded(exchange.body().getNumber("level")),
                channel,
                TicketRoutes.strings(exchange.body().getJsonArray("reasons", new JsonArray())),
                exchange.text("comment"));
    }
}
