package yichuang.bench.faults;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import yichuang.bench.Figures;
import yichuang.bench.HttpConnection;
import yichuang.bench.Options;
import yichuang.bench.Reply;
import yichuang.bench.ServerProcess;

/**
 * All controllers of one hall. The first founds it, the others join it by codes, as hall IT would
 * do it. The secrets are those of the first start and stay good on every node.
 */
final class Nodes implements AutoCloseable {
    static final OffsetDateTime MORNING = OffsetDateTime.parse("2026-03-02T08:30:00+08:00");

    private static final Duration LOOK_MAX = Duration.ofMillis(1_500);
    private static final long LOOK_AGAIN_MILLIS = 100;
    private static final long APART_MAX = 200; // log entries; people go on while we look

    private final Options options;
    private final Cables cables;
    private final Path config;
    private final List<Node> all = new ArrayList<>();
    private final Map<String, String> tokens = new LinkedHashMap<>();

    /**
     * Finds and joins nobody yet.
     *
     * @param config the hall's file, the same for all
     */
    Nodes(Options options, Cables cables, Path config) {
        this.options = options;
        this.cables = cables;
        this.config = config;
    }

    /** Starts the first node, a hall of one voter. */
    void found() throws IOException {
        Node first = add("n1", true, options.out().resolve("n1"));
        ServerProcess process = first.start("--clock", MORNING.toString());
        Stream.of("kiosk", "window", "manager", "admin")
                .forEach(role -> tokens.put(role, process.token(role)));
    }

    /** Lets one more node join by a code that an administrator asks for. */
    void join(String name, String role, Path data) throws IOException {
        String code =
                ask(
                                all.getFirst(),
                                "POST",
                                "/api/nodes",
                                new JsonObject().put("node", name).put("role", role).encode())
                        .expect(201)
                        .json()
                        .getString("code");
        Node node = add(name, role.equals("voter"), data);
        node.start(
                "--clock",
                MORNING.toString(),
                "--join",
                all.getFirst().link(),
                "--code",
                code,
                "--role",
                role);
        Figures.say(
                "%s joined as a %s, ready after %.1f s",
                name, role, node.process().secondsToReady());
    }

    private Node add(String name, boolean votes, Path data) throws IOException {
        Node node = new Node(options, cables, config, name, votes, data);
        all.add(node);
        return node;
    }

    List<Node> all() {
        return List.copyOf(all);
    }

    Node named(String name) {
        return all.stream().filter(node -> node.name().equals(name)).findFirst().orElseThrow();
    }

    String token(String role) {
        return tokens.get(role);
    }

    /** {@return the answer of one node to one request in an administrator's name, sent once} */
    Reply ask(Node node, String method, String path, String body) throws IOException {
        try (HttpConnection connection = new HttpConnection(node.http(), Duration.ofSeconds(10))) {
            Optional<String> key =
                    method.equals("GET")
                            ? Optional.empty()
                            : Optional.of("nodes-" + System.nanoTime());
            return connection.send(method, path, token("admin"), key, body);
        }
    }

    /** {@return the hall as this node shows it; empty while it does not answer} */
    Optional<JsonObject> hallAt(Node node) {
        try (HttpConnection connection = new HttpConnection(node.http(), LOOK_MAX)) {
            Reply reply = connection.get("/api/hall", token("manager"));
            return reply.status() == 200 ? Optional.of(reply.json()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** {@return whom all nodes name as leader, all of them up and nearly at the same place} */
    private Optional<Node> oneLeader() {
        List<JsonObject> halls = all.stream().flatMap(node -> hallAt(node).stream()).toList();
        if (halls.size() < all.size()) {
            return Optional.empty();
        }
        List<String> leaders =
                halls.stream().map(hall -> hall.getString("leader", "")).distinct().toList();
        long least = halls.stream().mapToLong(hall -> hall.getLong("index")).min().orElseThrow();
        long most = halls.stream().mapToLong(hall -> hall.getLong("index")).max().orElseThrow();
        boolean whole =
                halls.stream()
                        .flatMap(hall -> hall.getJsonArray("nodes").stream())
                        .allMatch(node -> ((JsonObject) node).getString("state").equals("up"));
        return whole
                        && leaders.size() == 1
                        && !leaders.getFirst().isEmpty()
                        && most - least <= APART_MAX
                ? Optional.of(named(leaders.getFirst()))
                : Optional.empty();
    }

    /** Waits until the hall stands. {@return who leads; empty when it did not come to that} */
    Optional<Node> awaitOneLeader(Duration max) throws InterruptedException {
        long end = System.nanoTime() + max.toNanos();
        while (true) {
            Optional<Node> leader = oneLeader();
            if (leader.isPresent() || System.nanoTime() > end) {
                return leader;
            }
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
    }

    /** As {@link #awaitOneLeader}, where there is no going on without. */
    void requireOneLeader(Duration max) throws IOException, InterruptedException {
        if (awaitOneLeader(max).isEmpty()) {
            throw new IOException("nobody leads after " + max);
        }
    }

    /** Starts these nodes again, all at the same time: none of them may be able to alone. */
    static void startAgain(List<Node> nodes) throws IOException {
        List<CompletableFuture<Void>> starts = new ArrayList<>();
        for (Node node : nodes) {
            CompletableFuture<Void> start = new CompletableFuture<>();
            starts.add(start);
            Thread.ofVirtual()
                    .name("start " + node.name())
                    .start(
                            () -> {
                                try {
                                    node.start();
                                    start.complete(null);
                                } catch (IOException e) {
                                    start.completeExceptionally(e);
                                }
                            });
        }
        try {
            starts.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw new IOException("a node did not start again", e.getCause());
        }
    }

    @Override
    public void close() {
        for (Node node : all) {
            if (node.process() != null && node.process().isAlive()) {
                node.kill();
            }
        }
    }
}
