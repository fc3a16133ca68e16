package yichuang.storm;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yichuang.cluster.IslandMark;
import yichuang.hall.Answer;
import yichuang.hall.Command;
import yichuang.hall.Hall;
import yichuang.hall.NodeId;
import yichuang.leader.IslandLog;
import yichuang.leader.Reading;
import yichuang.log.LogState.Condition;
import yichuang.log.NodeName;
import yichuang.storm.disk.PowerCut;

/**
 * What a node does about being cut off, once a second, as the shipped one does it by its timers:
 * without a leader for 15 s it goes on as an island, looks for its hall, and brings home what it
 * did. What is written, read and asked is the shipped code's; only who calls it when is made up.
 */
final class Severed {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration LOOK_MAX = Duration.ofMillis(1_500);

    /** That a leader is gone a node knows after 3 s. */
    private static final Duration ALONE_AFTER = Duration.ofSeconds(12);

    /** That a node is gone the link knows after 4 s. */
    private static final Duration CUT_OFF_AFTER = Duration.ofSeconds(12);

    private static final Duration MAJORITY_FOR = Duration.ofSeconds(2);
    private static final int DOUBLINGS_MAX = 6;

    private final Storm storm;
    private final Node node;
    private final Map<String, Duration> away = new HashMap<>();
    private Optional<IslandMark> mark = Optional.empty();
    private Optional<BringingHome> bringing = Optional.empty();
    private long looked;
    private Duration alone = Duration.ZERO;
    private Duration company = Duration.ZERO;
    private long recorded;

    Severed(Storm storm, Node node) {
        this.storm = storm;
        this.node = node;
    }

    /** Reads the disk at a start. */
    void start() throws IOException {
        mark = IslandMark.find(folder());
        looked = node.clock().nanos();
        alone = Duration.ZERO;
        company = Duration.ZERO;
        away.clear();
        bringing = Optional.empty();
    }

    /** {@return the island that this node is by its disk} */
    Optional<IslandMark> alone() {
        return mark.filter(one -> one.phase() == IslandMark.Phase.ALONE);
    }

    boolean homeward() {
        return mark.filter(one -> one.phase() == IslandMark.Phase.HOMEWARD).isPresent();
    }

    private Path folder() {
        return node.disk().folder("/island");
    }

    Path log(long epoch) {
        return node.disk().folder("/island/" + epoch);
    }

    private String name() {
        return node.name().name();
    }

    /** From now on once a second, for as long as this process lives. */
    void begin(Running running) {
        node.later(
                LOOK,
                () -> {
                    if (node.runs(running)) {
                        look(running);
                        begin(running);
                    }
                });
    }

    private void look(Running running) {
        Duration passed = Duration.ofNanos(node.clock().nanos() - looked);
        looked = node.clock().nanos();
        Duration counted = passed.compareTo(LOOK_MAX) > 0 ? LOOK_MAX : passed;
        try {
            if (running.island()) {
                lookForTheHall(counted);
            } else {
                lookForALeader(running, counted);
            }
        } catch (IOException notNow) {
            // The disk is full or failed a sync; the next look tries it again.
        } catch (PowerCut end) {
            // The node finds its disk off.
        }
    }

    // In the hall.

    private void lookForALeader(Running running, Duration counted) throws IOException {
        recorded = Math.max(recorded, index(running));
        boolean leads = running.log().state().leading();
        boolean nobody =
                switch (running.log().state().condition()) {
                    case Condition.Following following ->
                            !storm.network().reaches(node.name(), new NodeName(following.leader()));
                    case Condition.NoLeader _, Condition.Starting _ -> true;
                    case Condition.Leading _,
                            Condition.ReadOnly _,
                            Condition.Stopped _,
                            Condition.Closed _ ->
                            false;
                };
        cutOff(running, leads, counted);
        alone = nobody ? alone.plus(counted) : Duration.ZERO;
        if (alone.compareTo(ALONE_AFTER) >= 0) {
            serveAlone(running);
        } else if (!nobody) {
            bringHome(running);
        }
    }

