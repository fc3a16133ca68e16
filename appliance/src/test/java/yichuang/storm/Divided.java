package yichuang.storm;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import yichuang.hall.Halls;
import yichuang.hall.IslandSetup;
import yichuang.hall.NodeId;
import yichuang.hall.Setup;
import yichuang.hall.WindowId;

/** The small hall, furnished so that it may come apart. */
final class Divided {
    /** Letters that no series of the small hall has. */
    private static final String LETTERS = "VWXYZ";

    private Divided() {}

    /** {@return the hall of a plan, with the windows that hang on each node} */
    static Setup setup(Plan plan, List<List<WindowId>> windows) {
        Setup quick = Halls.quick();
        if (!plan.islands()) {
            return quick;
        }
        List<IslandSetup> islands = new ArrayList<>();
        IntStream.range(0, windows.size())
                .forEach(
                        at ->
                                islands.add(
                                        new IslandSetup(
                                                new NodeId(plan.voters().get(at).name()),
                                                letter(plan, at),
                                                windows.get(at))));
        return Halls.withIslands(quick, islands);
    }

    private static String letter(Plan plan, int node) {
        return plan.variant() == Variant.ISLAND_REUSES_MAIN_NUMBERS
                ? "A"
                : LETTERS.substring(node, node + 1);
    }
}
