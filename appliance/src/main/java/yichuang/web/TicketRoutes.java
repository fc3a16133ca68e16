package yichuang.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import yichuang.access.Caller;
import yichuang.access.Contacts;
import yichuang.access.Secrets;
import yichuang.devices.Devices;
import yichuang.hall.Command;
import yichuang.hall.GroupCode;
import yichuang.hall.ItemCode;
import yichuang.hall.Role;
import yichuang.hall.ThemeCode;
import yichuang.hall.TicketId;
import yichuang.leader.TakeRequest;

/** Taking a ticket, and what a person may still do with it. */
final class TicketRoutes {
    private final Asking asking;
    private final Receipts receipts;
    private final WhichTicket which;
    private final Contacts contacts;
    private final Devices devices;

    /** Consent to what the hall cannot do is not kept. */
    private final boolean sendsLinks;

    TicketRoutes(
            Asking asking,
            Receipts receipts,
            WhichTicket which,
            Contacts contacts,
            Devices devices,
            boolean sendsLinks) {
        this.sendsLinks = sendsLinks;
        this.asking = asking;
        this.receipts = receipts;
        this.which = which;
        this.contacts = contacts;
        this.devices = devices;
    }

    void addTo(Map<String, Act> acts) {
        acts.put("takeTicket", this::take);
        acts.put("cancelTicket", act((ticket, x) -> new Command.CancelTicket(ticket)));
        acts.put("changeItems", act((ticket, x) -> new Command.ChangeItems(ticket, items(x))));
        acts.put("reprintTicket", act((ticket, x) -> new Command.Reprint(ticket, printer(x))));
        acts.put("comeBack", act((ticket, x) -> new Command.ComeBack(ticket)));
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
                        exchange.text("phone")
                                .map(wantsLink(exchange) ? contacts::forRating : contacts::of));
        return exchange.await(asking.leader().take(exchange.by(), exchange.key(), request))
                .map(asking::receipt)
                .map(receipt -> Reply.created(receipts.json(receipt, exchange.language())));
    }

    private boolean wantsLink(Exchange exchange) {
        return sendsLinks && exchange.body().getBoolean("ratingLink", false);
    }

    /** An act on the ticket of the path. */
    private Act act(BiFunction<TicketId, Exchange, Command> command) {
        return exchange ->
                which.ofPath(exchange)
                        .compose(ticket -> asking.ask(exchange, command.apply(ticket, exchange)))
                        .map(receipt -> Reply.ok(receipts.json(receipt, exchange.language())));
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

    /**
     * Any printer of the hall, by its id or the kiosk or window it stands at; of a kiosk that names
     * none, its own.
     */
    private String printer(Exchange exchange) {
        Optional<String> named = exchange.text("printer");
        named.filter(name -> !name.equals(Devices.ANY_PRINTER) && !devices.hasPrinter(name))
                .ifPresent(
                        name -> {
                            throw Refusals.unknownAddress(name);
                        });
        return named.or(() -> ownDevice(exchange)).orElse(Devices.ANY_PRINTER);
    }

    private static Optional<String> ownDevice(Exchange exchange) {
        return exchange.is(Role.KIOSK)
                        && exchange.caller().orElseThrow() instanceof Caller.Bearer bearer
                ? bearer.token().device()
                : Optional.empty();
    }

    static JsonObject brief(TicketId id, String number, Enum<?> state) {
        return new JsonObject()
                .put("id", id.value())
                .put("number", number)
                .put("state", Refusals.code(state));
    }
}
