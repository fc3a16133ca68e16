package yichuang.cluster.grid;

import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.LifecycleEvent;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.Message;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import yichuang.cluster.Address;
import yichuang.cluster.feed.FeedEntry;
import yichuang.cluster.feed.FeedHead;
import yichuang.cluster.feed.FeedMessage;

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
    private static final long HEAD_MILLIS = 1_000;

    private final GridSettings settings;
    private final SharedState shared;
    private final ExecutorService turns =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("grid").daemon().factory());
    private final CompletableFuture<Address> opened = new CompletableFuture<>();
    private final List<Consumer<FeedMessage>> ears = new CopyOnWriteArrayList<>();
    private volatile Supplier<Optional<FeedHead>> heads = Optional::empty;
    private volatile List<Address> known = List.of();
    private volatile Optional<OpenGrid> open = Optional.empty();
    private volatile Optional<Context> loop = Optional.empty();
    private volatile boolean closed;

    private Grid(GridSettings settings) {
        this.settings = settings;
        shared = new SharedState(settings.identity().node());
    }

    /** {@return a grid that begins to open} */
    public static Grid open(GridSettings settings) {
        Grid grid = new Grid(settings);
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
        HazelcastInstance hazelcast = grid.hazelcast();
        grid.know(known);
        grid.vertx().eventBus().<Buffer>consumer(FEED, this::hear);
        Context context = grid.vertx().getOrCreateContext();
        loop = Optional.of(context);
        grid.vertx().setPeriodic(HEAD_MILLIS, _ -> heads.get().ifPresent(this::publish));
        shared.begin(hazelcast);
        hazelcast.getCluster().addMembershipListener(new Comings(hazelcast));
        hazelcast
                .getLifecycleService()
                .addLifecycleListener(
                        event -> {
                            if (event.getState() == LifecycleEvent.LifecycleState.MERGED) {
                                turn(() -> shared.again(hazelcast));
                            }
                        });
        turn(() -> shared.again(hazelcast));
        opened.complete(grid.address());
    }

    private final class Comings implements MembershipListener {
        private final HazelcastInstance hazelcast;

        Comings(HazelcastInstance hazelcast) {
            this.hazelcast = hazelcast;
        }

        @Override
        public void memberAdded(MembershipEvent event) {
            turn(() -> shared.again(hazelcast));
        }

        @Override
        public void memberRemoved(MembershipEvent event) {
            turn(() -> shared.again(hazelcast));
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
        known = List.copyOf(grids);
        open.ifPresent(grid -> grid.know(known));
    }

    /** {@return the nodes that are members now, by name; this one too, if it is} */
    public Set<String> members() {
        try {
            return open.map(grid -> SharedState.names(grid.hazelcast())).orElse(Set.of());
        } catch (RuntimeException leaving) {
            return Set.of();
        }
    }

    /** Tells every node what was applied; the leader's to call, in the order of the indices. */
    public void publish(FeedEntry entry) {
        publish(entry.encode());
    }

    private void publish(FeedHead head) {
        publish(head.encode());
    }

    private void publish(byte[] message) {
        open.ifPresent(
                grid ->
                        loop.ifPresent(
                                one ->
                                        one.runOnContext(
                                                _ ->
                                                        grid.vertx()
                                                                .eventBus()
                                                                .publish(
                                                                        FEED,
                                                                        Buffer.buffer(message)))));
    }

    /**
     * Once a second asks for the head and tells every node.
     *
     * @param head nothing while this node does not lead; called on an event loop
     */
    public void heads(Supplier<Optional<FeedHead>> head) {
        heads = head;
    }

    /** Hears the feed, also this node's own; called on an event loop. */
    public void onFeed(Consumer<FeedMessage> listener) {
        ears.add(listener);
    }

    private void hear(Message<Buffer> message) {
        try {
            FeedMessage told = FeedMessage.decode(message.body().getBytes());
            ears.forEach(ear -> ear.accept(told));
        } catch (IOException | ClassCastException stranger) {
            JOURNAL.log(Level.WARNING, "feed: {0}", stranger.getMessage());
        }
    }

    /**
     * Tells every node the state of a thing of this node, in place of what was said of it before.
     *
     * @param bytes at most 64 KiB
     */
    public void share(String kind, String id, byte[] bytes) {
        SharedEntry said = shared.say(kind, id, bytes);
        turn(() -> shared.write(said));
    }

    /**
     * {@return what all nodes said last of their things of a kind, in no order}
     *
     * <p>A thing that moved from one node to another may be there twice: the caller knows whose it
     * is.
     */
    public List<SharedEntry> shared(String kind) {
        return shared.all(kind);
    }

    /** Hears others' entries when they change, and when their owner leaves or comes back. */
    public void onShared(Consumer<SharedEntry> listener) {
        shared.listen(listener);
    }

    /** Leaves the cluster; waits up to about five seconds for it. */
    @Override
    public void close() {
        closed = true;
        turns.shutdown(); // What waits for an answer of Hazelcast ends when its member does.
        open.ifPresent(OpenGrid::close);
    }
}
