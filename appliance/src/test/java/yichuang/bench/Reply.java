package yichuang.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** An answer over HTTP, whole. */
public record Reply(int status, String text) {
    /** {@return the body as an object; an empty one when there is no body} */
    public JsonObject json() {
        return text.isEmpty() ? new JsonObject() : new JsonObject(text);
    }

    /** {@return the list of this name in the body} */
    public JsonArray list(String name) {
        return json().getJsonArray(name);
    }

    /** {@return itself, when it has this status} */
    public Reply expect(int wanted) {
        if (status != wanted) {
            throw new IllegalStateException("expected " + wanted + ", got " + status + " " + text);
        }
        return this;
    }
}
