package yichuang.bench.faults;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Who is in the hall: three windows for each of three kinds of work, so that windows compete for
 * the same tickets, and six kiosks. Each on a thread of their own.
 */
final class People {
    private static final List<String> WINDOWS =
            List.of("4", "5", "6", "10", "11", "12", "16", "17", "18");
    private static final int KIOSKS = 6;
    private static final Pace CLERKS = new Pace(100, 500);
    private static final Pace KIOSK_USERS = new Pace(150, 500);

    private final Hallway hallway = new Hallway();
    private final Crew crew = new Crew();

    /** They begin at once. */
    People(Nodes nodes, Notebook notebook, JsonObject hall, SplittableRandom random) {
        List<String> items = items(hall);
        for (String window : WINDOWS) {
            Clerk clerk =
                    new Clerk(
                            nodes, nodes.all(), CLERKS, notebook, hallway, window, random.split());
            crew.start("window " + window, clerk::work);
        }
        for (int i = 1; i <= KIOSKS; i++) {
            String name = "kiosk " + i;
            Kiosk kiosk =
                    new Kiosk(
                            nodes,
                            nodes.all(),
                            KIOSK_USERS,
                            notebook,
                            hallway,
                            name,
                            items,
                            random.split());
            crew.start(name, kiosk::work);
        }
    }

    /** {@return what these windows do} */
    private static List<String> items(JsonObject hall) {
        TreeSet<String> items = new TreeSet<>();
        for (Object one : hall.getJsonArray("windows")) {
            JsonObject window = (JsonObject) one;
            if (WINDOWS.contains(window.getString("id"))) {
                window.getJsonArray("skills").forEach(item -> items.add(item.toString()));
            }
        }
        return List.copyOf(items);
    }

    /** Nobody comes any more; who is called or served is served to the end. */
    void goHome() throws InterruptedException {
        hallway.end();
        crew.join();
    }
}
