package yichuang.bench.faults;

import io.vertx.core.json.JsonObject;

/**
 * One sending of a request to one node.
 *
 * @param status 0 when no answer came, and its fate is not known to the one who asked
 * @param said the answer, or why there was none
 */
record Attempt(
        String key,
        String request,
        String node,
        long sentNanos,
        long answeredNanos,
        int status,
        String said) {
    /** {@return whether the hall did what was asked} */
    boolean done() {
        return status >= 200 && status < 300 && status != 204;
    }

    /** {@return whether it is known what became of it} */
    boolean known() {
        return status != 0 && status != 503;
    }

    JsonObject json() {
        return new JsonObject()
                .put("key", key)
                .put("request", request)
                .put("node", node)
                .put("sentNanos", sentNanos)
                .put("answeredNanos", answeredNanos)
                .put("status", status)
                .put("said", said);
    }
}
