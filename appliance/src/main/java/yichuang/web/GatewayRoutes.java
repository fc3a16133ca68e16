package yichuang.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import yichuang.evaluation.gateway.Gateway;
import yichuang.evaluation.gateway.Standing;
import yichuang.records.Invitations;
import yichuang.records.Records;

/** How the sending of links to rate a visit by goes: counts, never to whom. */
final class GatewayRoutes {
    private final Vertx vertx;
    private final Asking asking;
    private final Records records;
    private final Optional<Gateway> gateway;

    GatewayRoutes(Vertx vertx, Asking asking, Records records, Optional<Gateway> gateway) {
        this.vertx = vertx;
        this.asking = asking;
        this.records = records;
        this.gateway = gateway;
    }

    void addTo(Map<String, Act> acts) {
        acts.put("readGateway", this::standing);
    }

    private Future<Reply> standing(Exchange exchange) {
        return vertx.executeBlocking(() -> records.invitations().counts(), false)
                .map(counts -> Reply.ok(json(counts)));
    }

    private JsonObject json(Invitations.Counts counts) {
        JsonObject json =
                new JsonObject()
                        .put("configured", gateway.isPresent())
                        .put("waiting", counts.waiting())
                        .put("sent", counts.sent())
                        .put("refused", counts.refused())
                        .put("late", counts.late())
                        .put("ratedBefore", counts.rated());
        gateway.ifPresent(
                one -> {
                    json.put("channel", one.settings().channel().code())
                            .put("address", one.settings().url().getHost());
                    put(json, one.standing());
                });
        return json;
    }

    private void put(JsonObject json, Standing standing) {
        json.put("sends", standing.sends())
                .put("requests", standing.requests())
                .put("quiet", standing.quiet())
                .put("full", standing.full());
        standing.outage()
                .ifPresent(outage -> json.put("trouble", OutageJson.of(outage, asking.front())));
    }
}
