package yichuang.storm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import yichuang.hall.Command;
import yichuang.hall.WindowId;

/**
 * One run of one seed: a hall of 1, 3 or 5 voters with its people, trouble for so many steps, then
 * everything heals and the hall must get on. The same seed is the same run, step by step.
 */
final class Storm {
    private static final List<WindowId> WINDOWS =
            List.of(new WindowId("1"), new WindowId("2"), new WindowId("3"), new WindowId("4"));

    /** Within this time after the healing everybody must have an answer, a new ticket too. */
    private static final Duration GETS_ON = Duration.ofSeconds(60);

    /** Then the last word of the leader has come to everybody. */
    private static final Duration STAYS_CALM = Duration.ofSeconds(3);

    private final Plan plan;
    private final Chance chance;
    private final Scheduler scheduler = new Scheduler();
    private final Counters counters = new Counters();
    private final Histories histories = new Histories();
    private final Questions questions = new Questions(this);
    private final Parts parts;
    private final Judge judge;
    private final List<Node> nodes = new ArrayList<>();
    private final Network network;
    private final Visitors visitors;
    private final Trouble trouble;
    private boolean ending;
    private int asking;

    /**
     * What a run came to.
     *
     * @param trace a number made of every random decision and every time: the same run has the same
     */
    record Result(long seed, List<String> violations, Counters counters, long trace) {}

    private Storm(Plan plan) {
        this.plan = plan;
        chance = new Chance(plan.seed());
        parts = new Parts(homes());
        judge = new Judge(parts);
        network = new Network(scheduler, chance, judge, plan.variant());
        trouble = new Trouble(this);
        for (int at = 0; at < plan.voters().size(); at++) {
            nodes.add(new Node(plan, this, plan.voters().get(at), windowsOf(at)));
        }
        visitors = new Visitors(this);
    }

    private List<WindowId> windowsOf(int node) {
        List<WindowId> own = new ArrayList<>();
        for (int at = node; at < WINDOWS.size(); at += plan.voters().size()) {
            own.add(WINDOWS.get(at));
        }
        return own;
    }

    private Map<WindowId, String> homes() {
        Map<WindowId, String> homes = new LinkedHashMap<>();
        for (int at = 0; at < plan.voters().size(); at++) {
            String name = plan.voters().get(at).name();
            windowsOf(at).forEach(window -> homes.put(window, name));
        }
        return homes;
    }

    /** Runs a seed. */
    static Result run(long seed, Variant variant, int troubleSteps) {
        Storm storm = new Storm(Plan.of(seed, variant, troubleSteps));
        try {
            storm.run();
        } catch (RuntimeException | Error bug) {
            storm.judge.violated("the storm itself threw " + bug);
            if (storm.judge.violations().size() == 1) {
                throw bug;
            }
        }
        return new Result(
                seed,
                storm.judge.violations(),
                storm.counters,
                31 * storm.chance.nextLong() + storm.scheduler.now());
    }

    private void run() {
        nodes.forEach(Node::start);
        new Asker(this, "admin")
                .ask(
                        Requests.command(
                                new Command.Configure(
                                        Divided.setup(
                                                plan,
                                                IntStream.range(0, nodes.size())
                                                        .mapToObj(this::windowsOf)
                                                        .toList()))),
                        (answer, begun) -> opened());
        while (scheduler.steps() < plan.troubleSteps() && judge.clean()) {
            scheduler.step();
        }
        if (judge.clean()) {
            trouble.end();
            getOn();
        }
        count();
    }

    private void opened() {
        WINDOWS.forEach(window -> new Clerk(this, window, home(window)).begin());
        visitors.begin();
        new Officer(this).begin();
        if (plan.islands()) {
            new Manager(this).begin();
        }
        trouble.begin();
    }

    private Node home(WindowId window) {
        return nodes.get(WINDOWS.indexOf(window) % nodes.size());
    }

    private void getOn() {
        boolean[] taken = new boolean[1];
        visitors.take(new Asker(this, "fresh"), () -> taken[0] = true);
        long until = scheduler.now() + GETS_ON.toNanos();
        ending = true;
        AfterTheStorm after = new AfterTheStorm(this);
        long calmSince = Long.MAX_VALUE;
        while (judge.clean() && scheduler.now() < until) {
            boolean calm = taken[0] && asking == 0 && after.isCalm();
            calmSince = calm ? Math.min(calmSince, scheduler.now()) : Long.MAX_VALUE;
            if (calm && scheduler.now() - calmSince > STAYS_CALM.toNanos()) {
                after.check();
                return;
            }
            scheduler.step();
        }
        if (judge.clean()) {
            judge.violated(
                    "%s after all was healed: a fresh ticket taken %s, without an answer %d, %s"
                            .formatted(GETS_ON, taken[0], asking, after.differences()));
        }
    }

    private void count() {
        counters.seeds = 1;
        counters.steps = scheduler.steps();
        for (Node node : nodes) {
            counters.tornTails += node.disk().tornTails();
            counters.diskFulls += node.disk().refusedForRoom();
        }
    }

    Parts parts() {
        return parts;
    }

    Questions questions() {
        return questions;
    }

    Node node(String name) {
        return nodes.stream()
                .filter(one -> one.name().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Plan plan() {
        return plan;
    }

    Chance chance() {
        return chance;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    Judge judge() {
        return judge;
    }

    Counters counters() {
        return counters;
    }

    Histories histories() {
        return histories;
    }

    List<Node> nodes() {
        return nodes;
    }

    Network network() {
        return network;
    }

    Visitors visitors() {
        return visitors;
    }

    /** {@return whether nobody begins anything new} */
    boolean isEnding() {
        return ending;
    }

    /** {@return whether this answer gets lost on its way to the client} */
    boolean losesAnswer() {
        return !ending && chance.in(0.03);
    }

    void asked() {
        asking++;
    }

    void answered() {
        asking--;
        counters.acknowledged++;
    }
}
