package yichuang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.ManyControllers.Got;

/**
 * Devices follow windows over three voters and a satellite: s1 has the devices of window 2, n1 came
 * first and has all others.
 */
class DevicesOfNodesTest {
    private static final Path SHIPPED = Path.of("../config");

    @TempDir Path dir;
    private ManyControllers hall;
    private String item;
    private int keys;

    @BeforeEach
    void open() throws Exception {
        hall = new ManyControllers(dir, config());
        hall.found("n1");
        hall.join("n1", "n2", "voter");
        hall.join("n1", "n3", "voter");
        hall.join("n1", "s1", "satellite");
        ManyControllers.until(
                "all are there", () -> hall.nodes("n2").equals("n1 up, n2 up, n3 up, s1 up"));
        item = itemOfWindow2();
        acts("n2", "open");
    }

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void the_node_that_has_the_display_shows_the_call_whoever_leads_and_says_nothing_old()
            throws Exception {
        String first = takes("n2");
        assertEquals(first, calls("n2"));
        shows("display-2", first, "n1", "n2", "s1");
        ManyControllers.until("said twice", () -> said("n3").size() == 2);
        assertEquals("s1", device("n1", "display-2").getString("node"));
        assertTrue(device("s1", "display-b2").encode().contains(first), "the board, at n1");
        for (String node : List.of("n1", "n2", "n3", "s1")) {
            ManyControllers.until(
                    node + " knows of all that they are well",
                    () -> inHall(node, "display-2", "ok") && inHall(node, "display-3", "ok"));
        }

        hall.stop("n1");
        String second = takesWhenTheyGoOn();
        acts("n3", "serve");
        finishes("n3");
        assertEquals(second, calls("n3"));
        shows("display-2", second, "n2", "s1");
        ManyControllers.until("said twice more", () -> said("n3").size() == 4);
        assertEquals("unknown", device("n2", "display-b2").getString("state"), "its node is away");

        assertEquals(4, said("n3").size(), "not once more");
        hall.stop("s1");
        ManyControllers.until(
                "s1 is away", () -> device("n2", "display-2").getString("state").equals("unknown"));
        ManyControllers.until(
                "n3 does not know how they are",
                () -> inHall("n3", "display-2", "unknown") && inHall("n3", "keypad-2", "unknown"));
        Got press = press("n2", "5", "away");
        assertEquals(409, press.status(), press.body().encode());
        assertTrue(press.body().getString("detail").contains("s1"));
        assertEquals(
                second, acts("n2", "recall").body().getJsonObject("ticket").getString("number"));

        hall.again("s1");
        shows("display-2", second, "s1");
        assertEquals(List.of(), said("s1"));
        ManyControllers.until("it is well again", () -> inHall("n3", "display-2", "ok"));
        acts("n2", "recall");
        ManyControllers.until("the next one is said again", () -> said("s1").size() == 2);
    }

    @Test
    void a_keypad_of_a_satellite_rates_a_visit_once_however_often_it_is_pressed() {
        takes("n2");
        calls("n2");
        acts("n2", "serve");
        finishes("n2");
        ManyControllers.until(
                "the keypad is lit", () -> device("n3", "keypad-2").getBoolean("lit"));

        var one = pressing("n3", "4", "p1");
        var two = pressing("s1", "1", "p2");
        List<Integer> statuses =
                Stream.of(one.join().status(), two.join().status()).sorted().toList();
        assertEquals(List.of(200, 409), statuses);
        Got retry = press("n2", one.join().status() == 200 ? "4" : "1", "p1");
        assertEquals(one.join().status(), retry.status(), "a retry is the same press");
    }

    private boolean inHall(String node, String device, String state) {
        return hall.hall(node).getJsonArray("devices").stream()
                .map(JsonObject.class::cast)
                .filter(one -> one.getString("id").equals(device))
                .allMatch(one -> one.getString("state").equals(state));
    }

    private static JsonObject none() {
        return new JsonObject();
    }

    private String takes(String node) {
        return hall.post(node, "kiosk", "/api/tickets", key(), items()).body().getString("number");
    }

    private String takesWhenTheyGoOn() {
        String once = key();
        ManyControllers.until(
                "the others go on",
                () -> hall.post("n2", "kiosk", "/api/tickets", once, items()).status() == 201);
        return hall.post("n2", "kiosk", "/api/tickets", once, items()).body().getString("number");
    }

    private JsonObject items() {
        return new JsonObject().put("items", List.of(item));
    }

    private String calls(String node) {
        return acts(node, "next").body().getJsonObject("ticket").getString("number");
    }

    private Got acts(String node, String act) {
        return hall.post(node, "window", "/api/windows/2/" + act, key(), none());
    }

    private void finishes(String node) {
        Got got =
                hall.post(
                        node,
                        "window",
                        "/api/windows/2/finish",
                        key(),
                        new JsonObject().put("outcome", "DONE").put("caseNumber", "2026-1"));
        assertEquals(200, got.status(), got.body().encode());
    }

    private Got press(String node, String key, String once) {
        return pressing(node, key, once).join();
    }

    private CompletableFuture<Got> pressing(String node, String key, String once) {
        return hall.posting(
                node,
                "admin",
                "/api/devices/keypad-2/press",
                once,
                new JsonObject().put("key", key));
    }

    private void shows(String display, String number, String... nodes) {
        for (String node : nodes) {
            ManyControllers.until(
                    display + " shows " + number + ", asked at " + node,
                    () ->
                            number.equals(
                                    device(node, display)
                                            .getJsonObject("shown", none())
                                            .getString("number")));
        }
    }

    private List<?> said(String node) {
        return device(node, "speaker-2").getJsonArray("said", new JsonArray()).getList();
    }

    private JsonObject device(String node, String id) {
        return hall.get(node, "manager", "/api/devices/" + id).body();
    }

    private String key() {
        keys++;
        return "key-" + keys;
    }

    private String itemOfWindow2() {
        return hall.hall("n2").getJsonArray("windows").stream()
                .map(JsonObject.class::cast)
                .filter(window -> window.getString("id").equals("2"))
                .findFirst()
                .orElseThrow()
                .getJsonArray("skills")
                .getString(0);
    }

    /** The shipped hall, with the devices of window 2 at s1. */
    private Path config() throws IOException {
        Path copy = dir.resolve("config");
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = copy.resolve(SHIPPED.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        Path devices = copy.resolve("devices/virtual.yaml");
        Files.writeString(
                devices, Files.readString(devices) + "nodes:\n  - {node: s1, at: [\"2\"]}\n");
        return copy.resolve("hall.yaml");
    }
}
