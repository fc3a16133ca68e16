package yichuang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static yichuang.ManyControllers.until;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.ManyControllers.Got;

/**
 * Whole controllers of which some are without the others: each serves alone after 15 s, and when
 * they meet again it is one hall, with nobody lost and nobody twice.
 */
class IslandTest {
    private static final Path SHIPPED = Path.of("../config");
    private static final String ISLANDS =
            """
            islands:
              - {node: n1, series: W, windows: ["4"]}
              - {node: n2, series: X, windows: ["5"]}
              - {node: n3, series: Y, windows: ["24"]}
              - {node: s1, series: Z, windows: ["6"]}
            """;

    @TempDir Path dir;
    private ManyControllers hall;
    private int keys;

    @BeforeEach
    void begin() throws Exception {
        hall = new ManyControllers(dir, config());
        hall.found("n1");
    }

    @AfterEach
    void stop() {
        hall.close();
    }

    @Test
    void a_satellite_without_its_voter_serves_alone_and_brings_everything_home() throws Exception {
        hall.join("n1", "s1", "satellite");
        until("s1 is in the hall", () -> hall.nodes("s1").equals("n1 up, s1 up"));
        String item = itemOf("6");
        JsonObject first = takes("s1", item);
        JsonObject second = takes("s1", item);
        acts("s1", "6", "open");
        assertEquals(first.getString("number"), called(acts("s1", "6", "next")));

        hall.stop("n1");
        until("s1 serves alone", () -> isIsland("s1"));
        assertEquals("s1", hall.hall("s1").getString("leader"));
        assertEquals(
                new JsonArray().add("Z"),
                hall.hall("s1").getJsonObject("island").getJsonArray("letters"));
        assertEquals(first.getString("number"), called(acts("s1", "6", "serve")));
        finishes("s1", "6");
        assertEquals(409, acts("s1", "4", "open").status(), "the window of another controller");

        JsonObject own = takes("s1", item);
        assertEquals("Z0001", own.getString("number"));
        assertEquals(
                "Z0001",
                called(acts("s1", "6", "next")),
                "not " + second.getString("number") + ", who waits in the main hall");
        acts("s1", "6", "serve");
        finishes("s1", "6");
        rates("s1", own);

        hall.stop("s1");
        hall.again("s1");
        until("it is an island again after a power cut", () -> isIsland("s1"));
        JsonObject waiting = takes("s1", item);
        assertEquals("Z0002", waiting.getString("number"));
        assertEquals(List.of("Z0002"), people("s1"));

        hall.again("n1");
        until("one hall", () -> isWhole("n1", "s1"));
        assertEquals("closed", state("n1", first));
        assertEquals("closed", state("n1", own));
        assertEquals("waiting", state("n1", second));
        assertEquals("waiting", state("n1", waiting));
        assertTrue(
                hall.get("n1", "manager", "/api/tickets/" + own.getString("id"))
                        .body()
                        .getBoolean("rated"));
        assertEquals(new JsonArray(), conflicts());
        assertFalse(Files.exists(dir.resolve("s1/island/mark")));
        String third = takes("s1", item).getString("number");
        assertTrue(third.endsWith("0003"), third);
        assertEquals(second.getString("number"), called(acts("s1", "6", "next")));
        acts("s1", "6", "serve");
        finishes("n1", "6");
        assertEquals("Z0002", called(acts("s1", "6", "next")), "by its arrival, like everybody");
    }

    @Test
    void a_satellite_that_served_alone_takes_the_hall_over_with_all_that_it_did() throws Exception {
        hall.join("n1", "s1", "satellite");
        until("s1 is in the hall", () -> hall.nodes("s1").equals("n1 up, s1 up"));
        String item = itemOf("6");
        JsonObject first = takes("s1", item);
        hall.stop("n1");
        until("s1 serves alone", () -> isIsland("s1"));
        JsonObject own = takes("s1", item);
        assertEquals("Z0001", own.getString("number"));

        Got went =
                hall.post(
                        "s1",
                        "admin",
                        "/api/nodes/s1/promote",
                        "go-on",
                        new JsonObject().put("without", new JsonArray().add("n1")));
        assertEquals(200, went.status(), went.body().encode());
        until("s1 leads the hall", () -> isWhole("s1") && leads("s1", "s1"));
        until("what it did alone is in the hall", () -> state("s1", own).equals("waiting"));
        assertEquals("waiting", state("s1", first));
        assertFalse(takes("s1", item).getString("number").startsWith("Z"));
        until("nothing is left", () -> !Files.exists(dir.resolve("s1/island/mark")));
    }

