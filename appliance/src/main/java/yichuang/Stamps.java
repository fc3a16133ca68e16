package yichuang;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import yichuang.cluster.Stamp;

/** The last stamp that each other node gave, and since when it is known here. */
final class Stamps {
    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;

    Stamps(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * @param sinceNanos on this node's clock; the other gave it no later
     */
    record Held(Stamp stamp, long sinceNanos) {}

    Held of(String node) {
        return held.getOrDefault(node, new Held(Stamp.NONE, nanoTime.getAsLong()));
    }

    void gave(String node, Stamp stamp) {
        held.put(node, new Held(stamp, nanoTime.getAsLong()));
    }

    long now() {
        return nanoTime.getAsLong();
    }

    /** {@return whether the other node takes nothing any more that shows this stamp} */
    boolean isOver(Held one) {
        return nanoTime.getAsLong() - one.sinceNanos() > Timeliness.ASKED_AT_MOST.toNanos();
    }
}
