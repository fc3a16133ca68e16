package yichuang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static yichuang.ManyControllers.until;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.ManyControllers.Got;

/** A hall of three voters and a satellite that loses one of them, or all three. */
class VotersGoneTest {
    @TempDir Path dir;
    private ManyControllers hall;

    @BeforeEach
    void begin() throws Exception {
        hall = new ManyControllers(dir, Path.of("../config/hall.yaml"));
        hall.found("n1");
        hall.join("n1", "n2", "voter");
        hall.join("n1", "n3", "voter");
        hall.join("n1", "s1", "satellite");
        until("all are up", () -> hall.nodes("s1").equals("n1 up, n2 up, n3 up, s1 up"));
    }

    @AfterEach
    void stop() {
        hall.close();
    }

    private Got take(String node, String key) {
        Got items = hall.get(node, "kiosk", "/api/items");
        if (items.status() != 200) {
            return items;
        }
        String item = items.body().getJsonArray("items").getJsonObject(0).getString("code");
        return hall.post(
                node, "kiosk", "/api/tickets", key, new JsonObject().put("items", List.of(item)));
    }

    private String number(String node, String key) {
        until(key + " at " + node, () -> take(node, key).status() == 201);
        return take(node, key).body().getString("number");
    }

    private Got promote(String key, String... without) {
        return hall.post(
                "s1",
                "admin",
                "/api/nodes/s1/promote",
                key,
                new JsonObject().put("without", new JsonArray(List.of(without))));
    }

    @Test
    void the_satellite_goes_on_without_all_three_only_when_each_is_named() throws Exception {
        assertEquals("A0001", number("n2", "t1"));
        hall.stop("n3");
        hall.stop("n2");
        hall.stop("n1");
        until("nobody leads", () -> take("s1", "t2").status() == 503);
        assertEquals(409, promote("two", "n1", "n2").status(), "n3 may run");
        until("s1 may go on", () -> promote("all", "n1", "n2", "n3").status() == 200);
        assertEquals("A0002", number("s1", "t2"));
        assertEquals("A0001", number("s1", "t1"), "asked again with its key");
        assertEquals("n1 fenced, n2 fenced, n3 fenced, s1 up", hall.nodes("s1"));

        hall.again("n2");
        hall.again("n3");
        until(
                "two of the old three are no hall",
                () -> {
                    Got no = take("n3", "t3");
                    assertNotEquals(201, no.status());
                    return no.status() == 503
                            && no.body().getString("type").equals("urn:yichuang:read-only");
                });
    }

    @Test
    void a_voter_that_is_retired_while_it_runs_serves_no_more_and_the_others_go_on() {
        assertEquals("A0001", number("n3", "t1"));
        assertEquals(200, hall.delete("n1", "admin", "/api/nodes/n3").status());
        until("n3 is nobody's", () -> hall.nodes("n1").equals("n1 up, n2 up, s1 up"));
        assertEquals("A0002", number("n1", "t2"));
        until("n3 takes nothing", () -> take("n3", "t3").status() != 201);
        assertEquals("A0003", number("s1", "t4"));
        until("the grid is the three that are left", () -> hall.grid("n1").members().size() == 3);
    }
}
