package yichuang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static yichuang.ManyControllers.until;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.ManyControllers.Got;
import yichuang.hall.NodeRole;

/**
 * A hall of two: the voter n1 and the satellite s1. The voter dies, an administrator has the
 * satellite go on, and the voter comes back.
 */
class TwoControllersTest {
    @TempDir Path dir;
    private ManyControllers hall;

    @BeforeEach
    void begin() throws Exception {
        hall = new ManyControllers(dir, Path.of("../config/hall.yaml"));
        hall.found("n1");
        hall.join("n1", "s1", "satellite");
        until("s1 is in the hall", () -> hall.nodes("s1").equals("n1 up, s1 up"));
        until("s1 can let others in", () -> Files.exists(dir.resolve("s1/authority")));
    }

    @AfterEach
    void stop() {
        hall.close();
    }

    private Got promote(String key, String... without) {
        JsonObject body =
                without.length == 0
                        ? new JsonObject()
                        : new JsonObject().put("without", new JsonArray(List.of(without)));
        return hall.post("s1", "admin", "/api/nodes/s1/promote", key, body);
    }

    /** {@return who leads, as a node knows; unknown while it does not answer} */
    private Optional<String> leader(String node) {
        Got got = hall.get(node, "manager", "/api/hall");
        return got.status() == 200
                ? Optional.ofNullable(got.body().getString("leader"))
                : Optional.of("?");
    }

