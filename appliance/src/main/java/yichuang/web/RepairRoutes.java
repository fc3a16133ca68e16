package yichuang.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import yichuang.devices.Devices;
import yichuang.devices.Repair;

/** Tests and replacements of devices, for hall IT. Nothing of it changes the hall. */
final class RepairRoutes {
    private final Devices devices;

    RepairRoutes(Devices devices) {
        this.devices = devices;
    }

    void addTo(Map<String, Act> acts) {
        acts.put("testDevice", exchange -> answer(exchange, devices.workshop().test(id(exchange))));
        acts.put(
                "listSpares", exchange -> answer(exchange, devices.workshop().spares(id(exchange))));
        acts.put(
                "replaceDevice",
                exchange ->
                        answer(
                                exchange,
                                devices.workshop()
                                        .replace(
                                                id(exchange),
                                                exchange.body().getString("spare"))));
    }

    private String id(Exchange exchange) {
        String id = exchange.path("device");
        return devices.find(id).orElseThrow(() -> Refusals.unknownAddress(id)).id();
    }

    private static Future<Reply> answer(Exchange exchange, CompletionStage<Repair> work) {
        return exchange.await(work).map(RepairRoutes::reply);
    }

    private static Reply reply(Repair repair) {
        return switch (repair) {
            case Repair.Tested tested ->
                    Reply.ok(new JsonObject().put("device", tested.device()));
            case Repair.Spares spares -> {
                JsonArray list = new JsonArray();
                spares.spares()
                        .forEach(
                                spare ->
                                        list.add(
                                                new JsonObject()
                                                        .put("spare", spare.id())
                                                        .put("what", spare.what())));
                yield Reply.ok(new JsonObject().put("spares", list));
            }
            case Repair.Replaced replaced ->
                    Reply.ok(
                            new JsonObject()
                                    .put("device", replaced.device())
                                    .put("spare", replaced.spare()));
            case Repair.StillThere still ->
                    throw Refusals.notNow("device-still-there")
                            .with("device", still.device())
                            .found();
            case Repair.NotReplaceable not ->
                    throw Refusals.notNow("device-not-replaceable")
                            .with("device", not.device())
                            .found();
            case Repair.Failed failed ->
                    throw Refusals.notNow("device-failed")
                            .with("device", failed.device())
                            .with("fault", failed.fault().code())
                            .found();
            case Repair.Away away -> throw Refusals.deviceAway(away.device(), away.node());
        };
    }
}
