package yichuang.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import yichuang.evaluation.platform.Platform;
import yichuang.evaluation.platform.Standing;
import yichuang.hall.Command;
import yichuang.hall.Correction;
import yichuang.leader.Reading;
import yichuang.records.Letter;
import yichuang.records.Outbox;
import yichuang.records.Records;

/**
 * What is due to the evaluation platform: how the sending goes, and the letters that it refuses, to
 * be mended and sent again. Who rated what is not shown: not the level, not the words.
 */
final class PlatformRoutes {
    private static final int LISTED_MAX = 200;

    private final Vertx vertx;
    private final Asking asking;
    private final Receipts receipts;
    private final Records records;
    private final Optional<Platform> platform;

    PlatformRoutes(
            Vertx vertx,
            Asking asking,
            Receipts receipts,
            Records records,
            Optional<Platform> platform) {
        this.vertx = vertx;
        this.asking = asking;
        this.receipts = receipts;
        this.records = records;
        this.platform = platform;
    }

    void addTo(Map<String, Act> acts) {
        acts.put("readPlatform", this::standing);
        acts.put("listLetters", this::letters);
        acts.put("resendLetter", this::resend);
    }

    private Future<Reply> standing(Exchange exchange) {
        return vertx.executeBlocking(() -> records.outbox().counts(), false)
                .map(counts -> Reply.ok(json(counts)));
    }

    private JsonObject json(Outbox.Counts counts) {
        JsonObject json =
                new JsonObject()
                        .put("configured", platform.isPresent())
                        .put("waiting", counts.waiting())
                        .put("delivered", counts.delivered())
                        .put("dead", counts.dead())
                        .put("selfBuilt", counts.selfBuilt());
        counts.oldest().ifPresent(at -> json.put("oldest", asking.front().time(at)));
        platform.ifPresent(
                one -> {
                    json.put("name", one.settings().dialect().name())
                            .put("dialect", one.settings().dialect().id())
                            .put("address", one.settings().url().toString());
                    put(json, one.standing());
                });
        return json;
    }

    private void put(JsonObject json, Standing standing) {
        json.put("sends", standing.sends())
                .put("requests", standing.requests())
                .put("taken", standing.taken())
                .put("refusals", standing.refusals())
                .put("doubtful", standing.doubtful())
                .put("platformAheadSeconds", standing.platformAhead().toSeconds());
        standing.lastTaken().ifPresent(at -> json.put("lastTaken", asking.front().time(at)));
        standing.outage()
                .ifPresent(outage -> json.put("trouble", OutageJson.of(outage, asking.front())));
    }

    private Future<Reply> letters(Exchange exchange) {
        Letter.State state =
                Letter.State.valueOf(
                        Optional.ofNullable(exchange.query("state"))
                                .orElse("dead")
                                .toUpperCase(Locale.ROOT)
                                .replace('-', '_'));
        return written(exchange)
                .compose(
                        now ->
                                vertx.executeBlocking(
                                        () -> records.outbox().letters(state, LISTED_MAX), false))
                .map(
                        letters -> {
                            JsonArray list = new JsonArray();
                            letters.forEach(letter -> list.add(json(letter)));
                            return Reply.ok(new JsonObject().put("letters", list));
                        });
    }

    /** {@return completes when the rows are as far as the log, so that nobody acts on old ones} */
    private Future<Void> written(Exchange exchange) {
        return asking.written(exchange, records, Reading::index).mapEmpty();
    }

    private JsonObject json(Letter letter) {
        JsonObject json =
                new JsonObject()
                        .put("letter", letter.key())
                        .put("kind", code(letter.kind()))
                        .put("state", code(letter.state()))
                        .put("number", letter.number())
                        .put("day", letter.service().day().toString())
                        .put("caseNumber", letter.caseNumber())
                        .put("serviceNumber", letter.serviceNumber())
                        .put("itemName", letter.service().itemName())
                        .put("window", letter.service().window());
        letter.reason().ifPresent(why -> json.put("reason", why));
        letter.receipt().ifPresent(said -> json.put("receipt", said));
        letter.settledAt().ifPresent(at -> json.put("settledAt", asking.front().time(at)));
        platform.ifPresent(
                one ->
                        json.put(
                                "fields",
                                new JsonArray(one.settings().dialect().fieldNames(letter.kind()))));
        if (!letter.corrections().isEmpty()) {
            json.put("mended", new JsonArray(List.copyOf(letter.corrections().keySet())));
        }
        return json;
    }

    private static String code(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Only a letter that was set aside is sent again; of any other nothing changes. */
    private Future<Reply> resend(Exchange exchange) {
        String key = exchange.body().getString("letter");
        List<Correction> corrections = new ArrayList<>();
        for (Map.Entry<String, Object> field :
                exchange.body().getJsonObject("fields", new JsonObject())) {
            if (!(field.getValue() instanceof String text)) {
                throw Refusals.malformed("fields", "{\"projectNo\": \"37…\"}");
            }
            corrections.add(new Correction(field.getKey(), text));
        }
        return written(exchange)
                .compose(now -> vertx.executeBlocking(() -> records.outbox().find(key), false))
                .compose(
                        found -> {
                            Letter letter = found.orElseThrow(() -> Refusals.unknownAddress(key));
                            known(letter, corrections);
                            return asking.ask(exchange, new Command.ResendLetter(key, corrections));
                        })
                .map(receipt -> Reply.ok(receipts.json(receipt, exchange.language())));
    }

    /** A misspelt field would be mended in vain. */
    private void known(Letter letter, List<Correction> corrections) {
        platform.ifPresent(
                one -> {
                    List<String> names = one.settings().dialect().fieldNames(letter.kind());
                    for (Correction each : corrections) {
                        if (!names.contains(each.field())) {
                            throw Refusals.malformed("fields", String.join(", ", names));
                        }
                    }
                });
    }
}
