package yichuang.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What the benchmarks ask of a running hall, over one connection. */
final class HallFront implements AutoCloseable {
    private static final int OPEN_MILLIS_MAX = 30_000;

    private final UnaryOperator<String> tokens;
    private final HttpConnection connection;

    HallFront(ServerProcess server) throws IOException {
        this.tokens = server::token;
        this.connection = server.connect();
    }

    /** At a node that gave no secrets of its own when it started. */
    HallFront(ServerProcess server, JsonObject tokens) throws IOException {
        this.tokens = tokens::getString;
        this.connection = server.connect();
    }

    /** {@return a request key that nobody used before} */
    static String freshKey() {
        return UUID.randomUUID().toString();
    }

    /** {@return the body of a request for a ticket} */
    static String ticketFor(String item) {
        return new JsonObject().put("items", List.of(item)).encode();
    }

    Reply take(String item) throws IOException {
        return connection.post("/api/tickets", tokens.apply("kiosk"), freshKey(), ticketFor(item));
    }

    /** A window's act without a body; any status. */
    Reply act(String window, String act) throws IOException {
        return connection.post(
                "/api/windows/" + window + "/" + act, tokens.apply("window"), freshKey(), "{}");
    }

    Reply cancel(String ticket) throws IOException {
        return connection.send(
                "DELETE",
                "/api/tickets/" + ticket,
                tokens.apply("kiosk"),
                Optional.of(freshKey()),
                "");
    }

    Reply get(String path) throws IOException {
        return connection.get(path, tokens.apply("manager"));
    }

    /** {@return the codes of all items} */
    List<String> items() throws IOException {
        List<String> codes = new ArrayList<>();
        for (Object item : get("/api/items").expect(200).list("items")) {
            codes.add(((JsonObject) item).getString("code"));
        }
        return codes;
    }

    /** {@return the items each window takes, in the hall's order} */
    Map<String, List<String>> windows() throws IOException {
        Map<String, List<String>> windows = new LinkedHashMap<>();
        for (Object one : get("/api/hall").expect(200).list("windows")) {
            JsonObject window = (JsonObject) one;
            List<String> skills =
                    window.getJsonArray("skills").stream().map(String::valueOf).toList();
            windows.put(window.getString("id"), skills);
        }
        return windows;
    }

    /** Asks for a ticket until one is given: the day opens a moment after the start. */
    JsonObject awaitOpen(String item) throws IOException, InterruptedException {
        long end = System.nanoTime() + OPEN_MILLIS_MAX * 1_000_000L;
        while (true) {
            Reply reply = take(item);
            if (reply.status() == 201) {
                return reply.json();
            }
            if (System.nanoTime() > end) {
                throw new IOException("no ticket: " + reply.status() + " " + reply.text());
            }
            Thread.sleep(2);
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
