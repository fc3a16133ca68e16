package yichuang.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.log.NodeName;
import yichuang.log.Wire;

/** Raft's messages go over the link under their sender's name. */
class LinkWireTest {
    @Test
    void a_message_of_the_log_arrives_under_the_name_of_the_certificate(@TempDir Path dir)
            throws Exception {
        try (Nodes nodes = new Nodes(dir)) {
            Wire one = new LinkWire(nodes.start("n1"));
            Wire two = new LinkWire(nodes.start("n2"));
            NodeName first = new NodeName("n1");
            assertFalse(two.reaches(first));
            CompletableFuture<String> heard = new CompletableFuture<>();
            one.listen((from, message) -> heard.complete(from.name() + " " + message.length));
            nodes.introduce();
            assertTrue(two.reaches(first));
            two.send(first, new byte[300]);
            assertEquals("n2 300", heard.get(10, TimeUnit.SECONDS));
        }
    }
}
