package yichuang.cluster;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import yichuang.access.HallKey;

/** A hall's nodes on the loopback, each with a real link. */
final class Nodes implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The shipped bounds, in a hurry. */
    static final LinkLimits QUICK =
            new LinkLimits(
                    1 << 20,
                    1_024,
                    24 << 20,
                    64,
                    8 << 20,
                    32,
                    Duration.ofMillis(50),
                    Duration.ofMillis(1_500),
                    Duration.ofMillis(5),
                    Duration.ofMillis(50));

    final Vertx vertx = Vertx.vertx();
    final HallKey key;
    final Authority authority;
    private final Map<String, Link> links = new HashMap<>();
    private final Map<String, Trust> trusts = new HashMap<>();

    Nodes(Path dir) throws IOException {
        key = HallKey.open(dir.resolve("hall.key"));
        authority = Authority.open(dir.resolve("data"), key, Instant.now());
    }

    NodeIdentity identity(String node, Instant signedAt) {
        try {
            KeyPair keys = NodeIdentity.newKeys();
            return NodeIdentity.of(
                    keys.getPrivate(),
                    authority.sign(NodeIdentity.request(keys, node), node, signedAt),
                    authority.certificate());
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    Link start(String node) {
        return start(node, identity(node, Instant.now()), QUICK, 0);
    }

    Link start(String node, NodeIdentity identity, LinkLimits limits, int port) {
        Trust trust = new Trust(identity, InstantSource.system());
        Link link =
                await(
                        Link.open(
                                vertx,
                                new LinkSettings("127.0.0.1", port, limits, InstantSource.system()),
                                identity,
                                trust));
        links.put(node, link);
        trusts.put(node, trust);
        return link;
    }

    Trust trust(String node) {
        return trusts.get(node);
    }

    /** Tells every node where the others are, and waits until all hear each other. */
    void introduce() {
        links.values().forEach(link -> link.peers(addresses()));
        until(
                () ->
                        links.values().stream()
                                .allMatch(
                                        link ->
                                                link.states().size() == links.size() - 1
                                                        && link.states().stream()
                                                                .allMatch(PeerState::up)));
    }

    Map<String, Address> addresses() {
        Map<String, Address> all = new HashMap<>();
        links.forEach((node, link) -> all.put(node, at(link)));
        return all;
    }

    void stop(String node) {
        await(links.remove(node).close());
    }

    static Address at(Link link) {
        return new Address("127.0.0.1", link.port());
    }

    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** {@return what the future fails with} */
    static Throwable failure(Future<?> future) {
        return await(
                future.<Throwable>map(_ -> new AssertionError("did not fail"))
                        .recover(Future::succeededFuture));
    }

    /** Waits for what another node's event loop does; looks every few milliseconds. */
    static void until(BooleanSupplier holds) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not come to be within " + PATIENCE);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(2_000_000);
        }
    }

    static PeerState only(Link link) {
        List<PeerState> states = link.states();
        return states.getFirst();
    }

    @Override
    public void close() {
        await(vertx.close());
    }
}
