package yichuang.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What a page knows of the hall, kept as pages/parts/picture.js keeps it, in as few lines. The
 * order of those who wait is none of it.
 */
final class Picture {
    private final Map<String, JsonObject> windows = new TreeMap<>();
    private final Map<String, JsonObject> waiting = new TreeMap<>();
    private JsonArray help = new JsonArray();

    void snapshot(JsonObject hall) {
        windows.clear();
        waiting.clear();
        each(hall, "windows", window -> windows.put(window.getString("id"), window));
        each(hall, "waiting", ticket -> waiting.put(ticket.getString("id"), ticket));
        help = hall.getJsonArray("help");
    }

    void lay(JsonObject patch) {
        each(
                patch,
                "windows",
                window ->
                        windows.computeIfPresent(
                                window.getString("id"),
                                (id, old) -> {
                                    JsonObject next = old.copy();
                                    next.remove("staff");
                                    next.remove("ticket");
                                    return next.mergeIn(window);
                                }));
        each(patch, "waiting", ticket -> waiting.put(ticket.getString("id"), ticket));
        patch.getJsonArray("gone", new JsonArray()).forEach(waiting::remove);
        help = patch.getJsonArray("help", help);
    }

    private static void each(JsonObject from, String key, Consumer<JsonObject> what) {
        from.getJsonArray(key, new JsonArray()).forEach(one -> what.accept((JsonObject) one));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Picture that
                && windows.equals(that.windows)
                && waiting.equals(that.waiting)
                && help.equals(that.help);
    }

    @Override
    public int hashCode() {
        return Objects.hash(windows, waiting, help);
    }

    @Override
    public String toString() {
        return windows + " " + waiting + " " + help;
    }
}
