package yichuang.bench.reconcile;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import yichuang.bench.HttpConnection;
import yichuang.bench.Options;
import yichuang.bench.Reply;
import yichuang.bench.ServerProcess;

/**
 * The controller over all its restarts: same port, same data, the tokens of its first start. A
 * request is repeated under its key until its answer is certain.
 */
final class KilledHall implements AutoCloseable {
    private static final int CERTAIN_MILLIS_MAX = 120_000;
    private static final int BETWEEN_MILLIS = 20;

    private final Options options;
    private final Path data;
    private final Path config;
    private final int port;
    private final Map<String, String> tokens = new HashMap<>();
    private final Map<String, String> keypads = new ConcurrentHashMap<>();
    private final ConcurrentLinkedDeque<HttpConnection> idle = new ConcurrentLinkedDeque<>();
    private ServerProcess process;
    private int kills;

    /** At the sun's own pace, until it is {@link #hastened}. */
    KilledHall(Options options, Path config, String clock) throws IOException {
        this.options = options;
        this.config = config;
        this.data = options.out().resolve("data");
        this.process =
                ServerProcess.start(options, data, "--config", config.toString(), "--clock", clock);
        this.port = process.port();
        for (String role : new String[] {"kiosk", "window", "manager", "admin"}) {
            tokens.put(role, process.token(role));
        }
    }

    String token(String role) {
        return tokens.get(role);
    }

    int kills() {
        return kills;
    }

    /** From now on its clock runs like this. */
    synchronized void hastened(String clock) throws IOException {
        process.kill();
        restart("--clock", clock);
    }

    synchronized void killAndRestart() throws IOException {
        process.kill();
        kills++;
        restart();
    }

    private void restart(String... more) throws IOException {
        for (HttpConnection dead = idle.pollFirst(); dead != null; dead = idle.pollFirst()) {
            dead.close();
        }
        List<String> arguments =
                new ArrayList<>(
                        List.of("--config", config.toString(), "--port", String.valueOf(port)));
        arguments.addAll(List.of(more));
        process = ServerProcess.start(options, data, arguments.toArray(String[]::new));
    }

    /** {@return the answer to a change, the same one however often it had to be asked} */
    Reply certain(String path, String token, JsonObject body) throws InterruptedException {
        return certain("POST", path, token, Optional.of(UUID.randomUUID().toString()), body);
    }

    /** {@return the answer to a question} */
    JsonObject read(String path) throws InterruptedException {
        return certain("GET", path, token("manager"), Optional.empty(), new JsonObject())
                .expect(200)
                .json();
    }

    private Reply certain(
            String method, String path, String token, Optional<String> key, JsonObject body)
            throws InterruptedException {
        long until = System.nanoTime() + CERTAIN_MILLIS_MAX * 1_000_000L;
        while (true) {
            try {
                Reply reply = once(method, path, token, key, body);
                if (reply.status() < 500 && reply.status() != 429) {
                    return reply;
                }
            } catch (IOException down) {
                if (System.nanoTime() > until) {
                    throw new IllegalStateException("the hall stays away: " + path, down);
                }
            }
            Thread.sleep(BETWEEN_MILLIS);
        }
    }

    private Reply once(
            String method, String path, String token, Optional<String> key, JsonObject body)
            throws IOException {
        HttpConnection connection = idle.pollFirst();
        if (connection == null) {
            connection = new HttpConnection(port);
        }
        try {
            Reply reply =
                    connection.send(
                            method, path, token, key, method.equals("GET") ? "" : body.encode());
            idle.addFirst(connection);
            return reply;
        } catch (IOException e) {
            connection.close();
            throw e;
        }
    }

    /** {@return the secret of the keypad at a window} */
    String keypad(String window) {
        return keypads.get(window);
    }

    /** Enrols the keypad of a window by a code, as a person would in ten minutes of the hall. */
    void enrol(String window) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String code =
                    certain(
                                    "/api/codes",
                                    token("admin"),
                                    new JsonObject().put("role", "device").put("window", window))
                            .expect(201)
                            .json()
                            .getString("code");
            HttpRequest enrol =
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/enrol"))
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .POST(
                                    HttpRequest.BodyPublishers.ofString(
                                            new JsonObject().put("code", code).encode()))
                            .build();
            String cookie =
                    client.send(enrol, HttpResponse.BodyHandlers.ofString())
                            .headers()
                            .firstValue("Set-Cookie")
                            .orElseThrow();
            keypads.put(window, cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';')));
        } catch (IOException e) {
            throw new IllegalStateException("no keypad at window " + window, e);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    @Override
    public synchronized void close() {
        process.close();
    }
}
