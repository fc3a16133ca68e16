package yichuang.bench.faults;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import yichuang.bench.day.Act;
import yichuang.bench.day.Act.Verb;

/** People at one kiosk: they take tickets, some leave again, and who was held comes back. */
final class Kiosk {
    private static final int WAITING_MAX = 40;
    private static final double LEAVES = 0.15;

    private final Nodes nodes;
    private final Pace pace;
    private final Hallway hallway;
    private final List<String> items;
    private final Person person;
    private final SplittableRandom random;

    /**
     * @param near the nodes that are asked, by lot
     */
    Kiosk(
            Nodes nodes,
            List<Node> near,
            Pace pace,
            Notebook notebook,
            Hallway hallway,
            String name,
            List<String> items,
            SplittableRandom random) {
        this.nodes = nodes;
        this.pace = pace;
        this.hallway = hallway;
        this.items = items;
        this.random = random;
        this.person = new Person(near, notebook, name, random.split());
    }

    /** Gives tickets until the hallway is closed. */
    void work() throws InterruptedException {
        while (!hallway.isOver()) {
            if (hallway.waiting() < WAITING_MAX) {
                take();
            }
            Optional<String> held = hallway.nextHeld();
            if (held.isPresent()) {
                person.ask(
                        about(
                                held.get(),
                                Verb.BACK,
                                "POST",
                                "/api/tickets/" + held.get() + "/back"));
            }
            Optional<String> leaving = hallway.anyWaiting(random);
            if (leaving.isPresent() && random.nextDouble() < LEAVES) {
                person.ask(
                        about(
                                leaving.get(),
                                Verb.CANCEL,
                                "DELETE",
                                "/api/tickets/" + leaving.get()));
                hallway.left(leaving.get());
            }
            pace.pause(random);
        }
        person.leave();
    }

    private void take() throws InterruptedException {
        String item = items.get(random.nextInt(items.size()));
        Optional<Act> taken =
                person.ask(
                        new Errand(
                                Verb.TAKE,
                                "POST",
                                "/api/tickets",
                                nodes.token("kiosk"),
                                Optional.empty(),
                                Optional.empty(),
                                new JsonObject().put("items", List.of(item))));
        taken.filter(Act::done).ifPresent(act -> hallway.took(act.answer()));
    }

    private Errand about(String ticket, Verb verb, String method, String path) {
        return new Errand(
                verb,
                method,
                path,
                nodes.token("kiosk"),
                Optional.empty(),
                Optional.of(ticket),
                new JsonObject());
    }
}
