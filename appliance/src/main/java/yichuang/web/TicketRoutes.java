package yichuang.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yichuang.access.Caller;
import yichuang.access.Contacts;
import yichuang.access.Links;
import yichuang.access.Secrets;
import yichuang.hall.Command;
import yichuang.hall.GroupCode;
import yichuang.hall.ItemCode;
import yichuang.hall.Role;
import yichuang.hall.ThemeCode;
import yichuang.hall.TicketId;
import yichuang.leader.TakeRequest;

/** Taking a ticket, and what a person may still do with it. */
final class TicketRoutes {
    private static final String AT_THE_DESK = "desk";

    private final Asking asking;
    private final Receipts receipts;
    private final Links links;
    private final Contacts contacts;

    TicketRoutes(Asking asking, Receipts receipts, Links links, Contacts contacts) {
        this.asking = asking;
        this.receipts = receipts;
        this.links = links;
        this.contacts = contacts;
    }

    void addTo(Map<String, Act> acts) {
        acts.put("takeTicket", this::take);
        acts.put("cancelTicket", x -> ask(x, new Command.CancelTicket(ticket(x))));
        acts.put("changeItems", x -> ask(x, new Command.ChangeItems(ticket(x), items(x))));
        acts.put("reprintTicket", x -> ask(x, new Command.Reprint(ticket(x), printer(x))));
        acts.put("comeBack", x -> ask(x, new Command.ComeBack(ticket(x))));
    }

    private Future<Reply> take(Exchange exchange) {
        TakeRequest request =
                new TakeRequest(
                        Secrets.ticketId(),
                        items(exchange),
                        exchange.text("theme").map(TicketRoutes::theme),
                        Optional.ofNullable(exchange.body().getJsonArray("choices"))
                                .map(TicketRoutes::strings),
                        exchange.body().containsKey("count")
                                ? Numbers.bounded(exchange.body().getNumber("count"))
                                : 1,
                        exchange.text("priority").map(TicketRoutes::group),
                        exchange.text("returning"),
                        exchange.text("language").orElse(exchange.language().code()),
                        exchange.text("phone").map(contacts::of));
        return exchange.await(asking.leader().take(exchange.by(), exchange.key(), request))
                .map(asking::receipt)
                .map(receipt -> Reply.created(receipts.json(receipt, exchange.language())));
    }

    private Future<Reply> ask(Exchange exchange, Command command) {
        return asking.ask(exchange, command)
                .map(receipt -> Reply.ok(receipts.json(receipt, exchange.language())));
    }

    private TicketId ticket(Exchange exchange) {
        return ticket(exchange, links);
    }

    /** {@return the ticket of the path, by its id or its link; a citizen's own only} */
    static TicketId ticket(Exchange exchange, Links links) {
        String given = exchange.path("ticket");
        TicketId ticket = links.find(given).orElseGet(() -> Ids.ticket(given));
        if (exchange.caller().orElseThrow() instanceof Caller.Citizen citizen
                && !citizen.ticket().equals(ticket)) {
            throw Gate.forbidden("ticket");
        }
        return ticket;
    }

    private static List<ItemCode> items(Exchange exchange) {
        return strings(exchange.body().getJsonArray("items", new JsonArray())).stream()
                .map(Ids::item)
                .toList();
    }

    static List<String> strings(JsonArray array) {
        return array.stream().map(String.class::cast).toList();
    }

    private static ThemeCode theme(String code) {
        return Ids.of(code, ThemeCode::new)
                .orElseThrow(
                        () ->
                                Problem.of(ProblemType.UNKNOWN_ITEM)
                                        .with("what", "theme")
                                        .with("value", "")
                                        .found());
    }

    private static GroupCode group(String code) {
        return Ids.of(code, GroupCode::new)
                .orElseThrow(() -> Refusals.malformed("priority", "a priority group"));
    }

    /** At a kiosk the paper comes out of the kiosk it was asked at. */
    private static String printer(Exchange exchange) {
        return exchange.text("printer")
                .or(
                        () ->
                                exchange.is(Role.KIOSK)
                                                && exchange.caller().orElseThrow()
                                                        instanceof Caller.Bearer bearer
                                        ? bearer.token().device()
                                        : Optional.empty())
                .orElse(AT_THE_DESK);
    }

    static JsonObject brief(TicketId id, String number, Enum<?> state) {
        return new JsonObject()
                .put("id", id.value())
                .put("number", number)
                .put("state", Refusals.code(state));
    }
}
