package yichuang.bench.faults;

import io.vertx.core.json.JsonObject;

/**
 * One fault and its end.
 *
 * @param node whom it struck; {@code all} when all at once
 * @param leader who led before
 * @param span from when to when the fault was there
 * @param healthyNanos when all nodes named one leader again
 */
record Round(int number, FaultKind kind, String node, String leader, Span span, long healthyNanos) {
    /** {@return when it began} */
    long beginNanos() {
        return span.beginNanos();
    }

    JsonObject json() {
        return new JsonObject()
                .put("round", number)
                .put("kind", kind.key())
                .put("node", node)
                .put("leader", leader)
                .put("beginNanos", span.beginNanos())
                .put("thereNanos", span.thereNanos())
                .put("endNanos", span.endNanos())
                .put("healthyNanos", healthyNanos);
    }
}
