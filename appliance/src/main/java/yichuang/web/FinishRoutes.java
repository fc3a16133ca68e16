package yichuang.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yichuang.hall.Command;
import yichuang.hall.Outcome;
import yichuang.hall.WindowId;
import yichuang.records.Records;

/**
 * Closing a leg with an outcome. What each outcome needs is asked for by name; there is no veto.
 */
final class FinishRoutes {
    private final Vertx vertx;
    private final Asking asking;
    private final Receipts receipts;
    private final Records records;

    FinishRoutes(Vertx vertx, Asking asking, Receipts receipts, Records records) {
        this.vertx = vertx;
        this.asking = asking;
        this.receipts = receipts;
        this.records = records;
    }

    void addTo(Map<String, Act> acts) {
        acts.put("finish", this::finish);
    }

    private Future<Reply> finish(Exchange exchange) {
        WindowId window = WindowRoutes.window(exchange);
        Outcome outcome = outcome(exchange.body());
        return priorServices(exchange.text("caseNumber"))
                .compose(
                        prior ->
                                asking.ask(
                                        exchange,
                                        new Command.Finish(
                                                window,
                                                outcome,
                                                exchange.text("caseNumber"),
                                                exchange.text("item").map(Ids::item),
                                                exchange.text("note"),
                                                prior)))
                .map(receipt -> Reply.ok(receipts.json(receipt, exchange.language())));
    }

    /**
     * The hall remembers a case for some weeks, the records for years. While they cannot be read
     * the window closes its leg all the same: the hall's own count stands.
     */
    private Future<Integer> priorServices(Optional<String> caseNumber) {
        if (caseNumber.isEmpty()) {
            return Future.succeededFuture(0);
        }
        return vertx.executeBlocking(() -> records.history().priorServices(caseNumber.get()), false)
                .otherwise(0);
    }

    static Outcome outcome(JsonObject body) {
        String code = body.getString("outcome");
        return switch (code) {
            case "DONE" -> new Outcome.Done();
            case "ACCEPTED" -> new Outcome.Accepted(date(body, "promisedDate"));
            case "ACCEPTED_DEFERRED" ->
                    new Outcome.AcceptedDeferred(list(body, "missing"), date(body, "dueDate"));
            case "COMMITTED" -> new Outcome.Committed(text(body, "commitment"));
            case "FORWARDED" -> new Outcome.Forwarded(text(body, "to"), text(body, "delivery"));
            case "GUIDED" -> new Outcome.Guided(list(body, "missing"));
            case "REDIRECTED" ->
                    new Outcome.Redirected(text(body, "to"), body.getString("with", ""));
            case "CONSULT" -> new Outcome.Consult(text(body, "who"), time(body, "answerBy"));
            case "ABANDONED" -> new Outcome.Abandoned();
            default -> throw Problem.of(ProblemType.UNKNOWN_OUTCOME).with("outcome", code).found();
        };
    }

    private static String text(JsonObject body, String name) {
        String text = body.getString(name, "");
        if (text.isBlank()) {
            throw Refusals.missing(name);
        }
        return text;
    }

    private static List<String> list(JsonObject body, String name) {
        List<String> list = TicketRoutes.strings(body.getJsonArray(name, new JsonArray()));
        if (list.isEmpty()) {
            throw Refusals.missing(name);
        }
        return list;
    }

    private static LocalDate date(JsonObject body, String name) {
        try {
            return LocalDate.parse(text(body, name));
        } catch (DateTimeException e) {
            throw Refusals.malformed(name, "2026-03-31");
        }
    }

    static Instant time(JsonObject body, String name) {
        try {
            return OffsetDateTime.parse(text(body, name)).toInstant();
        } catch (DateTimeException e) {
            throw Refusals.malformed(name, "2026-03-31T17:00:00+08:00");
        }
    }
}
