package yichuang.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.hall.Answer;
import yichuang.hall.Command;
import yichuang.hall.Entry;
import yichuang.hall.Hall;
import yichuang.hall.HallNode;
import yichuang.hall.NodeId;
import yichuang.hall.NodeRole;
import yichuang.hall.TokenId;

/**
 * A node gets a new certificate while it works, and is a member whatever is lost on the way. The
 * books are a real hall's.
 */
class RenewalTest {
    private static final NodeId N2 = new NodeId("n2");

    @TempDir Path dir;

    private Nodes nodes;
    private NodeIdentity identity;
    private final Hall hall = new Hall();

    @BeforeEach
    void n2_is_a_node_of_the_hall() throws IOException {
        nodes = new Nodes(dir);
        identity = nodes.identity("n2", Instant.now().minus(Duration.ofDays(250)));
        agreed(
                new Command.AdmitNode(
                        Optional.empty(), N2, NodeRole.VOTER, "n2:7400", serial(identity)));
    }

    @AfterEach
    void close() {
        nodes.close();
    }

    private void agreed(Command command) {
        assertInstanceOf(
                Answer.Agreed.class,
                hall.apply(
                        new Entry(Instant.now(), new TokenId("test"), Optional.empty(), command)));
    }

    private static String serial(NodeIdentity one) {
        return Renewal.hex(one.certificate().getSerialNumber());
    }

    private final RenewalDesk.Books books =
            new RenewalDesk.Books() {
                @Override
                public Future<Optional<HallNode>> find(String node) {
                    return Future.succeededFuture(hall.findNode(new NodeId(node)));
                }

                @Override
                public Future<Void> move(HallNode node, String serial) {
                    agreed(new Command.MoveNode(node.id(), node.address(), serial));
                    return Future.succeededFuture();
                }
            };

    private RenewalDesk desk() {
        return desk(InstantSource.system());
    }

    private RenewalDesk desk(InstantSource clock) {
        return new RenewalDesk(nodes.authority, books, clock);
    }

    private Future<NodeIdentity> renew(NodeIdentity of) {
        return new Renewal(of).by(sign -> desk().sign("n2", sign));
    }

    /** The voter said yes, and its answer was lost: power, or the wire. */
    private void renewInVain(NodeIdentity of) {
        Nodes.await(desk().sign("n2", new Renewal(of).errand()));
    }

    private boolean isBelieved(NodeIdentity one) {
        Trust trust = new Trust(one, InstantSource.system());
        trust.revoke(
                hall.revokedSerials().stream()
                        .map(serial -> new BigInteger(serial, 16))
                        .collect(Collectors.toSet()));
        try {
            return trust.node(one.certificate()).equals("n2");
        } catch (CertificateException e) {
            return false;
        }
    }

    @Test
    void a_node_gets_a_certificate_for_another_key_that_is_good_for_400_days() {
        assertTrue(identity.renewFrom().isBefore(Instant.now()), "in its second half");
        NodeIdentity renewed = Nodes.await(renew(identity));
        assertNotEquals(identity.key(), renewed.key());
        assertEquals("n2", renewed.node());
        assertTrue(
                renewed.certificate()
                        .getNotAfter()
                        .toInstant()
                        .isAfter(Instant.now().plus(Duration.ofDays(399))));
        assertEquals(serial(renewed), hall.findNode(N2).orElseThrow().serial());
        assertFalse(renewed.renewFrom().isBefore(Instant.now()));
    }

    @Test
    void the_certificate_before_is_good_until_the_next_renewal_and_revoked_then() {
        NodeIdentity second = Nodes.await(renew(identity));
        assertTrue(isBelieved(identity) && isBelieved(second));
        NodeIdentity third = Nodes.await(renew(second));
        assertFalse(isBelieved(identity));
        assertTrue(isBelieved(second) && isBelieved(third));
    }

    @Test
    void a_node_whose_renewals_are_lost_again_and_again_stays_a_member() {
        for (int i = 0; i < 5; i++) {
            renewInVain(identity);
            assertTrue(isBelieved(identity), "after " + (i + 1) + " lost");
        }
        NodeIdentity renewed = Nodes.await(renew(identity));
        assertTrue(isBelieved(identity) && isBelieved(renewed));
        assertEquals(5, hall.revokedSerials().size(), "the lost ones are nobody's");
        assertEquals(Optional.of(serial(identity)), hall.findNode(N2).orElseThrow().formerSerial());
    }

