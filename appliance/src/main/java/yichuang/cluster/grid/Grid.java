package yichuang.cluster.grid;

import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.LifecycleEvent;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.Message;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import yichuang.cluster.Address;

/**
 * This node's place in the hall's Hazelcast cluster, in a clustered Vert.x of its own.
 *
 * <p>It opens in the background, and again as long as that fails: a node serves without it. What is
 * published before is dropped, what is shared is kept and told then. All methods are for any thread
 * and none blocks but {@link #close}.
 */
public final class Grid implements AutoCloseable {
    private static final Logger JOURNAL = System.getLogger("yichuang.cluster");
    private static final String FEED = "feed";

    /**
     * A map that was merged may lack what it had not heard of for half a minute and more; what was
     * written is little, so it is written again and again.
     */
    private static final long AGAIN_MILLIS = 5_000;

    private final GridSettings settings;
    private final Shared shared;
    private final ExecutorService turns =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("grid").daemon().factory());
    private final CompletableFuture<Address> opened = new CompletableFuture<>();
    private final AtomicLong heard = new AtomicLong();
    private volatile List<Address> known = List.of();
    private volatile Optional<OpenGrid> open = Optional.empty();
    private volatile Optional<Outbox> outbox = Optional.empty();
    private volatile boolean closed;

    private Grid(GridSettings settings, Shared shared) {
        this.settings = settings;
        this.shared = shared;
    }

    /**
     * {@return a grid that begins to open}
     *
     * @param shared is told through this grid from the moment that it is open
     */
    public static Grid open(GridSettings settings, Shared shared) {
        Grid grid = new Grid(settings, shared);
        grid.turn(grid::begin);
        return grid;
    }

    /** {@return where the other nodes find this one's grid, once it is open} */
    public CompletableFuture<Address> opened() {
        return opened.copy();
    }

    private void begin() {
        Optional<OpenGrid> now = OpenGrid.attempt(settings, known, () -> closed);
        open = now;
        if (closed) {
            now.ifPresent(OpenGrid::close);
        } else {
            now.ifPresent(this::joined);
        }
    }

    private void joined(OpenGrid grid) {
        grid.know(known);
        outbox = Optional.of(new Outbox(grid.vertx(), FEED, settings.identity().node()));
        SharedMap map = new SharedMap(grid.hazelcast(), shared);
        map.begin();
        shared.connect(entry -> turn(() -> map.write(entry)));
        grid.hazelcast().getCluster().addMembershipListener(new Comings(map));
        grid.hazelcast()
                .getLifecycleService()
                .addLifecycleListener(
                        event -> {
                            if (event.getState() == LifecycleEvent.LifecycleState.MERGED) {
                                turn(map::again);
                            }
                        });
        turn(map::again);
        grid.vertx().setPeriodic(AGAIN_MILLIS, _ -> turn(map::again));
        opened.complete(grid.address());
    }

    private final class Comings implements MembershipListener {
        private final SharedMap map;

        Comings(SharedMap map) {
            this.map = map;
        }

        @Override
        public void memberAdded(MembershipEvent event) {
            turn(map::again);
        }

        @Override
        public void memberRemoved(MembershipEvent event) {
            turn(map::again);
        }
    }

    /** Runs what may block on the grid's own thread, one thing after the other. */
    private void turn(Runnable task) {
        try {
            turns.execute(
                    () -> {
                        try {
                            task.run();
                        } catch (RuntimeException away) {
                            // Hazelcast leaves or is cut off; the next change of members repeats
                            // it.
                            JOURNAL.log(Level.WARNING, "grid: {0}", away.toString());
                        }
                    });
        } catch (RejectedExecutionException over) {
            return; // The grid was closed meanwhile.
        }
    }

    /**
     * Says where the other nodes' grids are; this one may be among them. Acts on an open grid too:
     * nodes that started apart find each other within two times {@link GridSettings#mergeEvery}.
     */
    public void know(List<Address> grids) {
        if (!known.equals(grids)) {
            known = List.copyOf(grids);
            open.ifPresent(grid -> grid.know(known));
        }
    }

    /** {@return the nodes that are members now, by name; this one too, if it is} */
    public Set<String> members() {
        try {
            return open.map(grid -> SharedMap.names(grid.hazelcast())).orElse(Set.of());
        } catch (RuntimeException leaving) {
            return Set.of();
        }
    }

    /** {@return this node's member; once the grid is open} */
    HazelcastInstance hazelcast() {
        return open.orElseThrow().hazelcast();
    }

    /** Tells every node that listens; in the order of the calls, and it may be lost. */
    public void publish(byte[] message) {
        outbox.ifPresent(out -> out.put(message));
    }

    /**
     * Hears who publishes what, from when the grid is open on; called on an event loop.
     *
     * @return when the others know that this node listens
     */
    public CompletableFuture<Void> listen(BiConsumer<String, byte[]> ear) {
        return opened.thenCompose(
                _ ->
                        open.map(grid -> grid.vertx().eventBus().<Buffer>consumer(FEED))
                                .map(bus -> bus.handler(message -> hear(message, ear)).completion())
                                .orElseGet(() -> Future.failedFuture("the grid is closed"))
                                .toCompletionStage());
    }

    private void hear(Message<Buffer> message, BiConsumer<String, byte[]> ear) {
        try {
            for (byte[] one : Outbox.split(message.body())) {
                heard.incrementAndGet();
                ear.accept(String.valueOf(message.headers().get(Outbox.FROM)), one);
            }
        } catch (ClassCastException | IndexOutOfBoundsException stranger) {
            JOURNAL.log(Level.WARNING, "not of the feed: {0}", stranger.getMessage());
        }
    }

    /** {@return how many messages were heard, of all that were published} */
    public long heard() {
        return heard.get();
    }

    /** Leaves the cluster; waits up to ten seconds for it. */
    @Override
    public void close() {
        closed = true;
        outbox = Optional.empty();
        shared.disconnect();
        turns.shutdownNow(); // One that waits for Hazelcast, or to try again, ends at once.
        open.ifPresent(OpenGrid::close);
    }
}
