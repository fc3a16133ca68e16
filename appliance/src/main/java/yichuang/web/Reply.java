package yichuang.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a caller is answered. */
sealed interface Reply {
    /** Everything is known when it is sent. */
    record Whole(int status, String type, Buffer body, Map<String, String> headers)
            implements Reply {
        Whole with(String header, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Whole(status, type, body, more);
        }
    }

    /** Nothing to say: 204. */
    record Nothing() implements Reply {}

    /** The act writes to the response itself, for as long as the reader stays. */
    record Streaming() implements Reply {}

    static Whole ok(JsonObject json) {
        return json(200, json);
    }

    static Whole created(JsonObject json) {
        return json(201, json);
    }

    static Whole json(int status, JsonObject json) {
        return new Whole(status, "application/json", json.toBuffer(), Map.of());
    }

    static Whole text(String type, Buffer body) {
        return new Whole(200, type, body, Map.of());
    }
}
