package yichuang.hall;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The small hall, in which window 2 hangs on node n2 and window 3 on node n3, and the islands that
 * these nodes are now and then.
 */
public final class DividedHall {
    public static final NodeId N2 = new NodeId("n2");
    public static final NodeId N3 = new NodeId("n3");
    public static final Instant MORNING = Instant.parse("2026-03-02T01:00:00Z");
    private static final int BATCH_BYTES = 600;

    private final Map<NodeId, Side> islands = new LinkedHashMap<>();
    private final Side main;

    public DividedHall() {
        this(MORNING);
    }

    /** All windows but 4 are open. */
    public DividedHall(Instant begins) {
        main = new Side("a", new Hall(), begins);
        main.agrees(new Command.Configure(setup()));
        main.agrees(new Command.OpenDay(Day.MONDAY));
        List.of(Side.ONE, Side.TWO, Side.THREE).forEach(main::opens);
    }

    public static Setup setup() {
        return Halls.withIslands(
                Halls.small(),
                List.of(
                        new IslandSetup(N2, "W", List.of(Side.TWO)),
                        new IslandSetup(N3, "X", List.of(Side.THREE))));
    }

    public Side main() {
        return main;
    }

    /** The node is cut off, from what it knows now; the hall notes it. */
    public Side cut(NodeId node) {
        Side island = alone(node, main.hall().snapshot(), Duration.ZERO);
        main.agrees(new Command.CutOff(node));
        return island;
    }

    /** {@return the island of a node that knows no more than this, with a clock so much off} */
    public Side alone(NodeId node, byte[] known, Duration off) {
        return alone(node, known, off, List.of());
    }

    public Side alone(NodeId node, byte[] known, Duration off, List<WindowId> unsure) {
        Hall copy = Hall.of(known);
        long epoch = copy.findIsland(node).map(JoinedIsland::epoch).orElse(0L) + 1;
        Instant now = main.now().plus(off);
        Side island = new Side(node + "." + epoch, copy, now.isAfter(copy.at()) ? now : copy.at());
        island.agrees(new Command.BeginIsland(node, epoch, unsure));
        islands.put(node, island);
        return island;
    }

    /** The island comes home, in several batches. */
    public void heal(NodeId node) {
        joins(node, Integer.MAX_VALUE);
        main.agrees(new Command.EndCutOff(node));
    }

    /** So many of the island's events come home. */
    public void joins(NodeId node, int events) {
        List<IslandEntry> all = islands.get(node).entries();
        batches(node, all.subList(0, Math.min(events, all.size())), BATCH_BYTES)
                .forEach(main::agrees);
    }

    /** {@return what is to be asked so that the hall has it} */
    public List<Command.JoinIsland> batches(NodeId node, List<IslandEntry> entries, int bytes) {
        long epoch = islands.get(node).hall().island().orElseThrow().epoch();
        return new ArrayList<>(IslandBatches.of(node, epoch, entries, bytes));
    }

    public Optional<Conflict> conflict() {
        return main.hall().conflicts().stream().findFirst();
    }
}
