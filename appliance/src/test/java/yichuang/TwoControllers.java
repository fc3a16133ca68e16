package yichuang;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
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
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import yichuang.cluster.Address;
import yichuang.cluster.JoinCode;
import yichuang.config.ConfigErrors;
import yichuang.hall.NodeRole;

/** Whole controllers in one program that begin anew when their part in the hall changes. */
final class TwoControllers implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String MONDAY = "2026-03-02T09:00:00+08:00";

    private final Path dir;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Running> running = new LinkedHashMap<>();
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private JsonObject tokens = new JsonObject();
    private int codes;

    TwoControllers(Path dir) {
        this.dir = dir;
    }

    void found() throws Exception {
        start("n1");
        tokens = new JsonObject(running.get("n1").controller().tokens()).getJsonObject("tokens");
    }

    void join(String node, NodeRole invited, Optional<NodeRole> wanted) throws Exception {
        Got made =
                post(
                        "n1",
                        "admin",
                        "/api/nodes",
                        "code" + codes++,
                        new JsonObject().put("node", node).put("role", invited.word()));
        JoinCode code = JoinCode.of(made.body().getString("code"));
        Address n1 = new Address("127.0.0.1", port("n1"));
        start(node, Optional.of(new Controller.Join(List.of(n1), code, wanted)), false);
    }

    void start(String node) throws Exception {
        start(node, Optional.empty(), false);
    }

    void rejoin(String node) throws Exception {
        start(node, Optional.empty(), true);
    }

    private void start(String node, Optional<Controller.Join> join, boolean rejoin)
            throws Exception {
        Running one =
                Running.start(
                        new Controller.Options(
                                node,
                                0,
                                dir.resolve(node),
                                dir.resolve(node + ".key"),
                                Path.of("../config/hall.yaml"),
                                Optional.of(MONDAY),
                                new Address("127.0.0.1", port(node)),
                                join,
                                false,
                                rejoin));
        running.put(node, one);
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

    private int port(String node) {
        return ports.computeIfAbsent(node, any -> freePort());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void stop(String node) {
        running.remove(node).close();
    }

    /** The machine is installed anew. */
    void forget(String node) throws IOException {
        try (Stream<Path> files = Files.walk(dir.resolve(node))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        Files.delete(dir.resolve(node + ".key"));
    }

    @Override
    public void close() {
        running.values().forEach(Running::close);
    }

    /** {@return name and state of each node, as a node has them} */
    String nodes(String node) {
        StringBuilder all = new StringBuilder();
        JsonObject hall = ask(node, "/api/hall").body();
        if (hall.containsKey("nodes")) {
            for (Object each : hall.getJsonArray("nodes")) {
                JsonObject one = (JsonObject) each;
                all.append(all.isEmpty() ? "" : ", ")
                        .append(one.getString("id"))
                        .append(' ')
                        .append(one.getString("state"));
            }
        }
        return all.toString();
    }

    /** {@return who leads, as a node knows; itself unknown while the node does not answer} */
    Optional<String> leader(String node) {
        Got got = ask(node, "/api/hall");
        return got.status() == 200
                ? Optional.ofNullable(got.body().getString("leader"))
                : Optional.of("?");
    }

    /** {@return the number of a ticket; asked for again with its key until somebody takes it} */
    String ticket(String node, String key) {
        String[] number = {""};
        until(
                key + " at " + node,
                () -> {
                    Got got = take(node, key);
                    number[0] = got.status() == 201 ? got.body().getString("number") : "";
                    return got.status() == 201;
                });
        return number[0];
    }

    Got take(String node, String key) {
        Got items = send(request(node, "kiosk", "/api/items").GET().build());
        if (items.status() != 200) {
            return items;
        }
        String item = items.body().getJsonArray("items").getJsonObject(0).getString("code");
        return post(
                node, "kiosk", "/api/tickets", key, new JsonObject().put("items", List.of(item)));
    }

    /** An answer; 0 when none came. */
    record Got(int status, JsonObject body) {}

    Got ask(String node, String path) {
        return send(request(node, "admin", path).GET().build());
    }

    Got delete(String node, String path) {
        return send(request(node, "admin", path).DELETE().build());
    }

    Got post(String node, String role, String path, String key, JsonObject body) {
        return send(
                request(node, role, path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(body.encode()))
                        .build());
    }

    private HttpRequest.Builder request(String node, String role, String path) {
        Running one = running.get(node);
        return HttpRequest.newBuilder(URI.create(one.controller().address() + path))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + tokens.getString(role));
    }

    private Got send(HttpRequest request) {
        try {
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Got(
                    response.statusCode(),
                    response.body().startsWith("{")
                            ? new JsonObject(response.body())
                            : new JsonObject());
        } catch (IOException e) {
            return new Got(0, new JsonObject());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void until(String what, BooleanSupplier so) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!so.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, what);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
