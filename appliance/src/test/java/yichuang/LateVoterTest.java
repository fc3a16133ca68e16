package yichuang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who comes to a hall with a past reports that past as the others do, byte for byte. */
class LateVoterTest {
    private static final String MONDAY = "/api/reports/day/2026-03-02.csv";
    private static final String TUESDAY = "/api/reports/day/2026-03-03.csv";

    @TempDir Path dir;
    private ManyControllers hall;
    private int keys;

    @BeforeEach
    void begin() {
        hall = new ManyControllers(dir, Path.of("../config/hall.yaml"));
    }

    @AfterEach
    void end() {
        hall.close();
    }

    @Test
    void voters_that_join_after_two_days_have_both_days() throws Exception {
        hall.found("n1");
        visits(12);
        hall.stop("n1");
        hall.itIs("2026-03-03T09:00:00+08:00");
        hall.again("n1");
        visits(7);
        hall.join("n1", "n2", "voter");
        hall.join("n1", "n3", "voter");
        assertEquals(
                200,
                hall.get("n2", "manager", "/api/manager").status(),
                "live figures do not wait for rows");
        ManyControllers.until("all vote", () -> hall.nodes("n3").equals("n1 up, n2 up, n3 up"));
        visits(2);

        String monday = hall.file("n1", "manager", MONDAY);
        assertTrue(monday.lines().count() > 12, monday);
        for (String node : List.of("n2", "n3")) {
            ManyControllers.until(
                    node + " has the rows", () -> !hall.file(node, "manager", MONDAY).isEmpty());
            assertEquals(monday, hall.file(node, "manager", MONDAY));
            assertEquals(hall.file("n1", "manager", TUESDAY), hall.file(node, "manager", TUESDAY));
        }
    }

    private void visits(int count) {
        String item =
                hall.get("n1", "kiosk", "/api/items")
                        .body()
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getString("code");
        for (int i = 0; i < count; i++) {
            JsonObject items = new JsonObject().put("items", List.of(item));
            int status = hall.post("n1", "kiosk", "/api/tickets", "t" + keys++, items).status();
            assertEquals(201, status);
        }
    }
}
