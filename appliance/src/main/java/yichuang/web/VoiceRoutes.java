package yichuang.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import yichuang.access.Caller;
import yichuang.access.Contacts;
import yichuang.access.FreeText;
import yichuang.access.Secrets;
import yichuang.hall.Command;
import yichuang.hall.HelpCall;
import yichuang.hall.TicketId;
import yichuang.leader.Reading;
import yichuang.records.PastComplaint;
import yichuang.records.Records;

/** What people say besides ratings: complaints 吐槽找茬 and calls for help 求助. */
final class VoiceRoutes {
    private static final int LISTED_MAX = 100;

    private final Vertx vertx;
    private final Asking asking;
    private final Receipts receipts;
    private final WhichTicket which;
    private final Signboard signboard;
    private final Records records;
    private final Contacts contacts;

    VoiceRoutes(
            Vertx vertx,
            Asking asking,
            Receipts receipts,
            WhichTicket which,
            Signboard signboard,
            Records records,
            Contacts contacts) {
        this.contacts = contacts;
        this.vertx = vertx;
        this.records = records;
        this.asking = asking;
        this.receipts = receipts;
        this.which = which;
        this.signboard = signboard;
    }

    void addTo(Map<String, Act> acts) {
        acts.put("complain", this::complain);
        acts.put("listComplaints", this::complaints);
        acts.put("askHelp", this::askHelp);
        acts.put("answerHelp", this::answerHelp);
    }

    private Future<Reply> complain(Exchange exchange) {
        return say(
                exchange,
                ticket ->
                        new Command.Complain(
                                Secrets.id(),
                                exchange.text("channel").orElse(place(exchange)),
                                FreeText.cleaned(exchange.body().getString("text")),
                                ticket,
                                exchange.text("phone").map(contacts::of)));
    }

    /** Waits until the records have what the asker may have just been told of. */
    private Future<Reply> complaints(Exchange exchange) {
        return asking.written(exchange, records, Reading::index)
                .compose(
                        done ->
                                vertx.executeBlocking(
                                        () -> records.history().complaints(LISTED_MAX), false))
                .map(
                        list -> {
                            JsonArray complaints = new JsonArray();
                            list.forEach(one -> complaints.add(json(one)));
                            return Reply.ok(new JsonObject().put("complaints", complaints));
                        });
    }

    private JsonObject json(PastComplaint complaint) {
        JsonObject json =
                new JsonObject()
                        .put("id", complaint.id())
                        .put("at", asking.front().time(complaint.at()))
                        .put("channel", complaint.channel())
                        .put("text", complaint.text());
        complaint.number().ifPresent(number -> json.put("number", number));
        return json;
    }

    /** Colleagues and security come for staff only. */
    private Future<Reply> askHelp(Exchange exchange) {
        HelpCall.Kind kind =
                exchange.text("kind").flatMap(HelpCall.Kind::find).orElse(HelpCall.Kind.HELPER);
        if (kind != HelpCall.Kind.HELPER && !WhichTicket.isStaff(exchange)) {
            throw Gate.forbidden("help");
        }
        return say(
                exchange,
                ticket ->
                        new Command.AskHelp(
                                Secrets.id(),
                                kind,
                                exchange.text("where").orElse(where(exchange)),
                                ticket,
                                exchange.text("note").map(FreeText::cleaned)));
    }

    private Future<Reply> say(Exchange exchange, Function<Optional<TicketId>, Command> command) {
        return ticket(exchange)
                .compose(ticket -> asking.ask(exchange, command.apply(ticket)))
                .map(receipt -> Reply.created(receipts.json(receipt, exchange.language())));
    }

    private Future<Reply> answerHelp(Exchange exchange) {
        return asking.ask(exchange, new Command.AnswerHelp(exchange.path("help"), place(exchange)))
                .map(receipt -> Reply.ok(receipts.json(receipt, exchange.language())));
    }

    /** A citizen speaks of their own ticket only. */
    private Future<Optional<TicketId>> ticket(Exchange exchange) {
        if (exchange.caller().orElseThrow() instanceof Caller.Citizen citizen) {
            return Future.succeededFuture(Optional.of(citizen.ticket()));
        }
        return exchange.text("ticket")
                .map(text -> which.named(exchange, text).map(Optional::of))
                .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    }

    /** {@return where somebody is to go: a kiosk's id tells a helper nothing, its place does} */
    private String where(Exchange exchange) {
        String place = place(exchange);
        return signboard.kiosks().getOrDefault(place, place);
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
