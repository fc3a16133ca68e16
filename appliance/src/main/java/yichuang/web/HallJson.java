package yichuang.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yichuang.devices.DeviceView;
import yichuang.hall.Furnishing;
import yichuang.hall.Ticket;
import yichuang.hall.TicketId;
import yichuang.hall.TicketState;
import yichuang.hall.Window;
import yichuang.hall.WindowId;
import yichuang.hall.WindowSetup;

/**
 * The snapshot of the hall as the contract has it. A citizen sees windows and calls, and of the
 * waiting only their own ticket; other people's tickets appear by number, where a board shows them
 * too, and without id.
 */
final class HallJson {
    private final String node;
    private final boolean testClock;
    private final List<DeviceView> devices;
    private final Still still;
    private final Seen seen;
    private final Map<TicketId, Ticket> byId = new LinkedHashMap<>();

    /** The hall standing still at one log index. */
    record Still(
            long index,
            Instant now,
            Furnishing furnishing,
            Optional<LocalDate> day,
            List<Window> windows,
            List<Ticket> tickets) {}

    /** Whose eyes: everything, or a citizen's own ticket. */
    record Seen(Optional<TicketId> own) {
        static Seen all() {
            return new Seen(Optional.empty());
        }

        static Seen by(TicketId own) {
            return new Seen(Optional.of(own));
        }

        boolean sees(TicketId ticket) {
            return own.isEmpty() || own.get().equals(ticket);
        }
    }

    HallJson(String node, boolean testClock, List<DeviceView> devices, Still still, Seen seen) {
        this.node = node;
        this.testClock = testClock;
        this.devices = devices;
        this.still = still;
        this.seen = seen;
        still.tickets().forEach(ticket -> byId.put(ticket.id(), ticket));
    }

    Buffer encode() {
        JsonArray waiting = new JsonArray();
        for (Ticket ticket : still.tickets()) {
            if (ticket.state() == TicketState.WAITING && seen.sees(ticket.id())) {
                waiting.add(waiting(ticket));
            }
        }
        JsonArray windows = new JsonArray();
        Map<WindowId, Window> states = new LinkedHashMap<>();
        still.windows().forEach(window -> states.put(window.id(), window));
        for (WindowSetup setup : still.furnishing().setup().windows()) {
            Window window = states.get(setup.id());
            if (window != null) {
                windows.add(window(setup, window));
            }
        }
        JsonArray devices = new JsonArray();
        if (seen.own().isEmpty()) {
            this.devices.forEach(device -> devices.add(device(device, still.furnishing())));
        }
        return new JsonObject()
                .put("hall", still.furnishing().setup().hall())
                .put("name", still.furnishing().setup().name())
                .put("day", still.day().map(LocalDate::toString).orElse(null))
                .put("at", time(still.now()))
                .put("index", still.index())
                .put("testClock", testClock)
                .put("node", node)
                .put("leader", node)
                .putNull("island")
                .put("windows", windows)
                .put("waiting", waiting)
                .put("devices", devices)
                .put(
                        "nodes",
                        new JsonArray()
                                .add(
                                        new JsonObject()
                                                .put("id", node)
                                                .put("role", "voter")
                                                .put("state", "up")))
                .toBuffer();
    }

    private JsonObject waiting(Ticket ticket) {
        JsonArray items = new JsonArray();
        ticket.legs().stream()
                .filter(leg -> !leg.state().ended())
                .forEach(leg -> items.add(leg.item().value()));
        JsonObject json =
                new JsonObject()
                        .put("id", ticket.id().value())
                        .put("number", ticket.number())
                        .put("items", items)
                        .put("since", time(ticket.currentLeg().since()));
        ticket.group().ifPresent(group -> json.put("priority", group.value()));
        return json;
    }

    private JsonObject window(WindowSetup setup, Window window) {
        JsonArray skills = new JsonArray();
        still.furnishing().skills(setup.id()).forEach(item -> skills.add(item.value()));
        JsonObject json =
                new JsonObject()
                        .put("id", setup.id().value())
                        .put("name", setup.name())
                        .put("zone", setup.zone().value())
                        .put("state", Refusals.code(window.state()))
                        .put("since", time(window.since()))
                        .put("skills", skills);
        if (seen.own().isEmpty()) {
            window.staff().ifPresent(staff -> json.put("staff", staff.value()));
        }
        window.turn()
                .map(turn -> byId.get(turn.ticket()))
                .ifPresent(
                        ticket -> {
                            JsonObject at = new JsonObject().put("number", ticket.number());
                            if (seen.sees(ticket.id())) {
                                at.put("id", ticket.id().value());
                            }
                            json.put("ticket", at.put("state", Refusals.code(ticket.state())));
                        });
        return json;
    }

    static JsonObject device(DeviceView device, Furnishing furnishing) {
        JsonObject json =
                new JsonObject()
                        .put("id", device.id())
                        .put("kind", device.kind().code())
                        .put("state", device.state().code())
                        .put("since", Front.time(device.since(), furnishing.zone()));
        device.window().ifPresent(window -> json.put("window", window.value()));
        device.fault().ifPresent(fault -> json.put("fault", fault.code()));
        return json;
    }

    private String time(Instant at) {
        return Front.time(at, still.furnishing().zone());
    }
}
