package yichuang;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import yichuang.cluster.grid.Shared;
import yichuang.cluster.grid.SharedEntry;

/**
 * How far each node's copy of the hall is, whether it hears the feed by the grid, when its
 * certificate ends and whether its clock is wrong: each says so of itself, about once a second. A
 * node that left the grid says nothing.
 */
final class NodeStandings {
    private static final String KIND = "node";
    private static final byte VERSION = 2;

    private static final int BYTES = 2 + 3 * Long.BYTES;

    private final Shared shared;
    private final Map<String, Standing> others = new ConcurrentHashMap<>();
    private Optional<Standing> own = Optional.empty();

    /** Of one node. */
    private record Standing(
            long index, boolean hears, long certificateUntilSecond, long clockOffSeconds) {}

    NodeStandings(Shared shared) {
        this.shared = shared;
        shared.listen(this::hear);
    }

    private void hear(SharedEntry entry) {
        if (!entry.kind().equals(KIND)) {
            return;
        }
        ByteBuffer in = ByteBuffer.wrap(entry.bytes());
        if (entry.presence() == SharedEntry.Presence.HERE
                && in.remaining() == BYTES
                && in.get() == VERSION) {
            others.put(
                    entry.owner(),
                    new Standing(in.getLong(), in.get() != 0, in.getLong(), in.getLong()));
        } else {
            others.remove(entry.owner());
        }
    }

    /**
     * Says how this node stands; from one thread.
     *
     * @param clockOff how far its clock is before the hall's time; empty when it is right
     */
    void say(long index, boolean hears, Instant certificateUntil, Optional<Duration> clockOff) {
        long second = certificateUntil.getEpochSecond();
        long off = clockOff.map(Duration::toSeconds).orElse(0L);
        Optional<Standing> now = Optional.of(new Standing(index, hears, second, off));
        if (!now.equals(own)) {
            own = now;
            shared.say(
                    KIND,
                    "",
                    ByteBuffer.allocate(BYTES)
                            .put(VERSION)
                            .putLong(index)
                            .put((byte) (hears ? 1 : 0))
                            .putLong(second)
                            .putLong(off)
                            .array());
        }
    }

    /** {@return whether a node told that it hears the feed by the grid, and is still in it} */
    boolean hears(String node) {
        return Optional.ofNullable(others.get(node)).filter(Standing::hears).isPresent();
    }

    /**
     * {@return up to which command the copies of these nodes are, of those that are in the grid}
     */
    Optional<Long> index(String node) {
        return Optional.ofNullable(others.get(node)).map(Standing::index);
    }

    /** {@return when the certificate of a node ends that is in the grid} */
    Optional<Instant> certificateUntil(String node) {
        return Optional.ofNullable(others.get(node))
                .map(one -> Instant.ofEpochSecond(one.certificateUntilSecond()));
    }

    /** {@return how far the clock of a node is before the hall's time, if it is wrong} */
    Optional<Duration> clockOff(String node) {
        return Optional.ofNullable(others.get(node))
                .map(one -> Duration.ofSeconds(one.clockOffSeconds()))
                .filter(off -> !off.isZero());
    }
}
