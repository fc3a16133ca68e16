package yichuang.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import yichuang.hall.Hall;
import yichuang.hall.Island;
import yichuang.hall.Window;
import yichuang.hall.WindowId;

/** A divided hall, as answers and pages tell it. */
final class Parts {
    private Parts() {}

    /** {@return the windows that this part of the hall may not act on: another part has them} */
    static Set<WindowId> unreached(Hall hall) {
        return hall.windows().stream()
                .map(Window::id)
                .filter(window -> hall.refusesActs(window).isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** {@return what this controller is while it is cut off} */
    static JsonObject json(Island island, ZoneId zone) {
        JsonArray windows = new JsonArray();
        island.windows().forEach(window -> windows.add(window.value()));
        return new JsonObject()
                .put("node", island.node().value())
                .put("island", island.epoch())
                .put("since", Front.time(island.since(), zone))
                .put("letters", JsonArray.of(island.letter()))
                .put("windows", windows);
    }
}
