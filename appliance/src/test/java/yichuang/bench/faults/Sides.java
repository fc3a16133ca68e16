package yichuang.bench.faults;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * People who know one controller only: the kiosk before them and the console on their desk hang on
 * it. So when it is cut off each side has its own windows and visitors, and nobody asks the other.
 */
final class Sides {
    /** Which windows hang on which controller; the configuration says the same. */
    static final Map<String, List<String>> WINDOWS =
            new TreeMap<>(
                    Map.of(
                            "n1", List.of("4", "10"),
                            "n2", List.of("5", "11", "16"),
                            "n3", List.of("13", "18"),
                            "s1", List.of("6", "12", "17")));

    /** The letter of the numbers that each gives while it is cut off. */
    static final Map<String, String> LETTERS = Map.of("n1", "W", "n2", "X", "n3", "Y", "s1", "Z");

    private static final int KIOSKS_EACH = 2;
    private static final Pace CLERKS = new Pace(30, 90);
    private static final Pace KIOSK_USERS = new Pace(60, 180);

    private final Map<String, Hallway> hallways = new TreeMap<>();
    private final Crew crew = new Crew();

    /** They begin at once. */
    Sides(Nodes nodes, Notebook notebook, JsonObject hall, SplittableRandom random) {
        for (Node node : nodes.all()) {
            Hallway hallway = new Hallway();
            hallways.put(node.name(), hallway);
            List<Node> near = List.of(node);
            for (String window : WINDOWS.get(node.name())) {
                Clerk clerk =
                        new Clerk(nodes, near, CLERKS, notebook, hallway, window, random.split());
                crew.start("window " + window, clerk::work);
            }
            List<String> items = items(hall, WINDOWS.get(node.name()));
            for (int i = 1; i <= KIOSKS_EACH; i++) {
                String name = "kiosk " + i + " at " + node.name();
                Kiosk kiosk =
                        new Kiosk(
                                nodes,
                                near,
                                KIOSK_USERS,
                                notebook,
                                hallway,
                                name,
                                items,
                                random.split());
                crew.start(name, kiosk::work);
            }
        }
    }

    /** {@return what these windows do first of all} */
    private static List<String> items(JsonObject hall, List<String> windows) {
        TreeSet<String> items = new TreeSet<>();
        for (Object one : hall.getJsonArray("windows")) {
            JsonObject window = (JsonObject) one;
            if (windows.contains(window.getString("id"))) {
                window.getJsonArray("skills").forEach(item -> items.add(item.toString()));
            }
        }
        return List.copyOf(items);
    }

    /** Nobody comes any more; who is called or served is served to the end. */
    void goHome() throws InterruptedException {
        hallways.values().forEach(Hallway::end);
        crew.join();
    }
}