    /** {@return the number of a ticket; asked for again with its key until somebody takes it} */
    private String ticket(String node, String key) {
        String[] number = {""};
        until(
                key + " at " + node,
                () -> {
                    Got got = take(node, key);
                    number[0] = got.status() == 201 ? got.body().getString("number") : "";
                    return got.status() == 201;
                });
        return number[0];
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

    private static void refused(String why, Got got) {
        assertEquals(409, got.status(), got.body().encode());
        assertEquals("urn:yichuang:not-now", got.body().getString("type"));
        assertTrue(got.body().getString("detail").contains(why), got.body().encode());
    }

    private void takeOver() {
        until("nobody leads", () -> leader("s1").isEmpty());
        Got got = promote("go-on", "n1");
        assertEquals(200, got.status(), got.body().encode());
        until("s1 leads", () -> leader("s1").equals(Optional.of("s1")));
    }

    private void tells(String node, String state) {
        Got got = hall.get(node, "admin", "/health/ready");
        assertEquals(503, got.status());
        assertEquals(state, got.body().getString("status"));
    }

    @Test
    void the_satellite_goes_on_and_the_voter_refuses_until_it_has_rejoined() throws Exception {
        assertEquals("A0001", ticket("n1", "t1"));
        assertEquals("A0002", ticket("s1", "t2"));
        refused("n1", promote("too-early", "n1"));

        hall.stop("n1");
        until("nobody leads", () -> leader("s1").isEmpty());
        refused("n1", promote("how"));
        refused("n1", promote("wrong-names", "n7"));
        Got went = promote("go-on", "n1");
        assertEquals(200, went.status(), went.body().encode());
        until("s1 leads", () -> leader("s1").equals(Optional.of("s1")));
        assertEquals(went, promote("go-on", "n1"), "the same key, the same answer");
        assertEquals("A0002", ticket("s1", "t2"), "what was taken before is not taken twice");
        assertEquals("A0003", ticket("s1", "t3"));
        assertEquals("n1 fenced, s1 up", hall.nodes("s1"));

        hall.again("n1");
        Got no = take("n1", "t4");
        assertEquals(503, no.status());
        assertEquals("urn:yichuang:read-only", no.body().getString("type"));
        assertTrue(no.body().getString("detail").contains("s1"), no.body().encode());
        tells("n1", "fenced");
        assertEquals("n1 fenced, s1 up", hall.nodes("n1"));
        hall.stop("n1");
        hall.again("n1");
        tells("n1", "fenced");

        hall.stop("n1");
        hall.rejoin("n1");
        until("n1 is believed again", () -> hall.nodes("s1").equals("n1 up, s1 up"));
        assertEquals("A0004", ticket("n1", "t4"));
        assertEquals(List.of(), Files.readAllLines(dir.resolve("n1/left-behind-2.jsonl")));
        assertTrue(Files.exists(dir.resolve("n1/log")), "its log is kept");

        hall.stop("s1");
        hall.again("s1");
        until("s1 leads again", () -> leader("n1").equals(Optional.of("s1")));
        assertEquals("A0005", ticket("n1", "t5"));
    }

    @Test
    void the_hall_is_three_again_and_goes_on_without_the_one_that_took_it_over() throws Exception {
        assertEquals("A0001", ticket("n1", "t1"));
        hall.stop("n1");
        takeOver();
        hall.rejoin("n1");
        until("n1 is believed again", () -> hall.nodes("s1").equals("n1 up, s1 up"));
        hall.join("s1", "s2", "satellite");
        for (String node : List.of("n1", "s2")) {
            String path = "/api/nodes/" + node + "/promote";
            assertEquals(
                    200, hall.post("s1", "admin", path, "vote-" + node, new JsonObject()).status());
        }
        until("all three vote", () -> nodesOfTheLeader().equals("n1 voter, s1 voter, s2 voter"));
        assertEquals("A0002", ticket("s2", "t2"));
        assertTrue(Files.exists(dir.resolve("s2/authority")), "a voter can let others in");
        hall.stop("s1");
        assertEquals("A0003", ticket("n1", "t3"), "two of three go on");
        assertEquals("A0003", ticket("s2", "t3"));
    }

    @Test
    void a_second_satellite_follows_the_one_that_goes_on() throws Exception {
        hall.join("n1", "s2", "satellite");
        until("s2 is in the hall", () -> hall.nodes("n1").equals("n1 up, s1 up, s2 up"));
        assertEquals("A0001", ticket("s2", "t1"));
        hall.stop("n1");
        takeOver();
        until("s2 hears who leads", () -> leader("s2").equals(Optional.of("s1")));
        assertEquals("A0001", ticket("s2", "t1"), "the same key, the same ticket");
        assertEquals("A0002", ticket("s2", "t2"));
        until(
                "s2 has what s1 has",
                () -> hall.hall("s2").getJsonArray("waiting", new JsonArray()).size() == 2);
    }

    @Test
    void a_satellite_that_is_started_twice_runs_once() {
        IOException twice = assertThrows(IOException.class, () -> hall.again("s1"));
        assertTrue(twice.getMessage().contains("正被另一个进程使用"), twice.getMessage());
        assertEquals("A0001", ticket("s1", "t1"));
    }

    /** {@return name and role of those that are up} */
    private String nodesOfTheLeader() {
        List<String> up = new ArrayList<>();
        for (Object each :
                hall.get("s1", "admin", "/api/nodes")
                        .body()
                        .getJsonArray("nodes", new JsonArray())) {
            JsonObject node = (JsonObject) each;
            if (node.getString("state").equals("up")) {
                up.add(node.getString("id") + " " + node.getString("role"));
            }
        }
        return String.join(", ", up);
    }

    @Test
    void a_voter_that_went_on_alone_stops_when_it_hears_of_it_and_tells_what_it_leaves_behind()
            throws Exception {
        assertEquals("A0001", ticket("s1", "t1"));
        hall.stop("n1");
        takeOver();
        assertEquals("A0002", ticket("s1", "t2"));

        hall.stop("s1");
        hall.again("n1");
        assertEquals("A0002", ticket("n1", "alone"), "nobody could tell it: two halls");
        hall.again("s1");
        until("n1 hears of it", () -> take("n1", "later").status() == 503);
        until(
                "n1 answers questions",
                () -> hall.get("n1", "admin", "/health/ready").status() == 503);
        until("n1 says why", () -> hall.nodes("n1").equals("n1 fenced, s1 up"));
        assertTrue(Files.exists(dir.resolve("n1/fenced")));

        hall.stop("n1");
        hall.rejoin("n1");
        until("one hall", () -> hall.nodes("n1").equals("n1 up, s1 up"));
        List<JsonObject> left =
                Files.readAllLines(dir.resolve("n1/left-behind-2.jsonl")).stream()
                        .map(JsonObject::new)
                        .filter(line -> line.getString("what").equals("TakeTicket"))
                        .toList();
        assertEquals("A0002", left.getFirst().getString("number"));
        assertEquals("A0003", ticket("n1", "t3"));
        assertFalse(Files.exists(dir.resolve("n1/fenced")));
    }

    @Test
    void a_power_cut_before_the_last_step_leaves_a_satellite_and_after_it_a_voter()
            throws Exception {
        assertEquals("A0001", ticket("s1", "t1"));
        byte[] satellite = Files.readAllBytes(dir.resolve("s1/membership"));
        hall.stop("n1");
        takeOver();
        hall.stop("s1");
        byte[] voter = Files.readAllBytes(dir.resolve("s1/membership"));

        Files.write(dir.resolve("s1/membership"), satellite, StandardOpenOption.TRUNCATE_EXISTING);
        try (Stream<Path> files = Files.list(dir.resolve("s1/log-2"))) {
            Files.delete(
                    files.filter(file -> file.toString().contains("segment")).findFirst().get());
        }
        hall.again("s1");
        until("it knows nothing of the hall", () -> promote("k1").status() >= 400);
        hall.again("n1");
        assertEquals("A0002", ticket("s1", "t2"), "a satellite of n1, as if nothing was");
        hall.stop("n1");
        takeOver();
        assertEquals("A0003", ticket("s1", "t3"));

        hall.stop("s1");
        Files.write(dir.resolve("s1/membership"), voter, StandardOpenOption.TRUNCATE_EXISTING);
        hall.again("s1");
        assertEquals("A0004", ticket("s1", "t4"), "a voter");
    }

    @Test
    void a_node_joins_in_the_role_of_its_code_only_and_a_retired_name_comes_again()
            throws Exception {
        String code = hall.code("n1", "s2", "satellite");
        IOException other =
                assertThrows(
                        IOException.class,
                        () -> hall.joinBy(code, "n1", "s2", Optional.of(NodeRole.VOTER)));
        assertTrue(other.getMessage().contains("--role satellite"), other.getMessage());
        assertFalse(Files.exists(dir.resolve("s2/membership")));

        hall.joinBy(code, "n1", "s2", Optional.of(NodeRole.SATELLITE));
        until("s2 is in the hall", () -> hall.nodes("n1").contains("s2 up"));
        hall.stop("s2");
        assertEquals(200, hall.delete("n1", "admin", "/api/nodes/s2").status());
        hall.forget("s2");
        hall.join("n1", "s2", "satellite");
        until("s2 is there again", () -> hall.nodes("n1").contains("s2 up"));
        assertEquals("A0001", ticket("s2", "t1"));
        assertFalse(Files.exists(dir.resolve("s2/authority")), "only the stand-by has it");
    }
}
