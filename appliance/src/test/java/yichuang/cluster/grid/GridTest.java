package yichuang.cluster.grid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.access.HallKey;
import yichuang.cluster.Address;
import yichuang.cluster.Authority;
import yichuang.cluster.NodeIdentity;
import yichuang.cluster.feed.FeedEntry;
import yichuang.cluster.feed.FeedHead;
import yichuang.cluster.feed.FeedMessage;

/** Real Hazelcast members on the loopback, started apart, that learn of each other later. */
class GridTest {
    private static final int SECONDS_MAX = 25;
    @TempDir Path dir;
    private final List<Grid> grids = new ArrayList<>();
    private Authority authority;

    private Grid start(String node) throws IOException, GeneralSecurityException {
        if (authority == null) {
            HallKey key = HallKey.open(dir.resolve("hall.key"));
            authority = Authority.open(dir.resolve("data"), key, Instant.now());
        }
        KeyPair keys = NodeIdentity.newKeys();
        NodeIdentity identity =
                NodeIdentity.of(
                        keys.getPrivate(),
                        authority.sign(NodeIdentity.request(keys, node), node, Instant.now()),
                        authority.certificate());
        Grid grid =
                Grid.open(new GridSettings("127.0.0.1", 23_401, identity, Duration.ofSeconds(1)));
        grids.add(grid);
        return grid;
    }

    @AfterEach
    void leave() {
        grids.forEach(Grid::close);
    }

    private static void until(BooleanSupplier holds) {
        long end = System.nanoTime() + Duration.ofSeconds(SECONDS_MAX).toNanos();
        while (!holds.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it did not come to be");
            LockSupport.parkNanos(10_000_000);
        }
    }

    private static Optional<SharedEntry> find(Grid grid, String owner) {
        return grid.shared("device").stream()
                .filter(entry -> entry.owner().equals(owner))
                .findFirst();
    }

    @Test
    void nodes_started_apart_become_one_and_hear_the_feed_and_each_other_s_devices()
            throws Exception {
        Grid one = start("n1");
        Address first = one.opened().get(SECONDS_MAX, TimeUnit.SECONDS);
        Grid two = start("n2");
        Address second = two.opened().get(SECONDS_MAX, TimeUnit.SECONDS);
        assertFalse(first.equals(second), "a taken port is passed over");
        assertEquals(Set.of("n1"), one.members());
        assertEquals(Set.of("n2"), two.members());
        two.share("device", "display-3", new byte[] {3});
        one.know(List.of(first, second));
        two.know(List.of(first, second));
        until(() -> one.members().equals(Set.of("n1", "n2")));
        until(() -> find(one, "n2").isPresent());
        assertEquals(1, find(one, "n2").orElseThrow().number());
        two.share("device", "display-3", new byte[] {4});
        until(() -> find(one, "n2").orElseThrow().number() == 2);
        assertArrayEquals(new byte[] {4}, find(one, "n2").orElseThrow().bytes());

        BlockingQueue<FeedMessage> heard = new LinkedBlockingQueue<>();
        two.onFeed(heard::add);
        FeedHead head = new FeedHead(0, 1, 7, Optional.of("n1"));
        one.heads(() -> Optional.of(head));
        until(() -> heard.contains(new FeedMessage.Head(head)));
        List<Long> indices = new CopyOnWriteArrayList<>();
        two.onFeed(
                message -> {
                    if (message instanceof FeedMessage.Entry entry) {
                        indices.add(entry.entry().index());
                    }
                });
        List<Long> told = new ArrayList<>();
        for (long index = 8; index < 508; index++) {
            told.add(index);
            one.publish(new FeedEntry(0, 1, index - 1, index, new byte[300]));
        }
        until(() -> indices.size() == told.size());
        assertEquals(told, indices);

        two.close();
        until(() -> one.members().equals(Set.of("n1")));
        until(() -> find(one, "n2").orElseThrow().presence() == SharedEntry.Presence.LEFT);
    }
}
