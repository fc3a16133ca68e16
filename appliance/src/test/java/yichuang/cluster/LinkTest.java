package yichuang.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nodes say to each other arrives, from whom it says it is, or its sender is told. */
class LinkTest {
    private static final Duration LONG = Duration.ofSeconds(8);
    @TempDir Path dir;
    private Nodes nodes;

    @BeforeEach
    void found() throws IOException {
        nodes = new Nodes(dir);
    }

    @AfterEach
    void leave() {
        nodes.close();
    }

    private static byte[] bytes(String text) {
        return Fields.utf8(text);
    }

    private static RequestFailed.Known known(Future<byte[]> answer) {
        return assertInstanceOf(RequestFailed.class, Nodes.failure(answer)).known();
    }

    @Test
    void messages_of_three_nodes_arrive_in_order_under_their_sender_s_name() throws Exception {
        List<Link> links = List.of(nodes.start("n1"), nodes.start("n2"), nodes.start("n3"));
        List<String> heard = new CopyOnWriteArrayList<>();
        int each = 200;
        CountDownLatch all = new CountDownLatch(2 * each);
        links.get(0)
                .listen(
                        (from, message) -> {
                            heard.add(from + " " + Fields.text(message));
                            all.countDown();
                        });
        nodes.introduce();
        List<String> ofTwo = new ArrayList<>();
        List<String> ofThree = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            links.get(1).send("n1", bytes("#" + i));
            links.get(2).send("n1", bytes("#" + i));
            ofTwo.add("n2 #" + i);
            ofThree.add("n3 #" + i);
        }
        assertTrue(all.await(10, TimeUnit.SECONDS), heard.size() + " heard");
        assertEquals(ofTwo, heard.stream().filter(said -> said.startsWith("n2")).toList());
        assertEquals(ofThree, heard.stream().filter(said -> said.startsWith("n3")).toList());
        assertTrue(links.get(1).reaches("n1"));
        assertFalse(links.get(1).reaches("n9"));
    }

    @Test
    void a_request_is_answered_refused_or_nobody_s() {
        Link one = nodes.start("n1");
        Link two = nodes.start("n2");
        nodes.introduce();
        assertEquals(RequestFailed.Known.REFUSED, known(one.request("n2", bytes("take"), LONG)));
        two.onRequest(
                (from, request) ->
                        Future.succeededFuture(bytes(from + " asked " + Fields.text(request))));
        assertArrayEquals(
                bytes("n1 asked take"), Nodes.await(one.request("n2", bytes("take"), LONG)));
        two.onRequest(
                (_, _) -> {
                    throw new IllegalStateException("no ticket");
                });
        Throwable refused = Nodes.failure(one.request("n2", bytes("take"), LONG));
        assertEquals("no ticket", refused.getMessage());
        assertEquals(RequestFailed.Known.NOT_SENT, known(one.request("n9", bytes("take"), LONG)));
    }

    @Test
    void at_its_deadline_a_request_says_whether_it_may_have_been_done() {
        Link one = nodes.start("n1");
        Link two = nodes.start("n2");
        two.onRequest((_, _) -> Promise.<byte[]>promise().future());
        nodes.introduce();
        assertEquals(
                RequestFailed.Known.UNKNOWN,
                known(one.request("n2", bytes("take"), Duration.ofMillis(50))));
        Address nowhere = new Address("127.0.0.1", 1);
        one.peers(Map.of("n3", nowhere));
        Nodes.until(() -> one.states().stream().anyMatch(peer -> peer.node().equals("n3")));
        assertEquals(
                RequestFailed.Known.NOT_SENT,
                known(one.request("n3", bytes("take"), Duration.ofMillis(50))));
    }

    @Test
    void no_more_requests_wait_than_the_bound() {
        Link one = nodes.start("n1");
        Link two = nodes.start("n2");
        Promise<byte[]> held = Promise.promise();
        two.onRequest((_, _) -> held.future());
        nodes.introduce();
        List<Future<byte[]>> asked = new ArrayList<>();
        for (int i = 0; i < Nodes.QUICK.requestsMax(); i++) {
            asked.add(one.request("n2", bytes("take"), LONG));
        }
        assertEquals(RequestFailed.Known.NOT_SENT, known(one.request("n2", bytes("take"), LONG)));
        held.complete(bytes("taken"));
        asked.forEach(answer -> assertArrayEquals(bytes("taken"), Nodes.await(answer)));
        assertArrayEquals(bytes("taken"), Nodes.await(one.request("n2", bytes("take"), LONG)));
    }

    @Test
    void a_node_that_restarts_is_found_again_and_what_it_was_asked_is_not_known() {
        Link one = nodes.start("n1");
        Link two = nodes.start("n2");
        CountDownLatch taken = new CountDownLatch(1);
        two.onRequest(
                (_, _) -> {
                    taken.countDown();
                    return Promise.<byte[]>promise().future();
                });
        nodes.introduce();
        int port = two.port();
        NodeIdentity identity = two.identity();
        Future<byte[]> open = one.request("n2", bytes("take"), LONG);
        Nodes.until(() -> taken.getCount() == 0);
        nodes.stop("n2");
        assertEquals(RequestFailed.Known.UNKNOWN, known(open));
        Nodes.until(() -> !Nodes.only(one).up());
        Future<byte[]> waits = one.request("n2", bytes("take"), LONG);
        Link again = nodes.start("n2", identity, Nodes.QUICK, port);
        again.onRequest((_, _) -> Future.succeededFuture(bytes("taken")));
        Nodes.until(() -> Nodes.only(one).up());
        assertTrue(waits.isComplete() || Nodes.await(waits).length > 0);
    }

    @Test
    void a_node_that_moves_is_dialled_at_its_new_address() {
        Link one = nodes.start("n1");
        nodes.start("n2");
        nodes.introduce();
        Address before = Nodes.only(one).address();
        nodes.stop("n2");
        nodes.start("n2");
        nodes.introduce();
        assertFalse(before.equals(Nodes.only(one).address()));
        one.peers(Map.of());
        Nodes.until(() -> one.states().isEmpty());
    }

    @Test
    void another_hall_s_node_is_refused_on_both_sides() throws IOException {
        try (Nodes other = new Nodes(dir.resolve("other"))) {
            Link ours = nodes.start("n1");
            Link theirs = other.start("n2");
            List<String> heard = new CopyOnWriteArrayList<>();
            ours.listen((from, _) -> heard.add(from));
            ours.peers(Map.of("n2", Nodes.at(theirs)));
            theirs.peers(Map.of("n1", Nodes.at(ours)));
            Nodes.until(() -> fault(ours).contains(other.authority.hall()));
            Nodes.until(() -> fault(theirs).contains(nodes.authority.hall()));
            theirs.send("n1", bytes("let me in"));
            assertFalse(ours.reaches("n2"));
            assertEquals(List.of(), heard);
        }
    }

    @Test
    void a_node_whose_certificate_is_over_is_refused() {
        Link one = nodes.start("n1");
        NodeIdentity old = nodes.identity("n2", Instant.now().minus(Duration.ofDays(401)));
        Link two = nodes.start("n2", old, Nodes.QUICK, 0);
        one.peers(nodes.addresses());
        two.peers(nodes.addresses());
        Nodes.until(() -> fault(one).contains("n2 ended at"));
        Nodes.until(() -> fault(two).contains("closed") || fault(two).contains("certificate"));
        assertFalse(two.reaches("n1"));
    }

    @Test
    void a_node_that_is_revoked_while_connected_is_cut_off() {
        Link one = nodes.start("n1");
        Link two = nodes.start("n2");
        nodes.introduce();
        nodes.trust("n1").revoke(Set.of(two.identity().certificate().getSerialNumber()));
        Nodes.until(() -> fault(one).contains("revoked"));
        Nodes.until(() -> !two.reaches("n1"));
    }

    @Test
    void who_answers_at_an_address_under_another_name_is_not_taken_for_the_peer() {
        Link one = nodes.start("n1");
        Link three = nodes.start("n3");
        one.peers(Map.of("n2", Nodes.at(three)));
        Nodes.until(() -> fault(one).contains("answers n3"));
        assertFalse(one.reaches("n2"));
    }

    @Test
    void a_renewed_certificate_is_shown_from_the_next_connection_on() {
        Link one = nodes.start("n1");
        Link two = nodes.start("n2");
        nodes.introduce();
        NodeIdentity old = two.identity();
        two.renew(nodes.identity("n2", Instant.now()));
        nodes.trust("n1").revoke(Set.of(old.certificate().getSerialNumber()));
        Nodes.until(() -> !one.reaches("n2"));
        Nodes.until(() -> one.reaches("n2") && two.reaches("n1"));
    }

    private static String fault(Link link) {
        return link.states().stream().findFirst().flatMap(PeerState::fault).orElse("");
    }
}
