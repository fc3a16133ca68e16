package yichuang.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A hall of several controllers on the loopback, founded by the first and joined by the others. */
final class HallOfNodes implements AutoCloseable {
    private static final String MORNING = "2026-03-02T09:00:00+08:00"; // a Monday, the hall is open
    private static final long STANDS_MILLIS_MAX = 60_000;

    private final Options options;
    private final Path data;
    private final List<ServerProcess> all = new ArrayList<>();
    private final Map<String, ServerProcess> byName = new HashMap<>();
    private final int link;
    private final JsonObject tokens;

    /**
     * @param folder below the benchmark's own, for the data of all nodes
     */
    HallOfNodes(Options options, String folder) throws IOException {
        this.options = options;
        this.data = options.out().resolve(folder);
        this.link = freePort();
        ServerProcess first = start(link);
        this.tokens = new JsonObject();
        for (String role : List.of("kiosk", "window", "manager", "admin")) {
            tokens.put(role, first.token(role));
        }
    }

    private ServerProcess start(int linkPort, String... more) throws IOException {
        String name = "n" + (all.size() + 1);
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--node",
                                name,
                                "--clock",
                                MORNING,
                                "--cluster-host",
                                "127.0.0.1",
                                "--cluster-port",
                                String.valueOf(linkPort)));
        arguments.addAll(List.of(more));
        ServerProcess process =
                ServerProcess.start(options, data.resolve(name), arguments.toArray(String[]::new));
        all.add(process);
        byName.put(name, process);
        return process;
    }

    /** Lets so many more nodes join, one after the other. */
    void grow(String role, int nodes) throws IOException, InterruptedException {
        for (int i = 0; i < nodes; i++) {
            String name = "n" + (all.size() + 1);
            String code =
                    ask("POST", "/api/nodes", new JsonObject().put("node", name).put("role", role))
                            .expect(201)
                            .json()
                            .getString("code");
            ServerProcess joined =
                    start(
                            freePort(),
                            "--join",
                            "127.0.0.1:" + link,
                            "--code",
                            code,
                            "--role",
                            role);
            Figures.say("  %s, %s, ready after %.1f s", name, role, joined.secondsToReady());
        }
    }

    private Reply ask(String method, String path, JsonObject body) throws IOException {
        try (HttpConnection connection = all.getFirst().connect()) {
            return connection.send(
                    method,
                    path,
                    tokens.getString("admin"),
                    method.equals("GET") ? Optional.empty() : Optional.of(HallFront.freshKey()),
                    body.encode());
        }
    }

    /** {@return the node that leads, once somebody does} */
    ServerProcess leader() throws IOException, InterruptedException {
        long end = System.nanoTime() + STANDS_MILLIS_MAX * 1_000_000;
        while (true) {
            Reply reply = ask("GET", "/api/hall", new JsonObject());
            ServerProcess leader = byName.get(reply.json().getString("leader", ""));
            if (leader != null) {
                return leader;
            }
            if (System.nanoTime() > end) {
                throw new IOException("nobody leads: " + reply.text());
            }
            Thread.sleep(100);
        }
    }

    /** {@return the node that joined last} */
    ServerProcess last() {
        return all.getLast();
    }

    /** {@return the secrets of the first start, good on every node} */
    JsonObject tokens() {
        return tokens;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        all.forEach(ServerProcess::kill);
    }
}
