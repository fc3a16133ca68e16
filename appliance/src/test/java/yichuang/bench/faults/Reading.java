package yichuang.bench.faults;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import yichuang.bench.HttpConnection;
import yichuang.bench.Reply;
import yichuang.bench.day.Act;

/** Reads every node out when nobody does anything any more, and keeps what they said on disk. */
final class Reading {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(20);
    private static final long BEHIND_MILLIS_MAX = 60_000;
    private static final int UNAVAILABLE = 503;

    private final Nodes nodes;
    private final Path out;

    Reading(Nodes nodes, Path out) {
        this.nodes = nodes;
        this.out = out;
    }

    /** {@return what each node shows, all at the same index unless one stays behind for good} */
    List<Shown> all(List<Act> acts) throws IOException, InterruptedException {
        awaitLevel();
        List<String> tickets =
                acts.stream()
                        .filter(act -> act.verb() == Act.Verb.TAKE && act.done())
                        .map(act -> act.answer().getString("id"))
                        .toList();
        List<Shown> shown = new ArrayList<>();
        for (Node node : nodes.all()) {
            shown.add(of(node, tickets));
        }
        return shown;
    }

    private void awaitLevel() throws InterruptedException {
        long end = System.nanoTime() + BEHIND_MILLIS_MAX * 1_000_000;
        while (System.nanoTime() < end) {
            List<Long> at =
                    nodes.all().stream()
                            .flatMap(node -> nodes.hallAt(node).stream())
                            .map(hall -> hall.getLong("index"))
                            .toList();
            if (at.size() == nodes.all().size() && at.stream().distinct().count() == 1) {
                return;
            }
            Thread.sleep(500);
        }
    }

    private Shown of(Node node, List<String> ids) throws IOException, InterruptedException {
        try (HttpConnection connection = new HttpConnection(node.http(), ANSWER_MAX)) {
            Map<String, JsonObject> tickets = tickets(connection, ids);
            JsonObject hall = read(connection, "/api/hall").expect(200).json();
            Optional<String> report = Optional.empty();
            if (node.votes()) {
                String day = "/api/reports/day/" + Nodes.MORNING.toLocalDate() + ".csv";
                report =
                        Optional.of(read(connection, day))
                                .filter(one -> one.status() == 200)
                                .map(Reply::text);
                Files.writeString(out.resolve(node.name() + ".csv"), report.orElse(""));
            }
            JsonObject all = new JsonObject(new TreeMap<String, Object>(tickets));
            Files.writeString(
                    out.resolve(node.name() + ".json"),
                    new JsonObject().put("hall", hall).put("tickets", all).encode());
            return new Shown(node.name(), hall, tickets, report);
        }
    }

    /** {@return the same with some tickets more} */
    List<Shown> also(List<Shown> shown, List<String> ids) throws IOException, InterruptedException {
        List<Shown> more = new ArrayList<>();
        for (Shown one : shown) {
            try (HttpConnection connection =
                    new HttpConnection(nodes.named(one.node()).http(), ANSWER_MAX)) {
                more.add(one.with(tickets(connection, ids)));
            }
        }
        return more;
    }

    /** {@return a ticket by its number of today} */
    Optional<JsonObject> byNumber(String number) {
        try (HttpConnection connection =
                new HttpConnection(nodes.all().getFirst().http(), ANSWER_MAX)) {
            Reply reply = connection.get("/api/tickets/" + number, nodes.token("manager"));
            return reply.status() == 200 ? Optional.of(reply.json()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, JsonObject> tickets(HttpConnection connection, List<String> ids)
            throws IOException, InterruptedException {
        Map<String, JsonObject> tickets = new TreeMap<>();
        for (String id : ids) {
            Reply reply = read(connection, "/api/tickets/" + id);
            if (reply.status() == 200) {
                tickets.put(id, reply.json());
            }
        }
        return tickets;
    }

    /** Asks again while the node says that it is behind. */
    private Reply read(HttpConnection connection, String path)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + BEHIND_MILLIS_MAX * 1_000_000;
        while (true) {
            Reply reply = connection.get(path, nodes.token("manager"));
            if (reply.status() != UNAVAILABLE || System.nanoTime() > end) {
                return reply;
            }
            Thread.sleep(200);
        }
    }
}
