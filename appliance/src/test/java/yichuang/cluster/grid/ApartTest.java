package yichuang.cluster.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static yichuang.cluster.grid.Grids.until;

import com.hazelcast.cluster.Member;
import com.hazelcast.instance.impl.HazelcastInstanceImpl;
import com.hazelcast.instance.impl.HazelcastInstanceProxy;
import com.hazelcast.internal.cluster.impl.ClusterServiceImpl;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hall in two parts, and one again. The parts are made as Hazelcast's own tests make them: each
 * side suspects the members of the other, hangs up on them and goes on without; they find each
 * other when they look again, as they do after a cable was out.
 */
class ApartTest {
    private static final Duration LOOKS = Duration.ofSeconds(4);
    @TempDir Path dir;
    private Grids grids;

    @BeforeEach
    void found() throws Exception {
        grids = new Grids(dir, 23_431);
    }

    @AfterEach
    void leave() {
        grids.close();
    }

    private Grids.Node start(String node) throws Exception {
        return grids.start(grids.identity(node), Set.of(), LOOKS);
    }

    private static ClusterServiceImpl cluster(Grids.Node node) {
        HazelcastInstanceImpl real =
                ((HazelcastInstanceProxy) node.grid().hazelcast()).getOriginal();
        return real.node.getClusterService();
    }

    /** The youngest first: who is to be the eldest of a part asks the others whether they agree. */
    private static void part(List<Grids.Node> ones, List<Grids.Node> others) {
        others.reversed().forEach(other -> ones.forEach(one -> suspect(other, one)));
        ones.reversed().forEach(one -> others.forEach(other -> suspect(one, other)));
    }

    private static void suspect(Grids.Node who, Grids.Node whom) {
        ClusterServiceImpl cluster = cluster(who);
        for (Member member : cluster.getMembers()) {
            if (whom.identity().node().equals(member.getAttribute(GridConfig.NODE))) {
                cluster.suspectMember(member, "the cable is out", true);
            }
        }
    }

    private static long term(Grids.Node node) {
        return node.find("hall", SharedEntry.HALL).map(SharedEntry::term).orElse(0L);
    }

    private static int said(Grids.Node node, String owner) {
        return node.find("device", owner).map(entry -> (int) entry.bytes()[0]).orElse(-1);
    }

    @Test
    void after_a_partition_the_new_leader_s_word_and_every_owner_s_last_hold_everywhere()
            throws Exception {
        Grids.Node one = start("n1");
        Grids.Node two = start("n2");
        Grids.Node three = start("n3");
        grids.meet();
        one.shared().sayOfHall("hall", "now", 1, 900, new byte[] {1});
        one.shared().say("device", "d1", new byte[] {10});
        until(() -> term(three) == 1 && said(two, "n1") == 10);

        part(List.of(one), List.of(two, three));
        until(() -> one.grid().members().equals(Set.of("n1")));
        until(() -> two.grid().members().equals(Set.of("n2", "n3")));
        one.shared().sayOfHall("hall", "now", 1, 950, new byte[] {1}); // It leads no more.
        one.shared().say("device", "d1", new byte[] {11});
        two.shared().sayOfHall("hall", "now", 2, 910, new byte[] {2});
        three.shared().say("device", "d3", new byte[] {33});
        until(() -> term(three) == 2);
        assertEquals(
                SharedEntry.Presence.LEFT, three.find("device", "n1").orElseThrow().presence());

        until(() -> one.grid().members().size() == 3 && two.grid().members().size() == 3);
        for (Grids.Node node : List.of(one, two, three)) {
            until(() -> term(node) == 2 && said(node, "n1") == 11 && said(node, "n3") == 33);
            until(
                    () ->
                            node.find("device", "n1").orElseThrow().presence()
                                    == SharedEntry.Presence.HERE);
        }
        Grids.Node four = start("n4");
        grids.meet();
        until(() -> term(four) == 2 && said(four, "n1") == 11 && said(four, "n3") == 33);
    }

    @Test
    void after_a_partition_the_feed_is_heard_again() throws Exception {
        Grids.Node one = start("n1");
        Grids.Node two = start("n2");
        grids.meet();
        List<Byte> heard = new CopyOnWriteArrayList<>();
        two.grid()
                .listen((from, message) -> heard.add(message[0]))
                .get(Grids.SECONDS_MAX, TimeUnit.SECONDS);
        until(() -> isHeard(one, 1, heard));
        part(List.of(one), List.of(two));
        until(() -> one.grid().members().equals(Set.of("n1")));
        one.grid().publish(new byte[] {2});
        until(() -> one.grid().members().size() == 2);
        until(() -> isHeard(one, 3, heard));
    }

    /** What is published need not arrive; whoever missed it asks. */
    private static boolean isHeard(Grids.Node from, int word, List<Byte> heard) {
        from.grid().publish(new byte[] {(byte) word});
        return heard.contains((byte) word);
    }
}
