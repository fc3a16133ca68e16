package yichuang.cluster.grid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static yichuang.cluster.grid.Grids.until;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real Hazelcast members on the loopback, started apart, that learn of each other later. */
class GridTest {
    private static final int MANY = 500;
    @TempDir Path dir;
    private Grids grids;

    @BeforeEach
    void found() throws Exception {
        grids = new Grids(dir, 23_401);
    }

    @AfterEach
    void leave() {
        grids.close();
    }

    @Test
    void three_started_apart_become_one_and_hear_of_each_other_s_things() throws Exception {
        Grids.Node one = grids.start("n1");
        Grids.Node two = grids.start("n2");
        assertNotEquals(one.address(), two.address(), "a taken port is passed over");
        assertEquals(Set.of("n1"), one.grid().members());
        two.shared().say("device", "display-3", new byte[] {3});
        Grids.Node three = grids.start("n3");
        grids.meet();

        until(() -> one.find("device", "n2").isPresent() && three.find("device", "n2").isPresent());
        assertEquals(1, one.find("device", "n2").orElseThrow().number(), "said before they met");
        two.shared().say("device", "display-3", new byte[] {4});
        until(() -> one.find("device", "n2").orElseThrow().number() == 2);
        assertArrayEquals(new byte[] {4}, one.find("device", "n2").orElseThrow().bytes());

        two.grid().close();
        until(() -> one.grid().members().equals(Set.of("n1", "n3")));
        until(
                () ->
                        three.find("device", "n2").orElseThrow().presence()
                                == SharedEntry.Presence.LEFT);
    }

    @Test
    void what_is_published_is_heard_in_order_by_who_listens() throws Exception {
        Grids.Node one = grids.start("n1");
        Grids.Node two = grids.start("n2");
        grids.meet();
        List<Integer> heard = new CopyOnWriteArrayList<>();
        two.grid()
                .listen((from, message) -> heard.add(ByteBuffer.wrap(message).getInt()))
                .get(Grids.SECONDS_MAX, TimeUnit.SECONDS);
        IntStream.range(0, MANY)
                .forEach(
                        number ->
                                one.grid()
                                        .publish(
                                                ByteBuffer.allocate(300)
                                                        .putInt(0, number)
                                                        .array()));
        until(() -> heard.size() == MANY);
        assertEquals(IntStream.range(0, MANY).boxed().toList(), heard);
        assertEquals(MANY, two.grid().heard());
        assertEquals(0, one.grid().heard(), "nobody listens there");
    }
}
