package yichuang.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import yichuang.devices.DeviceView;
import yichuang.hall.Furnishing;
import yichuang.hall.HelpCall;
import yichuang.hall.Island;
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
    private final Here here;
    private final List<DeviceView> devices;
    private final Still still;
    private final Viewer viewer;
    private final Map<TicketId, Ticket> byId = new LinkedHashMap<>();

    /**
     * The hall standing still at one log index.
     *
     * @param unreached windows that this part of the hall may not act on
     */
    record Still(
            long index,
            Instant now,
            Furnishing furnishing,
            Optional<LocalDate> day,
            Optional<Island> island,
            List<Window> windows,
            Set<WindowId> unreached,
            List<Ticket> tickets,
            List<HelpCall> help) {}

    /**
     * What this controller adds of its own.
     *
     * @param clockRate how fast the hall's clock runs
     * @param virtual which devices are in this program only
     */
    record Here(
            String node,
            Optional<String> leader,
            List<Others.NodeView> nodes,
            boolean testClock,
            double clockRate,
            Predicate<String> virtual,
            List<Signboard.Notice> notices) {}

    HallJson(Here here, List<DeviceView> devices, Still still, Viewer viewer) {
        this.here = here;
        this.devices = devices;
        this.still = still;
        this.viewer = viewer;
        still.tickets().forEach(ticket -> byId.put(ticket.id(), ticket));
    }

    Buffer encode() {
        JsonArray waiting = new JsonArray();
        for (Ticket ticket : still.tickets()) {
            if (waits(ticket) && viewer.sees(ticket.id())) {
                waiting.add(waiting(ticket, still.furnishing().zone()));
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
        if (!(viewer instanceof Viewer.Citizen)) {
            this.devices.forEach(
                    device ->
                            devices.add(
                                    device(
                                            device,
                                            still.furnishing(),
                                            here.virtual().test(device.id()))));
        }
        JsonObject json =
                new JsonObject()
                        .put("hall", still.furnishing().setup().hall())
                        .put("name", still.furnishing().setup().name())
                        .put("day", still.day().map(LocalDate::toString).orElse(null))
                        .put("at", time(still.now()))
                        .put("index", still.index())
                        .put("testClock", here.testClock())
                        .put("clockRate", here.clockRate())
                        .put("node", here.node())
                        .put("leader", here.leader().orElse(null))
                        .put(
                                "island",
                                still.island()
                                        .map(one -> Parts.json(one, still.furnishing().zone()))
                                        .orElse(null))
                        .put("windows", windows)
                        .put("waiting", waiting)
                        .put("devices", devices)
                        .put("notices", notices())
                        .put("nodes", nodes());
        if (!(viewer instanceof Viewer.Citizen)) {
            json.put("help", help(still.help(), viewer, still.furnishing().zone()));
        }
        return json.toBuffer();
    }

    static boolean waits(Ticket ticket) {
        return ticket.state() == TicketState.WAITING;
    }

    static JsonObject waiting(Ticket ticket, ZoneId zone) {
        JsonArray items = new JsonArray();
        ticket.legs().stream()
                .filter(leg -> !leg.state().ended())
                .forEach(leg -> items.add(leg.item().value()));
        JsonObject json =
                new JsonObject()
                        .put("id", ticket.id().value())
                        .put("number", ticket.number())
                        .put("items", items)
                        .put("since", Front.time(ticket.currentLeg().since(), zone));
        ticket.group().ifPresent(group -> json.put("priority", group.value()));
        return json;
    }

    private JsonObject window(WindowSetup setup, Window window) {
        JsonArray skills = new JsonArray();
        still.furnishing().skills(setup.id()).forEach(item -> skills.add(item.value()));
        Optional<Ticket> ticket =
                window.turn().flatMap(turn -> Optional.ofNullable(byId.get(turn.ticket())));
        JsonObject json = standing(window, ticket, still.furnishing().zone());
        if (viewer instanceof Viewer.Citizen) {
            json.remove("staff");
            if (ticket.isPresent() && !viewer.sees(ticket.get().id())) {
                json.getJsonObject("ticket").remove("id");
            }
        }
        if (still.unreached().contains(window.id())) {
            json.put("cutOff", true);
        }
        return json.put("name", setup.name())
                .put("zone", setup.zone().value())
                .put("skills", skills);
    }

    /** How a window stands, without what only a new configuration changes. */
    static JsonObject standing(Window window, Optional<Ticket> ticket, ZoneId zone) {
        JsonObject json =
                new JsonObject()
                        .put("id", window.id().value())
                        .put("state", Refusals.code(window.state()))
                        .put("since", Front.time(window.since(), zone));
        window.staff().ifPresent(staff -> json.put("staff", staff.value()));
        ticket.ifPresent(
                there ->
                        json.put(
                                "ticket",
                                new JsonObject()
                                        .put("id", there.id().value())
                                        .put("number", there.number())
                                        .put("state", Refusals.code(there.state()))));
        return json;
    }

    /** The calls for help that are open, as far as this viewer sees them. */
    static JsonArray help(List<HelpCall> calls, Viewer viewer, ZoneId zone) {
        JsonArray list = new JsonArray();
        for (HelpCall call : calls) {
            if (!viewer.sees(call)) {
                continue;
            }
            JsonObject json =
                    new JsonObject()
                            .put("id", call.id())
                            .put("kind", call.kind().code())
                            .put("where", call.where())
                            .put("at", Front.time(call.at(), zone));
            call.number().ifPresent(number -> json.put("number", number));
            call.note().ifPresent(note -> json.put("note", note));
            list.add(json);
        }
        return list;
    }

    private JsonArray nodes() {
        JsonArray list = new JsonArray();
        here.nodes()
                .forEach(
                        node ->
                                list.add(
                                        new JsonObject()
                                                .put("id", node.id())
                                                .put("role", node.role().word())
                                                .put("state", Refusals.code(node.standing()))));
        return list;
    }

    private JsonArray notices() {
        JsonArray list = new JsonArray();
        for (Signboard.Notice notice : here.notices()) {
            list.add(
                    new JsonObject()
                            .put("where", new JsonArray(notice.where()))
                            .put("text", notice.chinese())
                            .put("textEn", notice.english()));
        }
        return list;
    }

    static JsonObject device(DeviceView device, Furnishing furnishing, boolean virtual) {
        JsonObject json =
                new JsonObject()
                        .put("id", device.id())
                        .put("kind", device.kind().code())
                        .put("node", device.node())
                        .put("state", device.state().code())
                        .put("since", Front.time(device.since(), furnishing.zone()));
        if (virtual) {
            json.put("virtual", true);
        }
        device.window().ifPresent(window -> json.put("window", window.value()));
        device.fault().ifPresent(fault -> json.put("fault", fault.code()));
        return json;
    }

    private String time(Instant at) {
        return Front.time(at, still.furnishing().zone());
    }
}
