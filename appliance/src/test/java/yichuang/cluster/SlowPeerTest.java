package yichuang.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A peer that reads too slowly misses the oldest of Raft's messages, and not one request. */
class SlowPeerTest {
    private static final int MESSAGES = 400;
    private static final int QUEUE = 16;

    @Test
    void a_slow_peer_misses_the_oldest_raft_messages_but_no_request(@TempDir Path dir)
            throws Exception {
        try (Nodes nodes = new Nodes(dir)) {
            Link one =
                    nodes.start(
                            "n1",
                            nodes.identity("n1", Instant.now()),
                            Nodes.QUICK.withRaftMax(QUEUE),
                            0);
            Link two = nodes.start("n2");
            CountDownLatch go = new CountDownLatch(1);
            CountDownLatch stuck = new CountDownLatch(1);
            List<Integer> heard = new CopyOnWriteArrayList<>();
            two.listen(
                    (_, message) -> {
                        heard.add(ByteBuffer.wrap(message).getInt());
                        stuck.countDown();
                        try {
                            go.await();
                        } catch (InterruptedException e) {
                            throw new AssertionError(e);
                        }
                    });
            two.onRequest((_, request) -> Future.succeededFuture(request));
            nodes.introduce();
            one.send("n2", numbered(0));
            stuck.await();
            for (int i = 1; i < MESSAGES; i++) {
                one.send("n2", numbered(i));
            }
            List<Future<byte[]>> asked = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                asked.add(one.request("n2", new byte[] {(byte) i}, Duration.ofSeconds(8)));
            }
            Nodes.until(() -> one.dropped("n2") > 0);
            go.countDown();
            for (int i = 0; i < asked.size(); i++) {
                assertArrayEquals(new byte[] {(byte) i}, Nodes.await(asked.get(i)));
            }
            Nodes.until(() -> heard.getLast() == MESSAGES - 1);
            assertEquals(heard.stream().sorted().toList(), List.copyOf(heard), "in order");
            assertEquals(MESSAGES, heard.size() + one.dropped("n2"), "heard or counted");
            assertTrue(heard.size() > QUEUE, heard.size() + " heard");
        }
    }

    /** 64 KiB, so that the sockets' own buffers are soon full. */
    private static byte[] numbered(int number) {
        return ByteBuffer.allocate(64 * 1024).putInt(number).array();
    }
}
