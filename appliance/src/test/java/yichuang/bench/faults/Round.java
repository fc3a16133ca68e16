package yichuang.bench.faults;

import io.vertx.core.json.JsonObject;

/**
 * One fault and its end.
 *
 * @param node whom it struck; {@code all} when all at once
 * @param leader who led before
 * @param beginNanos when the fault was there
 * @param endNanos when it was taken away
 * @param healthyNanos when all nodes named one leader again
 */
record Round(
        int number,
        FaultKind kind,
        String node,
        String leader,
        long beginNanos,
        long endNanos,
        long healthyNanos) {

    JsonObject json() {
        return new JsonObject()
                .put("round", number)
                .put("kind", kind.key())
                .put("node", node)
                .put("leader", leader)
                .put("beginNanos", beginNanos)
                .put("endNanos", endNanos)
                .put("healthyNanos", healthyNanos);
    }
}
