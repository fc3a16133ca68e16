package yichuang.cluster.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static yichuang.cluster.grid.Grids.until;

import com.hazelcast.config.Config;
import com.hazelcast.config.JavaSerializationFilterConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.cluster.NodeIdentity;

/** Who is heard on the event bus, and what a hostile member of the map can do. */
class StrangersTest {
    private static final Duration LOOKS = Duration.ofSeconds(1);
    private static final int TRIES = 20;
    @TempDir Path dir;
    private Grids grids;

    @BeforeEach
    void found() throws Exception {
        grids = new Grids(dir.resolve("hall"), 23_461);
    }

    @AfterEach
    void leave() {
        grids.close();
    }

    /** What the other nodes say until a good one was heard {@link #TRIES} times. */
    private static List<String> heard(Grids.Node listener, Grids.Node... speakers)
            throws Exception {
        List<String> from = new CopyOnWriteArrayList<>();
        AtomicInteger good = new AtomicInteger();
        listener.grid()
                .listen(
                        (name, message) -> {
                            from.add(name);
                            if (name.equals(speakers[0].identity().node())) {
                                good.incrementAndGet();
                            }
                        })
                .get(Grids.SECONDS_MAX, TimeUnit.SECONDS);
        until(
                () -> {
                    for (Grids.Node speaker : speakers) {
                        speaker.grid().publish(new byte[] {1});
                    }
                    return good.get() >= TRIES;
                });
        return from;
    }

    @Test
    void a_node_of_another_hall_that_is_in_the_map_is_not_heard_on_the_event_bus()
            throws Exception {
        Grids.Node one = grids.start("n1");
        Grids.Node two = grids.start("n2");
        try (Grids other = new Grids(dir.resolve("other"), 23_481)) {
            NodeIdentity theirs = other.identity("n9");
            NodeIdentity stolen =
                    new NodeIdentity(
                            "n9",
                            one.identity().hall(),
                            theirs.key(),
                            theirs.certificate(),
                            one.identity().authority());
            Grids.Node stranger = grids.start(stolen, Set.of(), LOOKS);
            grids.meet();
            assertEquals(Set.of("n1", "n2", "n9"), one.grid().members());
            assertFalse(heard(one, two, stranger).contains("n9"));
        }
    }

    @Test
    void a_revoked_node_that_is_in_the_map_is_not_heard_on_the_event_bus() throws Exception {
        NodeIdentity retired = grids.identity("n3");
        Set<BigInteger> revoked = Set.of(retired.certificate().getSerialNumber());
        Grids.Node one = grids.start(grids.identity("n1"), revoked, LOOKS);
        Grids.Node two = grids.start(grids.identity("n2"), revoked, LOOKS);
        Grids.Node three = grids.start(retired, Set.of(), LOOKS);
        grids.meet();
        assertFalse(heard(one, two, three).contains("n3"));
        List<String> told = new CopyOnWriteArrayList<>();
        three.grid()
                .listen((from, message) -> told.add(from))
                .get(Grids.SECONDS_MAX, TimeUnit.SECONDS);
        assertFalse(heard(two, one).isEmpty());
        assertTrue(told.isEmpty(), "nor is it told anything");
    }

    /** Whoever makes one of these out of bytes is caught at it. */
    static final class Bait implements Serializable {
        static final AtomicInteger TAKEN = new AtomicInteger();
        private static final long serialVersionUID = 1L;

        private void readObject(ObjectInputStream in) throws IOException {
            TAKEN.incrementAndGet();
        }
    }

    @Test
    void no_class_but_hazelcast_s_and_java_s_own_is_made_of_what_a_member_sends() throws Exception {
        Grids.Node one = grids.start("n1");
        Grids.Node two = grids.start("n2");
        grids.meet();
        Config config =
                GridConfig.hazelcast(
                        new GridSettings("127.0.0.1", 23_461, two.identity(), Set.of(), LOOKS),
                        23_479,
                        List.of(one.address().toString()));
        config.getSerializationConfig()
                .setJavaSerializationFilterConfig(new JavaSerializationFilterConfig());
        HazelcastInstance hostile = Hazelcast.newHazelcastInstance(config);
        try {
            until(() -> one.grid().hazelcast().getCluster().getMembers().size() == 3);
            hostile.<String, Object>getReplicatedMap(GridConfig.SHARED)
                    .put("device/n2/x", new Bait());
            hostile.<String, Object>getReplicatedMap(GridConfig.SHARED).put("x", "no entry");
            hostile.<String, Object>getReplicatedMap(GridConfig.SHARED)
                    .put("device/n9/y", new byte[] {1});
            two.shared().say("device", "d", new byte[] {7});
            until(
                    () ->
                            one.find("device", "n2")
                                    .filter(entry -> entry.id().equals("d"))
                                    .isPresent());
            assertEquals(0, Bait.TAKEN.get());
        } finally {
            hostile.getLifecycleService().terminate();
        }
        until(() -> one.grid().hazelcast().getCluster().getMembers().size() == 2);
        two.shared().say("device", "d", new byte[] {8});
        until(() -> one.find("device", "n2").orElseThrow().bytes()[0] == 8);
    }
}
