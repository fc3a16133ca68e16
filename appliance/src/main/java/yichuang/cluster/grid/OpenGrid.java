package yichuang.cluster.grid;

import com.hazelcast.core.HazelcastInstance;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.cert.CertificateEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import yichuang.cluster.Address;

/** A clustered Vert.x that is up, with its member of Hazelcast. */
record OpenGrid(Vertx vertx, HazelcastInstance hazelcast, Address address) {
    private static final Logger JOURNAL = System.getLogger("yichuang.cluster");

    /** Kept, or its level would be forgotten with it. */
    private static final java.util.logging.Logger HAZELCAST =
            java.util.logging.Logger.getLogger("com.hazelcast");

    private static final long OPEN_SECONDS_MAX = 40;
    private static final long CLOSE_SECONDS_MAX = 5;
    private static final long PAUSE_SECONDS_MIN = 5;
    private static final long PAUSE_SECONDS_MAX = 60;

    /** {@return the grid, tried again until it opens; nothing once it is no longer wanted} */
    static Optional<OpenGrid> attempt(
            GridSettings settings, List<Address> known, BooleanSupplier closed) {
        HAZELCAST.setLevel(java.util.logging.Level.WARNING);
        long pauseSeconds = PAUSE_SECONDS_MIN;
        while (!closed.getAsBoolean()) {
            try {
                return Optional.of(open(settings, known));
            } catch (IOException | ExecutionException | TimeoutException e) {
                JOURNAL.log(Level.WARNING, "Hazelcast does not start yet: {0}", e.toString());
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(pauseSeconds));
                pauseSeconds = Math.min(PAUSE_SECONDS_MAX, 2 * pauseSeconds);
            } catch (InterruptedException | CertificateEncodingException e) {
                JOURNAL.log(Level.ERROR, "Hazelcast cannot be started", e);
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static OpenGrid open(GridSettings settings, List<Address> known)
            throws IOException,
                    ExecutionException,
                    TimeoutException,
                    InterruptedException,
                    CertificateEncodingException {
        List<Integer> ports = twoFree(settings);
        HazelcastClusterManager cluster =
                new HazelcastClusterManager(
                        GridConfig.hazelcast(settings, ports.get(0), texts(known)));
        Vertx vertx =
                Vertx.builder()
                        .with(
                                new VertxOptions()
                                        .setEventLoopPoolSize(1)
                                        .setWorkerPoolSize(4)
                                        .setInternalBlockingPoolSize(4)
                                        .setEventBusOptions(
                                                GridConfig.eventBus(settings, ports.get(1))))
                        .withClusterManager(cluster)
                        .buildClustered()
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(OPEN_SECONDS_MAX, TimeUnit.SECONDS);
        return new OpenGrid(
                vertx, cluster.getHazelcastInstance(), new Address(settings.host(), ports.get(0)));
    }

    /** {@return the member's port and the event bus's; somebody may still be quicker} */
    private static List<Integer> twoFree(GridSettings settings) throws IOException {
        List<Integer> free = new ArrayList<>();
        InetAddress host = InetAddress.getByName(settings.host());
        for (int port = settings.portFrom();
                port < settings.portFrom() + GridSettings.PORTS && free.size() < 2;
                port++) {
            try (ServerSocket probe = new ServerSocket()) {
                probe.bind(new InetSocketAddress(host, port));
                free.add(port);
            } catch (IOException taken) {
                JOURNAL.log(Level.DEBUG, "port {0} is taken", port);
            }
        }
        if (free.size() < 2) {
            throw new IOException(
                    "no two ports are free from %d to %d"
                            .formatted(
                                    settings.portFrom(),
                                    settings.portFrom() + GridSettings.PORTS - 1));
        }
        return free;
    }

    private static List<String> texts(List<Address> known) {
        return known.stream().map(Address::toString).toList();
    }

    /** Hazelcast reads its list of members each time it looks for others. */
    void know(List<Address> known) {
        hazelcast
                .getConfig()
                .getNetworkConfig()
                .getJoin()
                .getTcpIpConfig()
                .setMembers(texts(known));
    }

    void close() {
        try {
            vertx.close()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(CLOSE_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            hazelcast.getLifecycleService().terminate();
        }
    }
}
