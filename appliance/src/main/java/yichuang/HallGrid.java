package yichuang;

import io.vertx.core.Future;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import yichuang.cluster.Address;
import yichuang.cluster.Errand;
import yichuang.cluster.NodeIdentity;
import yichuang.cluster.grid.Grid;
import yichuang.cluster.grid.GridSettings;
import yichuang.cluster.grid.Shared;

/**
 * When this node is in the hall's grid, and with whom. A hall of one has none, and loads nothing of
 * it; a node of several opens it in the background, finds the others' by asking them over the link,
 * and does without as long as it is not there. Another certificate of this node, or another one
 * that was revoked, takes another grid: the event bus keeps to whom it believed when it was opened,
 * and its old connections with it.
 */
final class HallGrid implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(HallGrid.class.getName());
    private static final Comparator<Address> ORDER =
            Comparator.comparing(Address::host).thenComparingInt(Address::port);
    private static final Duration ASK_DEADLINE = Duration.ofSeconds(1);

    private static final int FAR = 10_000;
    private static final int PORT_MAX = 65_535;

    /** A node that started anew may be at other ports. */
    private static final int BEATS_BETWEEN_QUESTIONS = 5;

    private final Neighbours neighbours;
    private final Shared shared;
    private final NodeStandings standings;
    private final Map<String, Address> found = new ConcurrentHashMap<>();
    private volatile Optional<BiConsumer<String, byte[]>> ear = Optional.empty();
    private volatile Optional<Opened> opened = Optional.empty();
    private volatile boolean hearing;
    private volatile boolean closed;
    private int beats;

    /** A grid and what it was opened with. */
    private record Opened(Grid grid, NodeIdentity identity, Set<BigInteger> revoked) {}

    HallGrid(Neighbours neighbours, Shared shared, NodeStandings standings) {
        this.neighbours = neighbours;
        this.shared = shared;
        this.standings = standings;
    }

    /** This node hears the feed; before the first {@link #beat}. */
    void listen(BiConsumer<String, byte[]> listener) {
        ear = Optional.of(listener);
    }

    /**
     * What is due, about once a second and from one thread.
     *
     * @param index how far this node's copy of the hall is
     * @param clockOff how far this node's clock is before the hall's time, if it is wrong
     */
    void beat(long index, Optional<Duration> clockOff) {
        if (closed) {
            return;
        }
        opened.filter(grid -> !isWanted() || isOutdated(grid)).ifPresent(this::leave);
        if (opened.isEmpty() && isWanted()) {
            enter();
        }
        if (beats++ % BEATS_BETWEEN_QUESTIONS == 0) {
            neighbours.others().forEach(this::ask);
        }
        found.keySet().retainAll(neighbours.others());
        opened.ifPresent(grid -> grid.grid().know(found.values().stream().sorted(ORDER).toList()));
        neighbours
                .certificateUntil()
                .ifPresent(until -> standings.say(index, hearing, until, clockOff));
    }

    private boolean isWanted() {
        return neighbours.isMember() && !neighbours.others().isEmpty();
    }

    private boolean isOutdated(Opened grid) {
        return !grid.identity().equals(neighbours.link().identity())
                || !grid.revoked().containsAll(neighbours.revoked());
    }

    private void enter() {
        NodeIdentity identity = neighbours.link().identity();
        Set<BigInteger> revoked = neighbours.revoked();
        Address at = neighbours.at();
        Grid grid =
                Grid.open(
                        GridSettings.of(at.host(), firstPort(at.port()), identity, revoked),
                        shared);
        opened = Optional.of(new Opened(grid, identity, revoked));
        ear.ifPresent(listener -> listen(grid, listener));
    }

    /**
     * Far from the link's: the next ones are likely to be the links' of other nodes, where several
     * run on one machine.
     */
    private static int firstPort(int link) {
        return link <= PORT_MAX - FAR - GridSettings.PORTS ? link + FAR : link - FAR;
    }

    private void listen(Grid grid, BiConsumer<String, byte[]> listener) {
        var unused =
                grid.listen(listener)
                        .whenComplete(
                                (any, failure) -> {
                                    hearing = failure == null && isOpen(grid);
                                    if (failure != null) {
                                        LOG.log(
                                                Level.WARNING,
                                                "the feed comes by the link",
                                                failure);
                                    }
                                });
    }

    private boolean isOpen(Grid grid) {
        return opened.filter(one -> one.grid() == grid).isPresent();
    }

    private void leave(Opened grid) {
        opened = Optional.empty();
        hearing = false;
        Thread.ofVirtual().name("grid-close").start(grid.grid()::close);
    }

    private void ask(String node) {
        if (neighbours.reaches(node)) {
            neighbours
                    .send(node, new Errand.Grid(), ASK_DEADLINE)
                    .onSuccess(bytes -> hear(node, new String(bytes, StandardCharsets.UTF_8)));
        }
    }

    private void hear(String node, String at) {
        try {
            found.put(node, Address.of(at));
        } catch (IllegalArgumentException none) {
            found.remove(node); // Its grid is not open yet.
        }
    }

    /** {@return where this node's grid is, as another one asked; nothing while it is not open} */
    Future<byte[]> answer() {
        String at =
                opened.flatMap(grid -> Optional.ofNullable(grid.grid().opened().getNow(null)))
                        .map(Address::toString)
                        .orElse("");
        return Future.succeededFuture(at.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Tells every satellite what was ordered: over the grid those that hear it there, over the link
     * the others. It need not arrive; encoded only when there is somebody to tell.
     */
    void tell(Supplier<byte[]> message) {
        List<String> satellites = neighbours.satellites();
        if (satellites.isEmpty()) {
            return;
        }
        byte[] bytes = message.get();
        List<String> byGrid = satellites.stream().filter(standings::hears).toList();
        if (!byGrid.isEmpty()) {
            opened.ifPresent(grid -> grid.grid().publish(bytes));
        }
        Stream<String> byLink = satellites.stream().filter(node -> !byGrid.contains(node));
        byLink.forEach(node -> neighbours.say(node, bytes));
    }

    /** {@return how much of the feed came by the grid} */
    long heard() {
        return opened.map(grid -> grid.grid().heard()).orElse(0L);
    }

    /** {@return the nodes that are in the grid with this one, this one too} */
    Set<String> members() {
        return opened.map(grid -> grid.grid().members()).orElse(Set.of());
    }

    @Override
    public void close() {
        closed = true;
        opened.ifPresent(grid -> grid.grid().close());
    }
}
