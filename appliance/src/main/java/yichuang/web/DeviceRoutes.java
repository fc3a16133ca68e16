package yichuang.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import yichuang.devices.CallerKey;
import yichuang.devices.DeviceView;
import yichuang.devices.Devices;
import yichuang.devices.Press;
import yichuang.devices.Slip;
import yichuang.hall.Role;

/** The devices: how they are, what they show, and the keys of virtual ones. */
final class DeviceRoutes {
    private final Asking asking;
    private final Receipts receipts;
    private final Devices devices;

    DeviceRoutes(Asking asking, Receipts receipts, Devices devices) {
        this.asking = asking;
        this.receipts = receipts;
        this.devices = devices;
    }

    void addTo(Map<String, Act> acts) {
        acts.put("listDevices", exchange -> list());
        acts.put("readDevice", this::read);
        acts.put("pressKey", this::press);
    }

    private Future<Reply> list() {
        JsonArray list = new JsonArray();
        devices.all()
                .forEach(
                        device ->
                                list.add(
                                        HallJson.device(
                                                device,
                                                asking.front().furnishing(),
                                                devices.isVirtual(device.id()))));
        return Future.succeededFuture(Reply.ok(new JsonObject().put("devices", list)));
    }

    private Future<Reply> read(Exchange exchange) {
        DeviceView device = find(exchange);
        JsonObject json =
                HallJson.device(
                        device, asking.front().furnishing(), devices.isVirtual(device.id()));
        switch (device.content()) {
            case DeviceView.Shown shown -> {
                JsonObject face =
                        new JsonObject().put("lines", new JsonArray(shown.face().lines()));
                shown.face().number().ifPresent(number -> face.put("number", number));
                shown.face().window().ifPresent(window -> face.put("window", window.value()));
                json.put("shown", face);
            }
            case DeviceView.Printed printed ->
                    json.put(
                            "printed",
                            printed.last().map(slip -> printed(slip, exchange)).orElse(null));
            case DeviceView.Unseen unseen -> {}
            case DeviceView.Said said -> json.put("said", new JsonArray(said.sentences()));
            case DeviceView.Pressed pressed -> {
                pressed.lastKey().ifPresent(key -> json.put("lastKey", key));
                pressed.number().ifPresent(number -> json.put("number", number));
            }
            case DeviceView.Lit lit -> {
                json.put("lit", lit.lit());
                lit.lastKey().ifPresent(key -> json.put("lastKey", key));
            }
        }
        return Future.succeededFuture(Reply.ok(json));
    }

    /**
     * The address on the paper is the key of the person's page: with it one could rate in their
     * name. Only who may do that anyway (paper forms, virtual keypads) is told it.
     */
    private static JsonObject printed(Slip slip, Exchange exchange) {
        JsonObject json =
                new JsonObject()
                        .put("ticket", slip.ticket().value())
                        .put("number", slip.headline())
                        .put("lines", new JsonArray(slip.lines()));
        if (exchange.is(Role.MANAGER) || exchange.is(Role.ADMIN)) {
            slip.link().ifPresent(address -> json.put("address", address));
        }
        return json;
    }

    private DeviceView find(Exchange exchange) {
        String id = exchange.path("device");
        return devices.find(id).orElseThrow(() -> Refusals.unknownAddress(id));
    }

    /** A retry is answered as the first press was, though the keypad is dark by then. */
    private Future<Reply> press(Exchange exchange) {
        DeviceView device = find(exchange);
        if (!devices.isVirtual(device.id())) {
            throw Refusals.notNow("device-real").with("device", device.id()).found();
        }
        if (exchange.key().isEmpty()) {
            return pressed(exchange, device);
        }
        return exchange.await(asking.leader().remembered(exchange.key().get()))
                .compose(
                        before ->
                                before.isEmpty()
                                        ? pressed(exchange, device)
                                        : Future.succeededFuture(
                                                answer(
                                                        new Press.Asked(before.get()),
                                                        exchange.language())));
    }

    private Future<Reply> pressed(Exchange exchange, DeviceView device) {
        return exchange.await(
                        devices.press(
                                device.id(), exchange.body().getString("key"), exchange.key()))
                .map(pressed -> answer(pressed, exchange.language()));
    }

    private Reply answer(Press pressed, Language language) {
        return switch (pressed) {
            case Press.Asked asked ->
                    Reply.ok(receipts.json(asking.receipt(asked.answer()), language));
            case Press.Dark dark ->
                    throw Refusals.notNow("keypad-dark").with("device", dark.device()).found();
            case Press.Away away -> throw Refusals.deviceAway(away.device(), away.node());
            case Press.NobodyWaits nobody -> new Reply.Nothing();
            case Press.UnknownKey key ->
                    throw Refusals.malformed(
                            "key", "1–5, " + String.join(", ", CallerKey.codes()) + ", help");
            case Press.NoKeypad none -> throw Refusals.unknownAddress(none.device());
        };
    }
}
