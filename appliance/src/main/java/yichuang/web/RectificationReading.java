package yichuang.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import yichuang.hall.Contact;
import yichuang.hall.Rectification;
import yichuang.hall.Rectification.About;
import yichuang.hall.Role;
import yichuang.hall.Token;
import yichuang.leader.Reading;
import yichuang.records.Records;
import yichuang.records.RectificationCase;
import yichuang.records.RectificationStep;
import yichuang.records.Rectifications;
import yichuang.records.Rectifications.Which;
import yichuang.records.SealedAct;

/**
 * The rectifications as an officer or manager reads them, and one of them with everything that was
 * done. The texts are the records'; of the person only the hall knows, while it is open.
 */
final class RectificationReading {
    private static final int LISTED_MAX = 200;

    private final Vertx vertx;
    private final Asking asking;
    private final Records records;

    RectificationReading(Vertx vertx, Asking asking, Records records) {
        this.vertx = vertx;
        this.asking = asking;
        this.records = records;
    }

    void addTo(Map<String, Act> acts) {
        acts.put("listRectifications", this::list);
        acts.put("readRectification", this::read);
        acts.put("exportRectification", this::export);
    }

    String id(Exchange exchange) {
        return exchange.path("rectification");
    }

    /** What the hall knows beside the records, and when it was asked. */
    private record Now(Instant at, Optional<Contact> contact, List<Token> tokens) {}

    private static Now now(Reading reading, String id) {
        return new Now(
                reading.now(),
                reading.hall().findRectification(id).flatMap(Rectification::contact),
                List.copyOf(reading.hall().tokens()));
    }

    /** {@return the hall as it is, once the records are as far} */
    private Future<Now> written(Exchange exchange, String id) {
        return asking.written(exchange, records, reading -> now(reading, id));
    }

    private record Listed(Rectifications.Counts counts, List<RectificationCase> cases) {}

    private Future<Reply> list(Exchange exchange) {
        Which which =
                Optional.ofNullable(exchange.query("state"))
                        .map(state -> Which.valueOf(state.toUpperCase(Locale.ROOT)))
                        .orElse(Which.OPEN);
        Optional<About> about =
                Optional.ofNullable(exchange.query("about"))
                        .map(name -> About.valueOf(name.toUpperCase(Locale.ROOT)));
        int most =
                Optional.ofNullable(exchange.query("limit"))
                        .map(Integer::parseInt)
                        .orElse(LISTED_MAX);
        return written(exchange, "")
                .compose(
                        now ->
                                vertx.executeBlocking(() -> listed(which, about, now, most), false)
                                        .map(listed -> Reply.ok(json(listed, now))));
    }

    private Listed listed(Which which, Optional<About> about, Now now, int most) {
        Rectifications all = records.rectifications();
        Instant midnight = today(now).plusDays(1).atStartOfDay(asking.front().zone()).toInstant();
        return new Listed(all.counts(now.at(), midnight), all.list(which, about, now.at(), most));
    }

    private LocalDate today(Now now) {
        return now.at().atZone(asking.front().zone()).toLocalDate();
    }

    private JsonObject json(Listed listed, Now now) {
        Rectifications.Counts counts = listed.counts();
        RectificationJson json = new RectificationJson(asking.front(), now.at());
        JsonArray list = new JsonArray();
        listed.cases().forEach(one -> list.add(json.brief(one)));
        return new JsonObject()
                .put("today", today(now).toString())
                .put(
                        "counts",
                        new JsonObject()
                                .put("open", counts.open())
                                .put("overdue", counts.overdue())
                                .put("dueToday", counts.dueToday())
                                .put("closed", counts.closed()))
                .put("rectifications", list);
    }

    private record Whole(
            RectificationCase one,
            List<RectificationStep> steps,
            Optional<Rectifications.Opinion> own,
            List<SealedAct> trail) {}

    private Whole whole(String id) {
        Rectifications all = records.rectifications();
        RectificationCase one = all.find(id).orElseThrow(() -> Refusals.unknownAddress(id));
        return new Whole(one, all.steps(id), all.ownOpinion(one), all.trail(id));
    }

    /** Its page shows an officer what a manager may not do. */
    private Future<Reply> read(Exchange exchange) {
        return whole(exchange)
                .map(found -> Reply.ok(found.json().put("officer", exchange.is(Role.OFFICER))));
    }

    private record Found(Whole whole, JsonObject json) {}

    private Future<Found> whole(Exchange exchange) {
        String id = id(exchange);
        return written(exchange, id)
                .compose(
                        now ->
                                vertx.executeBlocking(() -> whole(id), false)
                                        .map(whole -> new Found(whole, json(whole, now))));
    }

    private JsonObject json(Whole whole, Now now) {
        return new RectificationJson(asking.front(), now.at())
                .whole(whole.one(), whole.steps(), whole.own(), now.contact(), now.tokens());
    }

    /** Everything about one, for whoever has to judge it without this hall. */
    private Future<Reply> export(Exchange exchange) {
        return whole(exchange)
                .compose(
                        found ->
                                vertx.executeBlocking(
                                        () ->
                                                Evidence.of(
                                                        found.json(),
                                                        found.whole().trail(),
                                                        asking.front()),
                                        false))
                .map(
                        zip ->
                                Reply.text("application/zip", zip)
                                        .with(
                                                "Content-Disposition",
                                                "attachment; filename=\""
                                                        + id(exchange)
                                                        + ".zip\""));
    }

    /** {@return why the hall does not know it: there was none, or it is over} */
    Future<ProblemFound> whyUnknown(Exchange exchange, String id) {
        return written(exchange, id)
                .compose(
                        now ->
                                vertx.executeBlocking(
                                        () -> records.rectifications().find(id), false))
                .map(
                        found ->
                                found.flatMap(RectificationCase::closedAt)
                                        .map(
                                                at ->
                                                        Refusals.rectificationClosed(
                                                                id, at, asking.front()))
                                        .orElseGet(() -> Refusals.unknownAddress(id)));
    }
}
