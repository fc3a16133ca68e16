package yichuang.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yichuang.hall.Token;
import yichuang.leader.Reading;
import yichuang.records.EnteredRatings;
import yichuang.records.Records;

/**
 * Ratings that somebody entered for others: paper and telephone by a manager, and what was given at
 * a kiosk. One who makes them up in bulk stands out here; the trail has each of a manager's.
 */
final class EnteredRoutes {
    private static final long DAYS_MAX = 366;

    private final Vertx vertx;
    private final Asking asking;
    private final Records records;

    EnteredRoutes(Vertx vertx, Asking asking, Records records) {
        this.vertx = vertx;
        this.asking = asking;
        this.records = records;
    }

    void addTo(Map<String, Act> acts) {
        acts.put("listEnteredRatings", this::entered);
    }

    private record Counted(List<EnteredRatings> rows, long rated) {}

    private Future<Reply> entered(Exchange exchange) {
        LocalDate from = LocalDate.parse(exchange.query("from"));
        LocalDate until = LocalDate.parse(exchange.query("to"));
        if (until.isBefore(from) || until.isAfter(from.plusDays(DAYS_MAX))) {
            throw Refusals.malformed("to", "from ≤ to ≤ from + " + DAYS_MAX + " d");
        }
        return asking.written(exchange, records, EnteredRoutes::tokens)
                .compose(
                        tokens ->
                                vertx.executeBlocking(() -> counted(from, until), false)
                                        .map(counted -> Reply.ok(json(counted, tokens))));
    }

    private static Map<String, Token> tokens(Reading reading) {
        Map<String, Token> tokens = new LinkedHashMap<>();
        reading.hall().tokens().forEach(token -> tokens.put(token.id().value(), token));
        return tokens;
    }

    private Counted counted(LocalDate from, LocalDate until) {
        return new Counted(
                records.history().enteredRatings(from, until),
                records.history().rated(from, until));
    }

    private static JsonObject json(Counted counted, Map<String, Token> tokens) {
        JsonArray rows = new JsonArray();
        for (EnteredRatings row : counted.rows()) {
            JsonObject json =
                    new JsonObject()
                            .put("by", row.by())
                            .put("channel", row.channel())
                            .put("ratings", row.ratings())
                            .put("positive", row.positive())
                            .put("negative", row.negative())
                            .put("perMille", row.ratings() * 1000 / counted.rated());
            Optional.ofNullable(tokens.get(row.by()))
                    .ifPresent(
                            token ->
                                    json.put("label", token.label())
                                            .put("role", token.role().code()));
            rows.add(json);
        }
        return new JsonObject().put("rated", counted.rated()).put("entered", rows);
    }
}
