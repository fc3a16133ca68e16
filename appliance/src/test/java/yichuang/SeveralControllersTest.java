package yichuang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three whole controllers in one program, each with its own disk, port and certificate. */
class SeveralControllersTest {
    @TempDir Path dir;

    private ManyControllers hall;

    @AfterEach
    void stop() {
        hall.close();
    }

    @Test
    void a_hall_of_three_goes_on_without_the_one_that_leads_and_takes_a_satellite_in()
            throws Exception {
        hall = new ManyControllers(dir, Path.of("../config/hall.yaml"));
        hall.found("n1");
        String code = hall.code("n1", "n2", "voter");
        hall.joinBy(code, "n1", "n2");
        hall.join("n1", "n3", "voter");
        ManyControllers.until(
                "all three vote", () -> hall.nodes("n3").equals("n1 up, n2 up, n3 up"));

        String item = item();
        JsonObject ticket = takes("n2", "t1", item).body();
        assertEquals("A0001", ticket.getString("number"));
        String read = "/api/tickets/" + ticket.getString("id");
        for (String node : List.of("n1", "n2", "n3")) {
            assertEquals("waiting", state(node, read), node);
        }
        String window = window(item);
        hall.post("n3", "window", "/api/windows/" + window + "/open", "o1", new JsonObject());
        JsonObject called =
                hall.post(
                                "n1",
                                "window",
                                "/api/windows/" + window + "/next",
                                "n1",
                                new JsonObject())
                        .body();
        assertEquals("A0001", called.getJsonObject("ticket").getString("number"));

        hall.stop("n1");
        ManyControllers.until("the other two go on", () -> takes("n2", "t2", item).status() == 201);
        JsonObject again = takes("n3", "t2", item).body();
        assertEquals("A0002", again.getString("number"), "the same key, another node, once");
        assertEquals("called", state("n3", read));

        hall.join("n2", "n5", "satellite");
        ManyControllers.until(
                "the satellite has the hall", () -> hall.nodes("n5").contains("n5 up"));
        JsonObject third = takes("n5", "t3", item).body();
        assertEquals("A0003", third.getString("number"), "taken at a node without a log");
        assertEquals("n5", hall.hall("n5").getString("node"));
        assertEquals(2, hall.hall("n5").getJsonArray("waiting").size());
        assertEquals("called", state("n5", read));

        ManyControllers.until(
                "the grid has who is there",
                () -> hall.grid("n5").members().equals(Set.of("n2", "n3", "n5")));
        ManyControllers.until("the feed comes by the grid", () -> hall.grid("n5").heard() > 0);
        assertEquals(201, takes("n3", "t4", item).status());
        assertEquals(3, hall.hall("n5").getJsonArray("waiting").size());
        hall.grid("n5").close();
        assertEquals(201, takes("n3", "t5", item).status());
        ManyControllers.until(
                "without the grid the feed comes by the link",
                () -> hall.hall("n5").getJsonArray("waiting").size() == 4);

        IOException refused = assertThrows(IOException.class, () -> hall.joinBy(code, "n2", "n4"));
        assertTrue(refused.getMessage().contains("已用过"), refused.getMessage());
    }

    @Test
    void a_controller_that_starts_while_the_others_are_away_waits_for_one_of_them()
            throws Exception {
        hall = new ManyControllers(dir, Path.of("../config/hall.yaml"));
        hall.found("n1");
        hall.join("n1", "n2", "voter");
        hall.join("n1", "n3", "voter");
        ManyControllers.until(
                "all three vote", () -> hall.nodes("n3").equals("n1 up, n2 up, n3 up"));
        assertEquals("A0001", takes("n2", "t1", item()).body().getString("number"));
        List.of("n1", "n2", "n3").forEach(hall::stop);
        hall.again("n1");
        ManyControllers.Got got = hall.get("n1", "manager", "/api/hall");
        assertEquals(503, got.status(), "what was committed it cannot know alone");
        assertEquals("urn:yichuang:no-leader", got.body().getString("type"));
        assertEquals(
                new JsonObject(),
                hall.firstLine("n1").getJsonObject("tokens"),
                "nobody can grant any");
        hall.again("n2");
        ManyControllers.until(
                "two go on", () -> hall.get("n1", "manager", "/api/hall").status() == 200);
        assertEquals(1, hall.hall("n1").getJsonArray("waiting").size());
    }

    private ManyControllers.Got takes(String node, String key, String item) {
        return hall.post(
                node, "kiosk", "/api/tickets", key, new JsonObject().put("items", List.of(item)));
    }

    private String state(String node, String ticket) {
        return hall.get(node, "manager", ticket).body().getString("state");
    }

    private String item() {
        return hall.get("n2", "kiosk", "/api/items")
                .body()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("code");
    }

    private String window(String item) {
        return hall.hall("n1").getJsonArray("windows").stream()
                .map(JsonObject.class::cast)
                .filter(window -> window.getJsonArray("skills").contains(item))
                .findFirst()
                .orElseThrow()
                .getString("id");
    }
}
