package yichuang.web;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.function.Supplier;
import yichuang.leader.Leader;
import yichuang.log.LogState;

/** What machines ask: is it up, is it ready, its figures, its contract. */
final class HealthRoutes {
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final Leader leader;
    private final Others others;
    private final Supplier<String> scrape;
    private final Contract contract;

    HealthRoutes(Leader leader, Others others, Supplier<String> scrape, Contract contract) {
        this.leader = leader;
        this.others = others;
        this.scrape = scrape;
        this.contract = contract;
    }

    void addTo(Map<String, Act> acts) {
        acts.put("live", exchange -> status(200, "up"));
        acts.put(
                "ready",
                exchange -> takesCommands() ? status(200, "ready") : status(503, whyNot()));
        acts.put("readMetrics", exchange -> text(PROMETHEUS, scrape.get()));
        acts.put("readContract", exchange -> text("application/yaml", contract.text()));
    }

    /** Here, or by way of the leader. */
    private boolean takesCommands() {
        return leader.log().leading() || others.changes() instanceof Others.Place.There;
    }

    private String whyNot() {
        return leader.log().condition() instanceof LogState.Condition.ReadOnly why
                        && why.cause() == LogState.Cause.FENCED
                ? "fenced"
                : "not-ready";
    }

    private static Future<Reply> status(int status, String word) {
        return Future.succeededFuture(Reply.json(status, new JsonObject().put("status", word)));
    }

    private static Future<Reply> text(String type, String text) {
        return Future.succeededFuture(Reply.text(type, Buffer.buffer(text)));
    }
}
