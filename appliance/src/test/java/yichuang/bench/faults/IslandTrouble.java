package yichuang.bench.faults;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import yichuang.bench.Figures;
import yichuang.bench.day.Act;

/**
 * Cuts one controller off, a round: until it serves alone and people have been served on both
 * sides, then mends its cable and waits until all is one hall again. Whom, the seed says.
 */
final class IslandTrouble {
    private static final Duration STANDS_AGAIN_MAX = Duration.ofSeconds(90);
    private static final Duration ISLAND_MAX = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 100;

    /** So many are served on both sides together before the cable is whole again. */
    private static final int SERVED = 200;

    private static final int SERVED_THERE = 40;
    private static final Duration SERVING_MAX = Duration.ofSeconds(90);

    private final Nodes nodes;
    private final Notebook notebook;
    private final SplittableRandom random;
    private final List<IslandRound> rounds = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    IslandTrouble(Nodes nodes, Notebook notebook, SplittableRandom random) {
        this.nodes = nodes;
        this.notebook = notebook;
        this.random = random;
    }

    List<IslandRound> rounds() {
        return List.copyOf(rounds);
    }

    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /**
     * One round, from one hall to one hall.
     *
     * @return whether it was one again
     */
    boolean round(int number) throws IOException, InterruptedException {
        Optional<Node> leader = awaitOneHall();
        if (leader.isEmpty()) {
            wrong.add("no one hall before round " + number);
            return false;
        }
        Node struck = nodes.all().get(random.nextInt(nodes.all().size()));
        String role = struck == leader.get() ? "leader" : struck.votes() ? "follower" : "satellite";
        Thread.sleep(500 + random.nextInt(1_000));
        long cut = System.nanoTime();
        struck.cut(Cables.Cut.BOTH_WAYS);
        long first = 0;
        long mend;
        try {
            first = awaitIslandTicket(struck, cut);
            awaitServed(struck, first);
        } finally {
            mend = System.nanoTime();
            struck.mend();
        }
        boolean home = awaitOneHall().isPresent();
        IslandRound round =
                new IslandRound(
                        number,
                        struck.name(),
                        role,
                        cut,
                        first,
                        mend,
                        home ? System.nanoTime() : 0,
                        served(struck, true, cut),
                        served(struck, false, cut));
        rounds.add(round);
        notebook.add(round.json());
        Figures.say(
                "%3d %-2s %-9s first ticket of its own after %.1f s, served there %d, elsewhere"
                        + " %d, one hall %.1f s after mending",
                number,
                struck.name(),
                role,
                round.secondsToFirstTicket(),
                round.there(),
                round.here(),
                round.secondsToOneHall());
        if (!round.whole()) {
            wrong.add("round " + number + " at " + struck.name() + ": " + round.json().encode());
        }
        Thread.sleep(500 + random.nextInt(2_000)); // some acts in peace belong to the round
        return home;
    }

    /** {@return when the struck node gave its first number of its own; 0 when it never did} */
    private long awaitIslandTicket(Node struck, long cut) throws InterruptedException {
        long end = System.nanoTime() + ISLAND_MAX.toNanos();
        while (System.nanoTime() < end) {
            Optional<String> letters =
                    nodes.hallAt(struck)
                            .map(hall -> hall.getJsonObject("island"))
                            .map(island -> island.getJsonArray("letters").encode());
            if (letters.isPresent()) {
                long first =
                        notebook.acts().stream()
                                .filter(act -> act.verb() == Act.Verb.TAKE && act.done())
                                .filter(act -> act.answeredNanos() > cut)
                                .filter(act -> act.who().endsWith(" at " + struck.name()))
                                .filter(act -> letters.get().contains(letter(act.answer())))
                                .mapToLong(Act::answeredNanos)
                                .min()
                                .orElse(0);
                if (first > 0) {
                    return first;
                }
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return 0;
    }

    private static String letter(JsonObject ticket) {
        return "\"" + ticket.getString("number").replaceAll("\\d", "") + "\"";
    }

    private void awaitServed(Node struck, long since) throws InterruptedException {
        long end = System.nanoTime() + SERVING_MAX.toNanos();
        while (System.nanoTime() < end && since > 0) {
            long there = served(struck, true, since);
            if (there >= SERVED_THERE && there + served(struck, false, since) >= SERVED) {
                return;
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    /** {@return how many visits were closed at the windows of this node, or at all others} */
    private long served(Node struck, boolean there, long since) {
        List<String> windows = Sides.WINDOWS.get(struck.name());
        return notebook.acts().stream()
                .filter(act -> act.verb() == Act.Verb.FINISH && act.done())
                .filter(act -> act.answeredNanos() > since)
                .filter(act -> windows.contains(act.window().orElse("")) == there)
                .count();
    }

    /** {@return who leads, once all nodes say so, no node is an island and nobody is cut off} */
    private Optional<Node> awaitOneHall() throws InterruptedException {
        long end = System.nanoTime() + STANDS_AGAIN_MAX.toNanos();
        while (System.nanoTime() < end) {
            Optional<Node> leader = nodes.awaitOneLeader(Duration.ZERO);
            if (leader.isPresent() && nodes.all().stream().allMatch(this::isWhole)) {
                return leader;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return Optional.empty();
    }

    private boolean isWhole(Node node) {
        return nodes.hallAt(node)
                .filter(hall -> hall.getValue("island") == null)
                .filter(
                        hall ->
                                hall.getJsonArray("windows").stream()
                                        .map(JsonObject.class::cast)
                                        .noneMatch(window -> window.getBoolean("cutOff", false)))
                .isPresent();
    }
}