    @Test
    void three_voters_that_all_lose_each_other_elect_a_leader_when_they_meet() throws Exception {
        hall.join("n1", "n2", "voter");
        hall.join("n1", "n3", "voter");
        until("all vote", () -> hall.nodes("n3").equals("n1 up, n2 up, n3 up"));
        hall.stop("n2");
        hall.stop("n3");
        until("n1 serves alone", () -> isIsland("n1"));
        JsonObject one = takes("n1", itemOf("4"));
        assertEquals("W0001", one.getString("number"));
        hall.again("n2");
        until("the two go on", () -> isWhole("n1", "n2"));
        until("with what n1 did", () -> state("n2", one).equals("waiting"));
        hall.again("n3");
        until("all three", () -> isWhole("n1", "n2", "n3"));
    }

    @Test
    void nobody_acts_on_a_window_that_is_cut_off_but_a_manager() throws Exception {
        hall.join("n1", "n2", "voter");
        hall.join("n1", "n3", "voter");
        until("all vote", () -> hall.nodes("n3").equals("n1 up, n2 up, n3 up"));
        JsonObject ticket = takes("n3", itemOf("24"));
        acts("n3", "24", "open");
        String number = called(acts("n3", "24", "next"));
        hall.stop("n3");
        until("n3 is cut off", () -> cutOff("n1").contains("24"));
        assertEquals(409, acts("n1", "24", "serve").status());
        assertEquals(List.of(number), people("n1"));
        Got released =
                hall.post("n2", "manager", "/api/windows/24/release", key(), new JsonObject());
        assertEquals(200, released.status(), released.body().encode());
        assertEquals("waiting", state("n1", ticket));
        hall.again("n3");
        until("n3 is back", () -> isWhole("n1", "n2", "n3"));
        assertEquals("waiting", state("n3", ticket));
    }

    @Test
    void a_part_that_comes_and_goes_all_day_keeps_no_hall_in_memory() throws Exception {
        hall.join("n1", "s1", "satellite");
        until("s1 is in the hall", () -> hall.nodes("s1").equals("n1 up, s1 up"));
        WeakReference<Controller> satellite = hall.controller("s1");
        hall.stop("n1");
        until("s1 serves alone", () -> isIsland("s1"));
        WeakReference<Controller> island = hall.controller("s1");
        hall.again("n1");
        until("one hall", () -> isWhole("n1", "s1"));
        until("the satellite of before is forgotten", () -> isGone(satellite));
        until("and the island", () -> isGone(island));
    }

    private static boolean isGone(WeakReference<Controller> controller) {
        System.gc();
        return controller.refersTo(null);
    }

    /** Its log was never opened by a leader since, and its last snapshot is from the founding. */
    @Test
    void a_voter_that_comes_up_without_the_others_goes_on_from_what_was_agreed() throws Exception {
        hall.join("n1", "n2", "voter");
        hall.join("n1", "n3", "voter");
        until("all vote", () -> hall.nodes("n3").equals("n1 up, n2 up, n3 up"));
        String item = itemOf("24");
        JsonObject ticket = takes("n3", item);
        acts("n3", "24", "open");
        String number = called(acts("n3", "24", "next"));
        List.of("n1", "n2", "n3").forEach(hall::stop);
        hall.again("n3");
        until("n3 serves alone", () -> isIsland("n3"));
        assertEquals(number, called(acts("n3", "24", "serve")));
        finishes("n3", "24");
        assertEquals("Y0001", takes("n3", item).getString("number"));
        hall.again("n1");
        hall.again("n2");
        until("one hall", () -> isWhole("n1", "n2", "n3"));
        assertEquals("closed", state("n1", ticket));
        assertEquals(new JsonArray(), conflicts());
    }

    @Test
    void a_voter_that_takes_the_hall_over_has_all_that_was_on_its_disk() throws Exception {
        hall.join("n1", "n2", "voter");
        hall.join("n1", "n3", "voter");
        until("all vote", () -> hall.nodes("n3").equals("n1 up, n2 up, n3 up"));
        String item = itemOf("24");
        JsonObject ticket = takes("n3", item);
        List.of("n1", "n2", "n3").forEach(hall::stop);
        hall.again("n3");
        until("n3 serves alone", () -> isIsland("n3"));
        JsonObject own = takes("n3", item);
        Got went =
                hall.post(
                        "n3",
                        "admin",
                        "/api/nodes/n3/promote",
                        "go-on",
                        new JsonObject().put("without", new JsonArray().add("n1").add("n2")));
        assertEquals(200, went.status(), went.body().encode());
        until("n3 leads the hall", () -> isWhole("n3") && leads("n3", "n3"));
        until("what it did alone is in the hall", () -> state("n3", own).equals("waiting"));
        assertEquals("waiting", state("n3", ticket));
    }

