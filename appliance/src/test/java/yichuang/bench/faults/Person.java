package yichuang.bench.faults;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import yichuang.bench.HttpConnection;
import yichuang.bench.Reply;
import yichuang.bench.day.Act;
import yichuang.bench.day.Act.Verb;

/**
 * Asks the hall at any node, and while it is not known what became of a request repeats it at any
 * node with the same key, for ten minutes at most. Now and then a person does what impatient people
 * and bad networks do: sends the request to two nodes at once, or once more though it was answered.
 * Every sending is written down.
 */
final class Person {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long PAUSE_MILLIS = 50;
    private static final double AT_TWO_NODES = 0.05;
    private static final double ONCE_MORE = 0.08;

    private static final AtomicLong KEYS = new AtomicLong();

    private final List<Node> nodes;
    private final Notebook notebook;
    private final String who;
    private final SplittableRandom random;
    private final Map<Node, HttpConnection> open = new HashMap<>();

    Person(List<Node> nodes, Notebook notebook, String who, SplittableRandom random) {
        this.nodes = List.copyOf(nodes);
        this.notebook = notebook;
        this.who = who;
        this.random = random;
    }

    SplittableRandom random() {
        return random;
    }

    /** {@return what became of it; empty when it was never answered} */
    Optional<Act> ask(Errand errand) throws InterruptedException {
        String key = "faults-" + KEYS.incrementAndGet();
        long asked = System.nanoTime();
        Optional<Attempt> answered;
        if (random.nextDouble() < AT_TWO_NODES) {
            CompletableFuture<Optional<Attempt>> other = elsewhere(errand, key);
            answered = better(repeat(errand, key), other.join());
        } else {
            answered = repeat(errand, key);
        }
        if (answered.isEmpty()) {
            notebook.unanswered(errand.method() + " " + errand.path() + " by " + who);
            return Optional.empty();
        }
        Attempt last = answered.get();
        Act act = act(errand, asked, last);
        if (act.status() != 204) {
            notebook.add(act);
        }
        if (last.done() && random.nextDouble() < ONCE_MORE) {
            repeat(errand, key);
        }
        return Optional.of(act);
    }

    private CompletableFuture<Optional<Attempt>> elsewhere(Errand errand, String key) {
        Person twin = new Person(nodes, notebook, who, random.split());
        CompletableFuture<Optional<Attempt>> heard = new CompletableFuture<>();
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                heard.complete(twin.repeat(errand, key));
                            } catch (InterruptedException e) {
                                heard.completeExceptionally(e);
                            } finally {
                                twin.open.values().forEach(HttpConnection::close);
                            }
                        });
        return heard;
    }

    /** The answer that says that it was done, the earlier one if both do. */
    private static Optional<Attempt> better(Optional<Attempt> one, Optional<Attempt> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        if (one.get().done() != other.get().done()) {
            return one.get().done() ? one : other;
        }
        return one.get().answeredNanos() <= other.get().answeredNanos() ? one : other;
    }

    private Optional<Attempt> repeat(Errand errand, String key) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Attempt attempt = once(errand, key, nodes.get(random.nextInt(nodes.size())));
            if (attempt.known()) {
                return Optional.of(attempt);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return Optional.empty();
    }

    private Attempt once(Errand errand, String key, Node node) {
        String request = errand.method() + " " + errand.path();
        long sent = System.nanoTime();
        int status = 0;
        String said;
        try {
            Reply reply =
                    connection(node)
                            .send(
                                    errand.method(),
                                    errand.path(),
                                    errand.secret(),
                                    Optional.of(key),
                                    errand.text());
            status = reply.status();
            said = reply.text();
        } catch (IOException e) {
            said = e.toString();
            HttpConnection broken = open.remove(node);
            if (broken != null) {
                broken.close();
            }
        }
        Attempt attempt =
                new Attempt(key, request, node.name(), sent, System.nanoTime(), status, said);
        notebook.add(attempt);
        return attempt;
    }

    /** {@return the answer to a read, by whichever node gives one} */
    JsonObject read(String path, String secret) throws InterruptedException {
        while (true) {
            Node node = nodes.get(random.nextInt(nodes.size()));
            try {
                Reply reply = connection(node).get(path, secret);
                if (reply.status() == 200) {
                    return reply.json();
                }
            } catch (IOException e) {
                HttpConnection broken = open.remove(node);
                if (broken != null) {
                    broken.close();
                }
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private HttpConnection connection(Node node) throws IOException {
        HttpConnection there = open.get(node);
        if (there == null) {
            there = new HttpConnection(node.http(), ANSWER_MAX);
            open.put(node, there);
        }
        return there;
    }

    private Act act(Errand errand, long asked, Attempt last) {
        JsonObject answer = last.said().isEmpty() ? new JsonObject() : new JsonObject(last.said());
        return new Act(
                errand.verb(),
                who,
                errand.window(),
                told(errand.verb(), answer).or(errand::ticket),
                errand.body(),
                asked,
                last.answeredNanos(),
                1,
                last.status(),
                answer);
    }

    /** {@return the ticket that the answer is about, when it names one} */
    private static Optional<String> told(Verb verb, JsonObject answer) {
        if (answer.getValue("ticket") instanceof JsonObject ticket) {
            return Optional.ofNullable(ticket.getString("id"));
        }
        return Optional.ofNullable(answer.getString(verb == Verb.TAKE ? "id" : "ticket"));
    }

    /** Hangs up everywhere. */
    void leave() {
        open.values().forEach(HttpConnection::close);
        open.clear();
    }
}
