package yichuang.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import yichuang.access.Contacts;
import yichuang.hall.Command;

/**
 * For whom a visit's services are, for the evaluation platform. Sealed before it enters the log,
 * read by nobody but the sender, and erased some time after the platform has it.
 */
final class ApplicantRoutes {
    private static final List<String> PARTS =
            List.of("name", "kind", "idType", "personId", "enterpriseId");

    private final Asking asking;
    private final Receipts receipts;
    private final WhichTicket which;
    private final Contacts contacts;

    ApplicantRoutes(Asking asking, Receipts receipts, WhichTicket which, Contacts contacts) {
        this.asking = asking;
        this.receipts = receipts;
        this.which = which;
        this.contacts = contacts;
    }

    void addTo(Map<String, Act> acts) {
        acts.put("nameApplicant", this::name);
    }

    private Future<Reply> name(Exchange exchange) {
        JsonObject said = new JsonObject();
        for (String part : PARTS) {
            exchange.text(part).map(String::strip).ifPresent(text -> said.put(part, text));
        }
        if (said.getString("name", "").isEmpty()) {
            throw Refusals.missing("name");
        }
        return which.ofPath(exchange)
                .compose(
                        ticket ->
                                asking.ask(
                                        exchange,
                                        new Command.NameApplicant(
                                                ticket, contacts.sealed(said.encode()))))
                .map(receipt -> Reply.ok(receipts.json(receipt, exchange.language())));
    }
}
