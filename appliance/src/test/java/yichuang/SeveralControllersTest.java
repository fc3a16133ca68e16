package yichuang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.cluster.Address;
import yichuang.cluster.JoinCode;

/** Three whole controllers in one program, each with its own disk, port and certificate. */
class SeveralControllersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String MONDAY = "2026-03-02T09:00:00+08:00";

    @TempDir Path dir;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Controller> running = new LinkedHashMap<>();
    private final Map<String, String> at = new LinkedHashMap<>();
    private final Map<String, Integer> clusterPorts = new LinkedHashMap<>();
    private JsonObject tokens;
    private Address first;

    @AfterEach
    void stop() {
        running.values().forEach(Controller::close);
    }

    @Test
    void a_hall_of_three_goes_on_without_the_one_that_leads_and_takes_a_satellite_in()
            throws Exception {
        found();
        String code = code("n2");
        join("n2", code);
        join("n3", code("n3"));
        until("all three vote", () -> nodes("n3").equals("n1 up, n2 up, n3 up"));

        String item = item();
        JsonObject ticket = post("n2", "kiosk", "/api/tickets", "t1", items(item)).body();
        assertEquals("A0001", ticket.getString("number"));
        String read = "/api/tickets/" + ticket.getString("id");
        for (String node : running.keySet()) {
            assertEquals("waiting", get(node, "manager", read).getString("state"), node);
        }
        String window = window(item);
        post("n3", "window", "/api/windows/" + window + "/open", "o1", new JsonObject());
        JsonObject called =
                post("n1", "window", "/api/windows/" + window + "/next", "n1", new JsonObject())
                        .body();
        assertEquals("A0001", called.getJsonObject("ticket").getString("number"));

        running.remove("n1").close();
        until(
                "the other two go on",
                () -> post("n2", "kiosk", "/api/tickets", "t2", items(item)).status() == 201);
        JsonObject again = post("n3", "kiosk", "/api/tickets", "t2", items(item)).body();
        assertEquals("A0002", again.getString("number"), "the same key, another node, once");
        assertEquals("called", get("n3", "manager", read).getString("state"));

        join("n5", code("n2", "n5", "satellite"));
        until("the satellite has the hall", () -> nodes("n5").contains("n5 up"));
        JsonObject third = post("n5", "kiosk", "/api/tickets", "t3", items(item)).body();
        assertEquals("A0003", third.getString("number"), "taken at a node without a log");
        assertEquals("n5", get("n5", "manager", "/api/hall").getString("node"));
        assertEquals(2, get("n5", "manager", "/api/hall").getJsonArray("waiting").size());
        assertEquals("called", get("n5", "manager", read).getString("state"));

        JoinCode used = JoinCode.of(code);
        IOException refused =
                assertThrows(
                        IOException.class, () -> start("n4", Optional.of(join(used)), freePort()));
        assertTrue(refused.getMessage().contains("已用过"), refused.getMessage());
    }

    private void found() throws Exception {
        int port = freePort();
        first = new Address("127.0.0.1", port);
        start("n1", Optional.empty(), port);
        tokens = new JsonObject(running.get("n1").tokens()).getJsonObject("tokens");
    }

    private Controller.Join join(JoinCode code) {
        return new Controller.Join(List.of(new Address("127.0.0.1", first.port()), second()), code);
    }

    private Address second() {
        return new Address("127.0.0.1", clusterPorts.getOrDefault("n2", first.port()));
    }

    private void join(String node, String code) throws Exception {
        start(node, Optional.of(join(JoinCode.of(code))), freePort());
        assertEquals(
                new JsonObject(),
                new JsonObject(running.get(node).tokens()).getJsonObject("tokens"));
    }

    private void start(String node, Optional<Controller.Join> join, int clusterPort)
            throws Exception {
        Controller controller =
                Controller.start(
                        new Controller.Options(
                                node,
                                0,
                                dir.resolve(node),
                                dir.resolve(node + ".key"),
                                Path.of("../config/hall.yaml"),
                                Optional.of(MONDAY),
                                new Address("127.0.0.1", clusterPort),
                                join,
                                false));
        running.put(node, controller);
        clusterPorts.put(node, clusterPort);
        at.put(node, controller.address());
    }

    private String code(String node) {
        return code("n1", node, "voter");
    }

    private String code(String at, String node, String role) {
        return post(
                        at,
                        "admin",
                        "/api/nodes",
                        "code-" + node,
                        new JsonObject().put("node", node).put("role", role))
                .body()
                .getString("code");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private String nodes(String node) {
        StringBuilder all = new StringBuilder();
        for (Object each : get(node, "admin", "/api/hall").getJsonArray("nodes")) {
            JsonObject one = (JsonObject) each;
            all.append(all.isEmpty() ? "" : ", ")
                    .append(one.getString("id"))
                    .append(' ')
                    .append(one.getString("state"));
        }
        return all.toString();
    }

    private String item() {
        return get("n2", "kiosk", "/api/items")
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("code");
    }

    private String window(String item) {
        return get("n1", "manager", "/api/hall").getJsonArray("windows").stream()
                .map(JsonObject.class::cast)
                .filter(window -> window.getJsonArray("skills").contains(item))
                .findFirst()
                .orElseThrow()
                .getString("id");
    }

    private static JsonObject items(String item) {
        return new JsonObject().put("items", List.of(item));
    }

    private record Got(int status, JsonObject body) {}

    private JsonObject get(String node, String role, String path) {
        return send(request(node, role, path).GET().build()).body();
    }

    private Got post(String node, String role, String path, String key, JsonObject body) {
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

    private Got send(HttpRequest request) {
        try {
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Got(
                    response.statusCode(),
                    response.body().isEmpty() ? new JsonObject() : new JsonObject(response.body()));
        } catch (IOException e) {
            return new Got(0, new JsonObject());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void until(String what, BooleanSupplier so) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!so.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, what);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
