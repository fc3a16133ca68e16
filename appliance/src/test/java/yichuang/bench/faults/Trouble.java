package yichuang.bench.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import yichuang.bench.Figures;

/**
 * Makes one fault a round and takes it away again. The kinds come in a shuffled deck, so that each
 * is had equally often; whom it strikes, and for how long, the seed says. A cut lasts less than the
 * 15 s after which a node may call itself an island.
 */
final class Trouble {
    private static final Duration STANDS_AGAIN_MAX = Duration.ofSeconds(60);
    private static final int BALLAST_BYTES = 64 * 1024;
    private static final int STOP_LEADER_MILLIS = 10_000;

    private final Nodes nodes;
    private final Node smallDisk;
    private final Notebook notebook;
    private final SplittableRandom random;
    private final List<FaultKind> deck = new ArrayList<>();
    private final List<String> notHealed = new ArrayList<>();

    /**
     * @param smallDisk the node whose disk is small enough to be filled
     */
    Trouble(Nodes nodes, Node smallDisk, Notebook notebook, SplittableRandom random) {
        this.nodes = nodes;
        this.smallDisk = smallDisk;
        this.notebook = notebook;
        this.random = random;
    }

    /**
     * One round, from a hall that stands to a hall that stands.
     *
     * @return whether it stands again
     */
    boolean round(int number) throws IOException, InterruptedException {
        Optional<Node> leader = nodes.awaitOneLeader(STANDS_AGAIN_MAX);
        if (leader.isEmpty()) {
            notHealed.add("nobody leads before round " + number);
            return false;
        }
        FaultKind kind = draw();
        Node struck = whom(kind, leader.get());
        Thread.sleep(300 + random.nextInt(900));
        Span span = strike(kind, struck);
        Optional<Node> next = nodes.awaitOneLeader(STANDS_AGAIN_MAX);
        long healthy = System.nanoTime();
        Thread.sleep(500); // some acts in peace belong to the round
        String name = kind == FaultKind.KILL_ALL ? "all" : struck.name();
        Round round = new Round(number, kind, name, leader.get().name(), span, healthy);
        notebook.add(round);
        Figures.say(
                "%3d %-14s %-3s %s → %s, away after %.1f s, hall whole %.1f s later, first act"
                        + " after %.2f s",
                number,
                kind.key(),
                name,
                round.leader(),
                next.map(Node::name).orElse("nobody"),
                (span.endNanos() - span.beginNanos()) / 1e9,
                (healthy - span.endNanos()) / 1e9,
                Outages.seconds(round, notebook.attempts()));
        if (next.isEmpty()) {
            notHealed.add("nobody leads after round " + number + ", " + kind.key() + " " + name);
        }
        return next.isPresent();
    }

    List<String> notHealed() {
        return List.copyOf(notHealed);
    }

    private FaultKind draw() {
        if (deck.isEmpty()) {
            boolean satellites = nodes.all().stream().anyMatch(node -> !node.votes());
            Arrays.stream(FaultKind.values())
                    .filter(kind -> satellites || !kind.strikesSatellite())
                    .forEach(deck::add);
            Collections.shuffle(deck, new Random(random.nextLong()));
        }
        return deck.removeLast();
    }

    private Node whom(FaultKind kind, Node leader) {
        if (kind == FaultKind.FULL_DISK) {
            return smallDisk;
        }
        if (kind.strikesLeader() || kind == FaultKind.KILL_ALL) {
            return leader;
        }
        List<Node> choice =
                nodes.all().stream()
                        .filter(node -> node.votes() != kind.strikesSatellite())
                        .filter(node -> node != leader)
                        .toList();
        return choice.get(random.nextInt(choice.size()));
    }

    /** {@return from when to when the fault was there; the hall has not healed yet} */
    private Span strike(FaultKind kind, Node node) throws IOException, InterruptedException {
        return switch (kind) {
            case KILL_LEADER, KILL_FOLLOWER, KILL_SATELLITE -> {
                long begin = System.nanoTime();
                node.kill();
                long there = System.nanoTime();
                Thread.sleep(500 + random.nextInt(3_000));
                node.start();
                yield new Span(begin, there, System.nanoTime());
            }
            case KILL_ALL -> {
                long begin = System.nanoTime();
                nodes.all().forEach(Node::kill);
                long there = System.nanoTime();
                Nodes.startAgain(nodes.all());
                yield new Span(begin, there, System.nanoTime());
            }
            case STOP_LEADER -> stop(node, STOP_LEADER_MILLIS);
            case STOP_FOLLOWER -> stop(node, 4_000 + random.nextInt(5_000));
            case CUT_LEADER, CUT_FOLLOWER, CUT_SATELLITE -> cut(node, Cables.Cut.BOTH_WAYS);
            case DEAF_LEADER -> cut(node, Cables.Cut.DEAF);
            case MUTE_LEADER -> cut(node, Cables.Cut.MUTE);
            case FULL_DISK -> fill(node);
        };
    }

    private static Span stop(Node node, int millis) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        node.stop();
        long there = System.nanoTime();
        try {
            Thread.sleep(millis);
        } finally {
            node.goOn();
        }
        return new Span(begin, there, System.nanoTime());
    }

    private Span cut(Node node, Cables.Cut how) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        node.cut(how);
        long there = System.nanoTime();
        try {
            Thread.sleep(4_000 + random.nextInt(5_000));
        } finally {
            node.mend();
        }
        return new Span(begin, there, System.nanoTime());
    }

    /** Not a byte is left; then as much as before. */
    private Span fill(Node node) throws IOException, InterruptedException {
        Path ballast = node.data().resolveSibling("ballast");
        try (OutputStream out = Files.newOutputStream(ballast)) {
            byte[] some = new byte[BALLAST_BYTES];
            while (true) {
                out.write(some);
            }
        } catch (IOException full) {
            long begin = System.nanoTime();
            Thread.sleep(3_000 + random.nextInt(3_000));
            return new Span(begin, begin, System.nanoTime());
        } finally {
            Files.delete(ballast);
        }
    }
}
