package yichuang.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yichuang.dispatch.ScriptFault;
import yichuang.hall.Command;
import yichuang.hall.Duty;
import yichuang.hall.Role;
import yichuang.leader.Reading;
import yichuang.metrics.HallMetrics;
import yichuang.metrics.Live;
import yichuang.records.ListedOutcome;
import yichuang.records.Records;
import yichuang.records.RecordsUnavailable;

/** What the manager reads and decides: figures, the list of no veto, duties, reports, the clock. */
final class ManagerRoutes {
    private final Vertx vertx;
    private final Asking asking;
    private final Receipts receipts;
    private final WhichTicket which;
    private final HallMetrics metrics;
    private final Records records;

    ManagerRoutes(
            Vertx vertx,
            Asking asking,
            Receipts receipts,
            WhichTicket which,
            HallMetrics metrics,
            Records records) {
        this.vertx = vertx;
        this.asking = asking;
        this.receipts = receipts;
        this.which = which;
        this.metrics = metrics;
        this.records = records;
    }

    void addTo(Map<String, Act> acts) {
        acts.put("readFigures", this::figures);
        acts.put("listDuties", this::duties);
        acts.put("answerDuty", this::answer);
        acts.put("reportDay", this::report);
        acts.put("setClock", this::clock);
    }

    private record Now(
            Live live,
            Optional<LocalDate> day,
            Optional<String> script,
            List<ScriptFault> faults,
            List<Duty> duties,
            int rectifications,
            int overdue) {}

    private Now now(Reading reading) {
        return new Now(
                metrics.live(reading.hall(), reading.now()),
                reading.hall().day().map(day -> day.date()),
                reading.dispatch().scriptInForce(),
                List.copyOf(reading.dispatch().faults()),
                List.copyOf(reading.hall().duties()),
                reading.hall().rectifications().size(),
                (int)
                        reading.hall().rectifications().stream()
                                .filter(one -> one.isOverdue(reading.now()))
                                .count());
    }

    private Future<Reply> figures(Exchange exchange) {
        return exchange.await(asking.leader().read(this::now))
                .compose(now -> listed(now.day()).map(listed -> Reply.ok(json(now, listed))));
    }

    /** Empty while rows are missing here: what is live is told all the same. */
    private Future<Optional<List<ListedOutcome>>> listed(Optional<LocalDate> day) {
        return day.isEmpty()
                ? Future.succeededFuture(Optional.of(List.of()))
                : vertx.executeBlocking(() -> records.history().listedOutcomes(day.get()), false)
                        .map(Optional::of)
                        .recover(
                                failure ->
                                        failure instanceof RecordsUnavailable
                                                ? Future.succeededFuture(Optional.empty())
                                                : Future.failedFuture(failure));
    }

    private JsonObject json(Now now, Optional<List<ListedOutcome>> listed) {
        JsonArray faults = new JsonArray();
        for (ScriptFault fault : now.faults()) {
            faults.add(
                    new JsonObject()
                            .put("script", fault.script())
                            .put("line", fault.line())
                            .put("message", fault.message())
                            .put("at", asking.front().time(fault.at())));
        }
        return LiveJson.of(now.live(), asking.front())
                .put("day", now.day().map(LocalDate::toString).orElse(null))
                .put("testClock", asking.leader().clock().isTest())
                .put("clockTrusted", asking.leader().clock().isTrusted())
                .put("noVeto", listed.map(this::list).orElse(null))
                .put("script", now.script().orElse(null))
                .put("scriptFaults", faults)
                .put("duties", duties(now.duties()))
                .put(
                        "rectifications",
                        new JsonObject()
                                .put("open", now.rectifications())
                                .put("overdue", now.overdue()));
    }

    private JsonArray list(List<ListedOutcome> outcomes) {
        JsonArray list = new JsonArray();
        outcomes.forEach(one -> list.add(json(one)));
        return list;
    }

    private JsonObject json(ListedOutcome one) {
        JsonObject json =
                new JsonObject()
                        .put("ticket", one.ticket().value())
                        .put("number", one.number())
                        .put("item", one.item())
                        .put("department", one.department())
                        .put("window", one.window())
                        .put("outcome", one.outcome())
                        .put("details", new JsonObject(one.details()))
                        .put("at", asking.front().time(one.at()));
        one.staff().ifPresent(staff -> json.put("staff", staff));
        one.note().ifPresent(note -> json.put("note", note));
        return json;
    }

    private JsonArray duties(List<Duty> duties) {
        JsonArray list = new JsonArray();
        for (Duty duty : duties) {
            list.add(
                    new JsonObject()
                            .put("ticket", duty.ticket().value())
                            .put("leg", duty.leg())
                            .put("number", duty.number())
                            .put("window", duty.window().value())
                            .put("who", duty.who())
                            .put("answerBy", asking.front().time(duty.answerBy())));
        }
        return list;
    }

    private Future<Reply> duties(Exchange exchange) {
        return exchange.await(asking.leader().read(reading -> List.copyOf(reading.hall().duties())))
                .map(duties -> Reply.ok(new JsonObject().put("duties", duties(duties))));
    }

    private Future<Reply> answer(Exchange exchange) {
        String answer = exchange.body().getString("answer");
        if (answer.isBlank()) {
            throw Refusals.missing("answer");
        }
        int leg = Numbers.bounded(exchange.body().getNumber("leg"));
        return which.ofPath(exchange)
                .compose(
                        ticket -> asking.ask(exchange, new Command.AnswerDuty(ticket, leg, answer)))
                .map(receipt -> Reply.ok(receipts.json(receipt, exchange.language())));
    }

    private Future<Reply> report(Exchange exchange) {
        String file = exchange.path("file");
        LocalDate day;
        try {
            day = LocalDate.parse(file.substring(0, file.length() - ".csv".length()));
        } catch (DateTimeException e) {
            throw Refusals.malformed("file", "2026-03-02.csv");
        }
        return asking.written(exchange, records, Reading::index)
                .compose(done -> vertx.executeBlocking(() -> csv(day), false))
                .map(
                        csv ->
                                Reply.text("text/csv; charset=utf-8", Buffer.buffer(csv))
                                        .with(
                                                "Content-Disposition",
                                                "attachment; filename=\"" + day + ".csv\""));
    }

    private String csv(LocalDate day) {
        if (!records.reports().hasDay(day)) {
            throw Refusals.unknownAddress(day.toString());
        }
        return records.reports().dayCsv(day);
    }

    /** Confirming is saying that the time shown is right; correcting is a command, audited. */
    private Future<Reply> clock(Exchange exchange) {
        if (exchange.body().containsKey("to")) {
            if (!exchange.is(Role.ADMIN)) {
                throw Gate.forbidden("role");
            }
            return asking.ask(
                            exchange,
                            new Command.CorrectTime(FinishRoutes.time(exchange.body(), "to")))
                    .map(receipt -> Reply.ok(receipts.json(receipt, exchange.language())));
        }
        if (!exchange.body().getBoolean("confirm", false)) {
            throw Refusals.missing("confirm");
        }
        asking.leader().clock().confirm();
        return Future.succeededFuture(
                Reply.ok(
                        new JsonObject()
                                .put("at", asking.front().time(asking.leader().clock().now()))));
    }
}
