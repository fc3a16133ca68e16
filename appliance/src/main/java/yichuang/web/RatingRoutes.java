package yichuang.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yichuang.access.Caller;
import yichuang.access.Contacts;
import yichuang.access.FreeText;
import yichuang.access.Links;
import yichuang.access.Secrets;
import yichuang.hall.Channel;
import yichuang.hall.Claim;
import yichuang.hall.Command;
import yichuang.hall.RatingSetup;
import yichuang.hall.RatingTag;
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
    private final Contacts contacts;

    RatingRoutes(Asking asking, Receipts receipts, Links links, Contacts contacts) {
        this.contacts = contacts;
        this.asking = asking;
        this.receipts = receipts;
        this.links = links;
    }

    void addTo(Map<String, Act> acts) {
        acts.put("rate", this::rate);
        acts.put("explainRating", this::explain);
        acts.put("listReasons", this::reasons);
    }

    private Future<Reply> rate(Exchange exchange) {
        Channel channel = Channel.find(exchange.body().getString("channel")).orElseThrow();
        Optional<TicketId> byLink = linked(exchange);
        TicketId ticket = ticket(exchange);
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

    /** The phone that holds the link says what the key could not; a kiosk reads the link. */
    private Future<Reply> explain(Exchange exchange) {
        TicketId ticket = ticket(exchange);
        if (linked(exchange).filter(ticket::equals).isEmpty()) {
            throw Gate.forbidden("channel");
        }
        Command explain =
                new Command.ExplainRating(ticket, reasonsSaid(exchange), comment(exchange));
        return asking.ask(exchange, explain)
                .map(receipt -> Reply.created(receipts.json(receipt, exchange.language())));
    }

    private Future<Reply> reasons(Exchange exchange) {
        return Future.succeededFuture(
                Reply.ok(reasons(asking.front().furnishing().setup().ratings())));
    }

    static JsonObject reasons(RatingSetup setup) {
        JsonArray reasons = new JsonArray();
        for (RatingTag tag : setup.tags()) {
            reasons.add(
                    new JsonObject()
                            .put("code", tag.code())
                            .put("level", tag.level())
                            .put("text", tag.text()));
        }
        return new JsonObject().put("reasons", reasons).put("commentMax", setup.commentMax());
    }

    private TicketId ticket(Exchange exchange) {
        String given = exchange.body().getString("ticket");
        return links.find(given)
                .or(() -> Ids.of(given, TicketId::new))
                .orElseThrow(() -> unknown(given));
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
            case KEYPAD -> exchange.is(Role.DEVICE) && number(exchange) == 1;
            case KIOSK -> exchange.is(Role.KIOSK) && (link.isPresent() || isProgram(exchange));
            case QR, SMS, WECHAT -> link.isPresent();
            case WEB -> link.isPresent() || exchange.is(Role.MANAGER);
            case PAPER, PHONE -> exchange.is(Role.MANAGER);
        };
    }

    /**
     * {@return whether a program of the hall's own asks, not a screen in public} A kiosk knows the
     * tickets that it gave; the person has the paper with the link. A link that is not right is
     * nobody's.
     */
    private static boolean isProgram(Exchange exchange) {
        return exchange.caller().orElseThrow() instanceof Caller.Bearer bearer
                && !bearer.token().browser()
                && exchange.text("link").isEmpty();
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

    private Command command(Exchange exchange, TicketId ticket, Channel channel) {
        return new Command.Rate(
                Secrets.id(),
                ticket,
                Numbers.bounded(exchange.body().getNumber("level")),
                channel,
                reasonsSaid(exchange),
                comment(exchange),
                number(exchange),
                exchange.text("phone").map(contacts::of));
    }

    private static int number(Exchange exchange) {
        return exchange.body().getBoolean("followUp", false) ? 2 : 1;
    }

    static List<String> reasonsSaid(Exchange exchange) {
        return TicketRoutes.strings(exchange.body().getJsonArray("reasons", new JsonArray()));
    }

    /** A comment of which nothing can be seen is none. */
    static Optional<String> comment(Exchange exchange) {
        return exchange.text("comment").map(FreeText::cleaned).filter(text -> !text.isEmpty());
    }
}