    @Test
    void power_is_cut_before_the_disk_has_it_and_after() throws IOException {
        Path data = dir.resolve("n2");
        Membership before = new Membership(identity, NodeRole.VOTER, List.of(), 0);
        before.keep(data, nodes.key);
        renewInVain(identity);
        NodeIdentity restarted = Membership.find(data, nodes.key).orElseThrow().identity();
        assertEquals(serial(identity), serial(restarted));
        assertTrue(isBelieved(restarted));
        NodeIdentity renewed = Nodes.await(renew(restarted));
        before.with(renewed).keep(data, nodes.key);
        NodeIdentity again = Membership.find(data, nodes.key).orElseThrow().identity();
        assertEquals(serial(renewed), serial(again));
        assertTrue(isBelieved(again));
    }

    @Test
    void nobody_gets_a_certificate_of_another_node() {
        Errand.Sign sign = new Renewal(identity).errand();
        assertRefused("n3 is no node of this hall.", desk().sign("n3", sign));
        Errand.Sign other =
                new Errand.Sign(
                        sign.shown(),
                        Buffer.buffer(NodeIdentity.request(NodeIdentity.newKeys(), "n1")));
        assertRefused(
                "n2 asks for a certificate of n1; it gets none but its own.",
                desk().sign("n2", other));
        assertEquals(serial(identity), hall.findNode(N2).orElseThrow().serial());
    }

    @Test
    void a_certificate_that_the_hall_does_not_know_renews_nothing() {
        NodeIdentity forged = nodes.identity("n2", Instant.now());
        assertRefused(
                "The hall does not know n2 by the certificate " + serial(forged) + ".",
                renew(forged));
    }

    @Test
    void a_voter_whose_clock_is_wrong_takes_nothing_from_the_node() {
        InstantSource past = InstantSource.fixed(Instant.EPOCH);
        assertRefused(
                "The clock of this voter says 1970-01-01T00:00:00Z, before the hall was founded. Set it right.",
                new Renewal(identity).by(sign -> desk(past).sign("n2", sign)));
        NodeIdentity young = nodes.identity("n2", Instant.now().plus(Duration.ofDays(30)));
        agreed(new Command.MoveNode(N2, "n2:7400", serial(young)));
        Throwable refused = Nodes.failure(new Renewal(young).by(sign -> desk().sign("n2", sign)));
        assertTrue(refused.getMessage().contains("before the old one"), refused.getMessage());
        assertTrue(isBelieved(young), "it goes on with what it has");
    }

    @Test
    void a_renewed_certificate_comes_into_use_without_a_restart_and_nothing_goes_down() {
        Link one = nodes.start("n1");
        Link two = nodes.start("n2", identity, Nodes.QUICK, 0);
        nodes.introduce();
        one.onRequest(
                (from, bytes) -> {
                    try {
                        return desk().sign(from, (Errand.Sign) Errand.decode(bytes));
                    } catch (IOException e) {
                        return Future.failedFuture(e);
                    }
                });
        Instant toTwo = Nodes.only(one).since();
        Instant toOne = Nodes.only(two).since();
        NodeIdentity renewed =
                Nodes.await(
                        new Renewal(identity)
                                .by(
                                        sign ->
                                                two.request(
                                                        "n1",
                                                        sign.encode(),
                                                        Duration.ofSeconds(5))));
        two.onRequest((_, bytes) -> Future.succeededFuture(bytes));
        two.renew(renewed);
        one.reopen("n2");
        assertFalse(two.changedOver());
        while (!two.changedOver()) {
            asks(one);
        }

        nodes.trust("n1").revoke(Set.of(identity.certificate().getSerialNumber()));
        for (int i = 0; i < 10; i++) {
            asks(one);
            assertEquals(toTwo, Nodes.only(one).since(), "it stayed up");
            assertEquals(toOne, Nodes.only(two).since(), "it stayed up");
        }
        assertThrows(
                CertificateException.class,
                () -> nodes.trust("n1").node(identity.certificate()),
                "the old one opens nothing any more");
    }

    private static void asks(Link one) {
        Future<byte[]> answer = one.request("n2", new byte[] {1, 2, 3}, Duration.ofSeconds(5));
        assertEquals(3, Nodes.await(answer).length);
    }

    private static void assertRefused(String why, Future<?> future) {
        assertEquals(why, Nodes.failure(future).getMessage());
    }
}
