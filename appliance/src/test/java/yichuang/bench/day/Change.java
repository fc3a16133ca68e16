package yichuang.bench.day;

import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** One change as the live stream told it. */
public record Change(long index, String type, Optional<String> ticket, Optional<String> window) {
    /** Stands where the stream began again with a snapshot: what was before it is not known. */
    static final String SNAPSHOT = "Snapshot";

    static Change of(JsonObject data) {
        return new Change(
                data.getLong("index"),
                data.getString("type"),
                idOf(data.getValue("ticket")),
                idOf(data.getValue("window")));
    }

    /** A ticket or window in a change is its id, or an object that has one. */
    private static Optional<String> idOf(Object value) {
        return value instanceof JsonObject object
                ? Optional.ofNullable(object.getString("id"))
                : Optional.ofNullable(value).map(String::valueOf);
    }
}
