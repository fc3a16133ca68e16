package yichuang.cluster.grid;

import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastException;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import yichuang.cluster.Address;

/** A clustered Vert.x that is up, with its member of Hazelcast. */
record OpenGrid(Vertx vertx, HazelcastInstance hazelcast, Address address) {
    private static final Logger JOURNAL = System.getLogger("yichuang.cluster");
    private static final long OPEN_SECONDS_MAX = 40;
    private static final Duration CLOSE_MAX = Duration.ofSeconds(5);
    private static final long PAUSE_SECONDS_MIN = 5;
    private static final long PAUSE_SECONDS_MAX = 60;

    /** {@return the grid, tried again until it opens; nothing once it is no longer wanted} */
    static Optional<OpenGrid> attempt(
            GridSettings settings, List<Address> known, BooleanSupplier closed) {
        long pauseSeconds = PAUSE_SECONDS_MIN;
        while (!closed.getAsBoolean()) {
            try {
                return Optional.of(open(settings, known));
            } catch (IOException | ExecutionException | TimeoutException | HazelcastException e) {
                JOURNAL.log(Level.WARNING, "Hazelcast does not start yet: {0}", e.toString());
            } catch (InterruptedException | CertificateEncodingException e) {
                JOURNAL.log(Level.ERROR, "Hazelcast cannot be started", e);
                return Optional.empty();
            }
            try {
                TimeUnit.SECONDS.sleep(pauseSeconds);
            } catch (InterruptedException over) {
                return Optional.empty(); // It is closed meanwhile.
            }
            pauseSeconds = Math.min(PAUSE_SECONDS_MAX, 2 * pauseSeconds);
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
        Config config = GridConfig.hazelcast(settings, ports.get(0), texts(known));
        VertxOptions options =
                new VertxOptions()
                        .setEventLoopPoolSize(1)
                        .setWorkerPoolSize(4)
                        .setInternalBlockingPoolSize(4)
                        .setPreferNativeTransport(false)
                        .setEventBusOptions(GridConfig.eventBus(settings, ports.get(1)));
        HazelcastInstance hazelcast = Hazelcast.newHazelcastInstance(config);
        try {
            Vertx vertx =
                    Vertx.builder()
                            .with(options)
                            .withClusterManager(new HazelcastClusterManager(hazelcast))
                            .buildClustered()
                            .toCompletionStage()
                            .toCompletableFuture()
                            .get(OPEN_SECONDS_MAX, TimeUnit.SECONDS);
            return new OpenGrid(vertx, hazelcast, new Address(settings.host(), ports.get(0)));
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            leave(hazelcast);
            throw e;
        }
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
                    "no two ports are free at %s from %d to %d"
                            .formatted(
                                    settings.host(),
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

    /**
     * Leaves, each half within {@link #CLOSE_MAX}: first the event bus, then the member. The
     * cluster manager of Vert.x must not end the member: it would do so under its own lock, which a
     * member that is just merging waits for while it holds the one that ending needs.
     */
    void close() {
        try {
            vertx.close()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(CLOSE_MAX.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            JOURNAL.log(Level.DEBUG, "the event bus is left open: {0}", e.toString());
        }
        leave(hazelcast);
    }

    /** A member that is just merging ends after that; nobody waits for it so long. */
    private static void leave(HazelcastInstance hazelcast) {
        Thread leaving =
                Thread.ofPlatform()
                        .name("grid-leaves")
                        .daemon()
                        .start(() -> hazelcast.getLifecycleService().shutdown());
        try {
            leaving.join(CLOSE_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
