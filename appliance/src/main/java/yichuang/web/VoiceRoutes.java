package yichuang.web;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import yichuang.access.Caller;
import yichuang.access.Links;
import yichuang.access.Secrets;
import yichuang.hall.Command;
import yichuang.hall.HelpCall;
import yichuang.hall.TicketId;

/** What people say besides ratings: complaints 吐槽找茬 and calls for a helper 帮办. */
final class VoiceRoutes {
    private final Asking asking;
    private final Receipts receipts;
    private final Links links;

    VoiceRoutes(Asking asking, Receipts receipts, Links links) {
        this.asking = asking;
        this.receipts = receipts;
        this.links = links;
    }

    void addTo(Map<String, Act> acts) {
        acts.put("complain", this::complain);
        acts.put("askHelp", this::askHelp);
    }

    private Future<Reply> complain(Exchange exchange) {
        return ask(
                exchange,
                new Command.Complain(
                        Secrets.id(),
                        exchange.text("channel").orElse(place(exchange)),
                        exchange.body().getString("text"),
                        ticket(exchange)));
    }

    private Future<Reply> askHelp(Exchange exchange) {
        return ask(
                exchange,
                new Command.AskHelp(
                        Secrets.id(),
                        HelpCall.Kind.HELPER,
                        exchange.text("where").orElse(place(exchange)),
                        ticket(exchange),
                        exchange.text("note")));
    }

    private Future<Reply> ask(Exchange exchange, Command command) {
        return asking.ask(exchange, command)
                .map(receipt -> Reply.created(receipts.json(receipt, exchange.language())));
    }

    /** A citizen speaks of their own ticket only. */
    private Optional<TicketId> ticket(Exchange exchange) {
        if (exchange.caller().orElseThrow() instanceof Caller.Citizen citizen) {
            return Optional.of(citizen.ticket());
        }
        return exchange.text("ticket")
                .map(text -> links.find(text).orElseGet(() -> Ids.ticket(text)));
    }

    /**
     * {@return where the caller is, by its token: window, device or role; {@code link} for a phone}
     */
    private static String place(Exchange exchange) {
        return switch (exchange.caller().orElseThrow()) {
            case Caller.Bearer bearer ->
                    bearer.token()
                            .window()
                            .map(window -> "window " + window)
                            .or(() -> bearer.token().device())
                            .orElse(bearer.token().role().code());
            case Caller.Citizen citizen -> "link";
        };
    }
}
