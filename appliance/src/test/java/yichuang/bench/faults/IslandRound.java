package yichuang.bench.faults;

import io.vertx.core.json.JsonObject;

/**
 * One controller cut off until it served alone, and home again. All times are of one clock; 0 for
 * what did not happen.
 *
 * @param node whom it struck
 * @param role what it was: leader, follower or satellite
 * @param firstTicketNanos when its first ticket with a letter of its own was acknowledged
 * @param mendNanos when its cable was whole again
 * @param oneHallNanos when all nodes named one leader, none was an island and nobody was cut off
 * @param there closed there between cut and mending
 * @param here closed by all others in that time
 */
record IslandRound(
        int number,
        String node,
        String role,
        long cutNanos,
        long firstTicketNanos,
        long mendNanos,
        long oneHallNanos,
        long there,
        long here) {
    boolean whole() {
        return firstTicketNanos > 0 && oneHallNanos > 0;
    }

    double secondsToFirstTicket() {
        return (firstTicketNanos - cutNanos) / 1e9;
    }

    double secondsToOneHall() {
        return (oneHallNanos - mendNanos) / 1e9;
    }

    JsonObject json() {
        return new JsonObject()
                .put("round", number)
                .put("node", node)
                .put("role", role)
                .put("cutNanos", cutNanos)
                .put("firstTicketNanos", firstTicketNanos)
                .put("mendNanos", mendNanos)
                .put("oneHallNanos", oneHallNanos)
                .put("there", there)
                .put("here", here);
    }
}
