package yichuang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import yichuang.cluster.Address;
import yichuang.cluster.JoinCode;
import yichuang.config.ConfigErrors;
import yichuang.hall.NodeRole;

/**
 * Whole controllers in one program, each with its own disk, port and certificate. One whose part in
 * the hall changes begins anew, as a process lets it.
 */
final class ManyControllers implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String MONDAY = "2026-03-02T09:00:00+08:00";

    private final Path dir;
    private final Path config;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Running> running = new LinkedHashMap<>();
    private final Map<String, String> at = new LinkedHashMap<>();
    private final Map<String, Integer> clusterPorts = new LinkedHashMap<>();
    private JsonObject tokens = new JsonObject();
    private String clock = MONDAY;
    private int codes;

    /** What a node answered; status 0 when it did not. */
    record Got(int status, JsonObject body) {}

    /**
     * None runs yet.
     *
     * @param config a {@code hall.yaml}, the same for all
     */
    ManyControllers(Path dir, Path config) {
        this.dir = dir;
        this.config = config;
    }

    /** The first of the hall. */
    void found(String node) throws Exception {
        start(node, Optional.empty());
        tokens = firstLine(node).getJsonObject("tokens");
    }

    /** {@return a code that a running node makes for one that is to join} */
    String code(String by, String node, String role) {
        return post(
                        by,
                        "admin",
                        "/api/nodes",
                        "code-" + node + codes++,
                        new JsonObject().put("node", node).put("role", role))
                .body()
                .getString("code");
    }

    /** Joins at the door of a running node, which makes the code too. */
    void join(String door, String node, String role) throws Exception {
        joinBy(code(door, node, role), door, node);
    }

    void joinBy(String code, String door, String node) throws Exception {
        joinBy(code, door, node, Optional.empty());
    }

    void joinBy(String code, String door, String node, Optional<NodeRole> wanted) throws Exception {
        Address at = new Address("127.0.0.1", clusterPorts.get(door));
        start(node, Optional.of(new Controller.Join(List.of(at), JoinCode.of(code), wanted)));
        assertEquals(
                new JsonObject(),
                firstLine(node).getJsonObject("tokens"),
                "who joined has no tokens of its own");
    }

    /** Starts one again that was stopped, with its data. */
    void again(String node) throws Exception {
        start(node, Optional.empty());
    }

    /** Starts one that the hall went on without, to come back. */
    void rejoin(String node) throws Exception {
        start(node, Optional.empty(), true);
    }

    private void start(String node, Optional<Controller.Join> join) throws Exception {
        start(node, join, false);
    }

    private void start(String node, Optional<Controller.Join> join, boolean rejoin)
            throws Exception {
        int port = clusterPorts.containsKey(node) ? clusterPorts.get(node) : freePort();
        clusterPorts.put(node, port);
        Running one =
                Running.start(
                        new Controller.Options(
                                node,
                                0,
                                dir.resolve(node),
                                dir.resolve(node + ".key"),
                                config,
                                Optional.of(clock),
                                new Address("127.0.0.1", port),
                                join,
                                false,
                                rejoin));
        running.put(node, one);
        at.put(node, one.controller().address());
        Thread.ofPlatform().daemon().name("next of " + node).start(() -> goOn(one));
    }

    private static void goOn(Running one) {
        try {
            while (one.next()) {
                Thread.onSpinWait();
            }
        } catch (ConfigErrors | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The machine of a node that does not run is installed anew. */
    void forget(String node) throws IOException {
        try (Stream<Path> files = Files.walk(dir.resolve(node))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        Files.delete(dir.resolve(node + ".key"));
    }

    /** From the next start on. */
    void itIs(String time) {
        clock = time;
    }

    void stop(String node) {
        running.remove(node).close();
    }

    /** {@return what a node prints when it has started} */
    JsonObject firstLine(String node) {
        return new JsonObject(running.get(node).controller().tokens());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /**
     * {@return the hall's nodes as one of them sees them: {@code n1 up, n2 down}; empty at first}
     */
    String nodes(String node) {
        StringBuilder all = new StringBuilder();
        for (Object each : hall(node).getJsonArray("nodes", new JsonArray())) {
            JsonObject one = (JsonObject) each;
            all.append(all.isEmpty() ? "" : ", ")
                    .append(one.getString("id"))
                    .append(' ')
                    .append(one.getString("state"));
        }
        return all.toString();
    }

    /** {@return a node's place in the grid} */
    HallGrid grid(String node) {
        return running.get(node).controller().grid();
    }

    /** {@return the controller of a node, which may be closed by now} */
    WeakReference<Controller> controller(String node) {
        return new WeakReference<>(running.get(node).controller());
    }

    JsonObject hall(String node) {
        return get(node, "manager", "/api/hall").body();
    }

    Got get(String node, String role, String path) {
        return send(request(node, role, path).GET().build()).join();
    }

    /** {@return a file; empty when there is none} */
    String file(String node, String role, String path) {
        return client.sendAsync(
                        request(node, role, path).GET().build(),
                        HttpResponse.BodyHandlers.ofString())
                .thenApply(response -> response.statusCode() == 200 ? response.body() : "")
                .exceptionally(gone -> "")
                .join();
    }

    Got delete(String node, String role, String path) {
        return send(request(node, role, path).DELETE().build()).join();
    }

    Got post(String node, String role, String path, String key, JsonObject body) {
        return posting(node, role, path, key, body).join();
    }

    CompletableFuture<Got> posting(
            String node, String role, String path, String key, JsonObject body) {
        return send(
                request(node, role, path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(body.encode()))
                        .build());
    }

    private HttpRequest.Builder request(String node, String role, String path) {
        return HttpRequest.newBuilder(URI.create(at.get(node) + path))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + tokens.getString(role));
    }

    private CompletableFuture<Got> send(HttpRequest request) {
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(
                        response ->
                                new Got(
                                        response.statusCode(),
                                        response.body().isEmpty()
                                                ? new JsonObject()
                                                : new JsonObject(response.body())))
                .exceptionally(gone -> new Got(0, new JsonObject()));
    }

    /** Waits until it is so; fails when it takes too long. */
    static void until(String what, BooleanSupplier so) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!so.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, what);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    @Override
    public void close() {
        running.values().forEach(Running::close);
        client.close();
    }
}
