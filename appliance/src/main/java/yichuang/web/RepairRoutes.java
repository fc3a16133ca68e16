package yichuang.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import yichuang.devices.Devices;
import yichuang.devices.Repair;

/** Tests and replacements of devices, for hall IT. Nothing of it changes the hall. */
final class RepairRoutes {
    private final Devices devices;
    private final Repeats repeats = new Repeats();

    RepairRoutes(Devices devices) {
        this.devices = devices;
    }

    void addTo(Map<String, Act> acts) {
        acts.put(
                "listSpares",
                exchange -> answer(exchange, devices.workshop().spares(id(exchange))));
        acts.put("testDevice", this::test);
        acts.put("replaceDevice", this::replace);
    }

    private Future<Reply> test(Exchange exchange) {
        String id = id(exchange);
        return answer(exchange, once(exchange, () -> devices.workshop().test(id)));
    }

    private Future<Reply> replace(Exchange exchange) {
        String id = id(exchange);
        String spare = exchange.body().getString("spare");
        return answer(exchange, once(exchange, () -> devices.workshop().replace(id, spare)));
    }

    private CompletionStage<Repair> once(
            Exchange exchange, Supplier<CompletionStage<Repair>> work) {
        return exchange.key().map(key -> repeats.once(key, work)).orElseGet(work);
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
            case Repair.Tested tested -> Reply.ok(new JsonObject().put("device", tested.device()));
            case Repair.Spares spares -> {
                JsonArray list = new JsonArray();
                spares.spares()
                        .forEach(
                                spare ->
                                        list.add(
                                                new JsonObject()
                                                        .put("spare", spare.id())
                                                        .put("sign", spare.sign())
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
                    throw Refusals.notNow("device-failed." + failed.fault().code())
                            .with("device", failed.device())
                            .with("fault", failed.fault().code())
                            .found();
            case Repair.Away away -> throw Refusals.deviceAway(away.device(), away.node());
        };
    }
}