    private static long index(Running running) {
        return running.leader().read(Reading::index).join();
    }

    private void cutOff(Running running, boolean leads, Duration counted) {
        if (!leads) {
            away.clear();
            return;
        }
        for (Node other : storm.nodes()) {
            String name = other.name().name();
            if (other == node || storm.network().meet(node, other)) {
                away.put(name, Duration.ZERO);
            } else if (away.merge(name, counted, Duration::plus).compareTo(CUT_OFF_AFTER) >= 0) {
                ask(running, new Command.CutOff(new NodeId(name)));
            }
        }
        if (storm.plan().variant() == Variant.MAIN_HALL_TAKES_OVER) {
            storm.parts()
                    .stuck()
                    .forEach(window -> ask(running, new Command.ReleaseWindow(window)));
        }
    }

    private static void ask(Running running, Command command) {
        var unused =
                running.leader()
                        .ask(new yichuang.hall.TokenId("cut-off"), Optional.empty(), command);
    }

    private void serveAlone(Running running) throws IOException {
        if (homeward()) {
            keep(mark.orElseThrow().aloneAgain());
            node.turn();
            return;
        }
        IslandLog log = running.isCurrent() ? fromCopy(running) : fromDisk(running);
        if (log.answer() instanceof Answer.Refused) {
            return;
        }
        log.write(log(log.epoch()), name(), storm.plan().limits());
        keep(
                new IslandMark(
                        log.epoch(), IslandMark.Phase.ALONE, log.term(), log.index(), log.at(), 0));
        storm.counters().islands++;
        node.turn();
    }

    private IslandLog fromCopy(Running running) {
        return running.leader()
                .read(
                        reading ->
                                IslandLog.from(
                                        reading.hall(),
                                        new NodeId(name()),
                                        running.log().state().term(),
                                        reading.index(),
                                        reading.now()))
                .join();
    }

    /** What the last second before the power cut had is not certain to have been agreed. */
    private IslandLog fromDisk(Running running) throws IOException {
        storm.parts().disturbed(name());
        Instant now = running.leader().clock().now();
        return IslandLog.from(
                node.disk().root(),
                Math.max(recorded, running.log().state().committedIndex()),
                new NodeId(name()),
                running.log().state().term(),
                now);
    }

    private void bringHome(Running running) throws IOException {
        Hall hall = running.hall();
        if (bringing.filter(one -> !one.isOver(running)).isPresent()) {
            return;
        }
        NodeId self = new NodeId(name());
        if (mark.isEmpty() && !hall.isAway(self)) {
            return;
        }
        BringingHome errand = new BringingHome(storm, node, running);
        if (mark.isEmpty()) {
            bringing = Optional.of(errand);
            errand.begin(List.of(new Command.EndCutOff(self)));
            return;
        }
        IslandMark island = mark.get();
        var entries = IslandLog.entries(log(island.epoch()), island.index());
        if (errand.isHome(hall, island.epoch(), entries)) {
            IslandMark.lift(folder());
            mark = Optional.empty();
            storm.counters().islandsHealed++;
            storm.parts().home(name());
        } else {
            bringing = Optional.of(errand);
            errand.begin(errand.batches(hall, island.epoch(), entries));
        }
    }

    private void keep(IslandMark island) throws IOException {
        java.nio.file.Files.createDirectories(folder());
        island.keep(folder());
        mark = Optional.of(island);
    }

    // On an island.

    private void lookForTheHall(Duration counted) throws IOException {
        List<Node> there =
                storm.nodes().stream()
                        .filter(other -> other != node && storm.network().meet(node, other))
                        .toList();
        boolean led = there.stream().anyMatch(Node::leads);
        boolean couldElect = there.size() + 1 > storm.nodes().size() / 2;
        company = couldElect ? company.plus(counted) : Duration.ZERO;
        Duration enough =
                MAJORITY_FOR.multipliedBy(1L << Math.min(mark.orElseThrow().vain(), DOUBLINGS_MAX));
        if (led || company.compareTo(enough) >= 0) {
            keep(mark.orElseThrow().homeward());
            node.turn();
        }
    }
}