    private boolean isIsland(String node) {
        return hall.hall(node).getJsonObject("island") != null;
    }

    private boolean leads(String node, String leader) {
        return leader.equals(hall.hall(node).getString("leader"));
    }

    /** {@return whether all of these follow one leader, none is an island, and none is cut off} */
    private boolean isWhole(String... nodes) {
        for (String node : nodes) {
            JsonObject seen = hall.hall(node);
            if (seen.getString("leader") == null
                    || isIsland(node)
                    || !cutOff(node).isEmpty()
                    || Files.exists(dir.resolve(node + "/island/mark"))) {
                return false;
            }
        }
        return true;
    }

    private List<String> cutOff(String node) {
        List<String> windows = new ArrayList<>();
        for (Object one : hall.hall(node).getJsonArray("windows", new JsonArray())) {
            JsonObject window = (JsonObject) one;
            if (window.getBoolean("cutOff", false)) {
                windows.add(window.getString("id"));
            }
        }
        return windows;
    }

    private List<String> people(String node) {
        return hall.get(node, "manager", "/api/parts").body().getJsonArray("people").stream()
                .map(one -> ((JsonObject) one).getString("number"))
                .toList();
    }

    private JsonArray conflicts() {
        return hall.get("n1", "manager", "/api/conflicts").body().getJsonArray("conflicts");
    }

    private String state(String node, JsonObject ticket) {
        return Optional.ofNullable(
                        hall.get(node, "manager", "/api/tickets/" + ticket.getString("id"))
                                .body()
                                .getString("state"))
                .orElse("unknown");
    }

    /** {@return a ticket; asked for again with its key until it is given} */
    private JsonObject takes(String node, String item) {
        String once = key();
        JsonObject body = new JsonObject().put("items", List.of(item));
        JsonObject[] taken = {new JsonObject()};
        until(
                "a ticket at " + node,
                () -> {
                    Got got = hall.post(node, "kiosk", "/api/tickets", once, body);
                    taken[0] = got.body();
                    return got.status() == 201;
                });
        return taken[0];
    }

    private Got acts(String node, String window, String act) {
        return hall.post(
                node, "window", "/api/windows/" + window + "/" + act, key(), new JsonObject());
    }

    private static String called(Got got) {
        assertEquals(200, got.status(), got.body().encode());
        return got.body().getJsonObject("ticket").getString("number");
    }

    private void finishes(String node, String window) {
        Got got =
                hall.post(
                        node,
                        "window",
                        "/api/windows/" + window + "/finish",
                        key(),
                        new JsonObject().put("outcome", "DONE"));
        assertEquals(200, got.status(), got.body().encode());
    }

    private void rates(String node, JsonObject ticket) {
        Got got =
                hall.post(
                        node,
                        "manager",
                        "/api/ratings",
                        key(),
                        new JsonObject()
                                .put("ticket", ticket.getString("id"))
                                .put("level", 5)
                                .put("channel", "paper"));
        assertEquals(201, got.status(), got.body().encode());
    }

    private String key() {
        keys++;
        return "key-" + keys;
    }

    private String itemOf(String window) {
        return hall.hall("n1").getJsonArray("windows").stream()
                .map(JsonObject.class::cast)
                .filter(one -> one.getString("id").equals(window))
                .findFirst()
                .orElseThrow()
                .getJsonArray("skills")
                .getString(0);
    }

    /** The shipped hall with one window at each controller. */
    private Path config() throws IOException {
        Path copy = dir.resolve("config");
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = copy.resolve(SHIPPED.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        Path file = copy.resolve("hall.yaml");
        List<String> lines = new ArrayList<>();
        boolean old = false;
        for (String line : Files.readAllLines(file)) {
            if (line.equals("islands:")) {
                old = true;
                lines.addAll(ISLANDS.lines().toList());
            } else if (!old || !line.startsWith(" ")) {
                old = false;
                lines.add(line);
            }
        }
        Files.write(file, lines);
        return file;
    }
}
