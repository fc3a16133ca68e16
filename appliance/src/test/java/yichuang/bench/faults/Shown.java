package yichuang.bench.faults;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one node shows when all is over.
 *
 * @param hall its snapshot
 * @param tickets every ticket asked for, by id; one that it does not know is missing
 * @param report its day report as CSV; empty for a node that keeps no records
 */
record Shown(
        String node, JsonObject hall, Map<String, JsonObject> tickets, Optional<String> report) {
    Shown {
        tickets = new TreeMap<>(tickets);
    }

    /** {@return the same with more tickets} */
    Shown with(Map<String, JsonObject> more) {
        Map<String, JsonObject> all = new TreeMap<>(tickets);
        all.putAll(more);
        return new Shown(node, hall, all, report);
    }
}
