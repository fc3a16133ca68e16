package yichuang.cluster.grid;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import yichuang.access.HallKey;
import yichuang.cluster.Address;
import yichuang.cluster.Authority;
import yichuang.cluster.NodeIdentity;

/** Real grids of one hall on the loopback. */
final class Grids implements AutoCloseable {
    static final int SECONDS_MAX = 25;
    private static final String HOST = "127.0.0.1";

    private final Authority authority;
    private final int portFrom;
    private final List<Node> nodes = new ArrayList<>();

    /** A node with its grid open. */
    record Node(NodeIdentity identity, Shared shared, Grid grid, Address address) {
        Optional<SharedEntry> find(String kind, String owner) {
            return shared.all(kind).stream()
                    .filter(entry -> entry.owner().equals(owner))
                    .findFirst();
        }
    }

    Grids(Path dir, int portFrom) throws IOException {
        authority =
                Authority.open(
                        dir.resolve("data"), HallKey.open(dir.resolve("hall.key")), Instant.now());
        this.portFrom = portFrom;
    }

    NodeIdentity identity(String node) throws GeneralSecurityException, IOException {
        KeyPair keys = NodeIdentity.newKeys();
        return NodeIdentity.of(
                keys.getPrivate(),
                authority.sign(NodeIdentity.request(keys, node), node, Instant.now()),
                authority.certificate());
    }

    /** {@return a node that is alone so far} */
    Node start(String node) throws Exception {
        return start(identity(node), Set.of(), Duration.ofSeconds(1));
    }

    Node start(NodeIdentity identity, Set<BigInteger> revoked, Duration mergeEvery)
            throws Exception {
        Shared shared = new Shared(identity.node());
        Grid grid =
                Grid.open(new GridSettings(HOST, portFrom, identity, revoked, mergeEvery), shared);
        Address address = grid.opened().get(SECONDS_MAX, TimeUnit.SECONDS);
        Node started = new Node(identity, shared, grid, address);
        nodes.add(started);
        return started;
    }

    /** Tells all of each other and waits until they are one cluster. */
    void meet() {
        List<Address> all = nodes.stream().map(Node::address).toList();
        nodes.forEach(node -> node.grid().know(all));
        nodes.forEach(node -> until(() -> node.grid().members().size() == nodes.size()));
    }

    static void until(BooleanSupplier holds) {
        long end = System.nanoTime() + Duration.ofSeconds(SECONDS_MAX).toNanos();
        while (!holds.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it did not come to be");
            LockSupport.parkNanos(10_000_000);
        }
    }

    @Override
    public void close() {
        nodes.forEach(node -> node.grid().close());
    }
}
