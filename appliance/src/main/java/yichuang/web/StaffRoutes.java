package yichuang.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import yichuang.hall.Furnishing;
import yichuang.hall.WindowSetup;
import yichuang.hall.ZoneCode;

/** Who may sit down at a window: what a console offers, so that people sign on by their name. */
final class StaffRoutes {
    private final Front front;
    private final Signboard signboard;
    private final AtomicReference<Initials> initials = new AtomicReference<>();

    StaffRoutes(Front front, Signboard signboard) {
        this.front = front;
        this.signboard = signboard;
    }

    void addTo(Map<String, Act> acts) {
        acts.put(
                "listStaff",
                exchange -> Future.succeededFuture(Reply.ok(json(front.furnishing()))));
    }

    private JsonObject json(Furnishing furnishing) {
        JsonArray staff = new JsonArray();
        for (Signboard.Colleague one : signboard.staff()) {
            JsonObject json =
                    new JsonObject()
                            .put("id", one.id().value())
                            .put("name", one.name())
                            .put("initials", new JsonArray(initials().of(List.of(one.name()))));
            one.zone()
                    .ifPresent(
                            zone ->
                                    json.put("zone", zone.value())
                                            .put("windows", windows(furnishing, zone)));
            staff.add(json);
        }
        return new JsonObject().put("staff", staff);
    }

    /** Made when the first console asks: a table of readings is read from a file. */
    private Initials initials() {
        if (initials.get() == null) {
            List<String> names = signboard.staff().stream().map(Signboard.Colleague::name).toList();
            initials.set(new Initials(PinyinTable.of(names)));
        }
        return initials.get();
    }

    private static JsonArray windows(Furnishing furnishing, ZoneCode zone) {
        JsonArray windows = new JsonArray();
        for (WindowSetup window : furnishing.setup().windows()) {
            if (window.zone().equals(zone)) {
                windows.add(window.id().value());
            }
        }
        return windows;
    }
}
