package yichuang.bench.faults;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import yichuang.bench.day.Act;
import yichuang.bench.day.Act.Verb;

/**
 * The person at one window, and whoever stands before it: calls, serves, closes; then the visitor
 * rates, sometimes twice. What the window does next depends on what the hall last said of it.
 */
final class Clerk {
    private static final double CALLS_BY_NAME = 0.1;
    private static final double CALLS_AGAIN = 0.1;
    private static final double HOLDS = 0.06;
    private static final double IS_RATED = 0.6;
    private static final double RATES_BY_PHONE = 0.6;
    private static final double RATES_TWICE = 0.1;

    private final Nodes nodes;
    private final Pace pace;
    private final Hallway hallway;
    private final Person clerk;
    private final Person visitor;
    private final String window;
    private final SplittableRandom random;

    /**
     * @param near the nodes that are asked, by lot
     */
    Clerk(
            Nodes nodes,
            List<Node> near,
            Pace pace,
            Notebook notebook,
            Hallway hallway,
            String window,
            SplittableRandom random) {
        this.nodes = nodes;
        this.pace = pace;
        this.hallway = hallway;
        this.window = window;
        this.random = random;
        this.clerk = new Person(near, notebook, "window " + window, random.split());
        this.visitor = new Person(near, notebook, "visitor at " + window, random.split());
    }

    /** Works until the hallway is closed, and then serves who is there to the end. */
    void work() throws InterruptedException {
        String state = "closed";
        while (!hallway.isOver() || state.equals("called") || state.equals("serving")) {
            state =
                    switch (state) {
                        case "closed" -> at("open", Verb.OPEN, new JsonObject());
                        case "idle" -> call();
                        case "called" -> turn();
                        case "serving" -> end();
                        default -> throw new IllegalStateException(window + " is " + state);
                    };
            pace.pause(random);
        }
        clerk.leave();
        visitor.leave();
    }

    private String call() throws InterruptedException {
        Optional<String> somebody = hallway.anyWaiting(random);
        if (somebody.isPresent() && random.nextDouble() < CALLS_BY_NAME) {
            return at("call", Verb.NEXT, new JsonObject().put("ticket", somebody.get()));
        }
        return at("next", Verb.NEXT, new JsonObject());
    }

    private String turn() throws InterruptedException {
        return random.nextDouble() < CALLS_AGAIN
                ? at("recall", Verb.RECALL, new JsonObject())
                : at("serve", Verb.SERVE, new JsonObject());
    }

    private String end() throws InterruptedException {
        return random.nextDouble() < HOLDS
                ? at("hold", Verb.HOLD, new JsonObject())
                : at("finish", Verb.FINISH, new JsonObject().put("outcome", "DONE"));
    }

    /** {@return the window's state after it} */
    private String at(String act, Verb verb, JsonObject body) throws InterruptedException {
        Optional<Act> did =
                clerk.ask(
                        new Errand(
                                verb,
                                "POST",
                                "/api/windows/" + window + "/" + act,
                                nodes.token("window"),
                                Optional.of(window),
                                Optional.empty(),
                                body));
        if (did.isEmpty() || !did.get().done()) {
            return look();
        }
        Act done = did.get();
        done.ticket().ifPresent(hallway::left);
        if (verb == Verb.HOLD) {
            done.ticket().ifPresent(hallway::held);
        }
        if (verb == Verb.FINISH && random.nextDouble() < IS_RATED) {
            rate(done.ticket().orElseThrow());
        }
        return done.answer().getString("state");
    }

    private String look() throws InterruptedException {
        return clerk.read("/api/windows/" + window, nodes.token("window")).getString("state");
    }

    private void rate(String ticket) throws InterruptedException {
        boolean byPhone = random.nextDouble() < RATES_BY_PHONE;
        Optional<String> link = hallway.link(ticket);
        if (byPhone && link.isEmpty()) {
            return;
        }
        for (int i = 0; i < (random.nextDouble() < RATES_TWICE ? 2 : 1); i++) {
            visitor.ask(
                    new Errand(
                            Verb.RATE,
                            "POST",
                            "/api/ratings",
                            byPhone ? link.orElseThrow() : nodes.token("manager"),
                            Optional.empty(),
                            Optional.of(ticket),
                            new JsonObject()
                                    .put("ticket", ticket)
                                    .put("level", List.of(5, 5, 4, 3, 2, 1).get(random.nextInt(6)))
                                    .put("comment", "一句话")
                                    .put("channel", byPhone ? "qr" : "paper")));
        }
    }
}
