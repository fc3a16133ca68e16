package yichuang.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import yichuang.access.Secrets;
import yichuang.hall.Role;
import yichuang.hall.WindowId;

/** A negative rating or a complaint from arrival to closed, by those who may and nobody else. */
@Timeout(60)
class RectificationOverHttpTest {
    private static final String PHONE = "13805331234";

    @TempDir Path dir;
    private Server hall;

    @BeforeEach
    void open() throws IOException {
        hall = Server.open(dir);
    }

    @AfterEach
    void close() {
        hall.close();
    }

    /** {@return the link of a ticket that was served} */
    private String served() {
        String link = hall.take("社保").getString("link");
        hall.post(Role.WINDOW, "/api/windows/1/open", new JsonObject());
        hall.post(Role.WINDOW, "/api/windows/1/next", new JsonObject());
        hall.post(Role.WINDOW, "/api/windows/1/serve", new JsonObject());
        Server.Got done =
                hall.post(
                        Role.WINDOW,
                        "/api/windows/1/finish",
                        new JsonObject().put("outcome", "DONE"));
        assertEquals(200, done.status());
        return link;
    }

    private static JsonObject rating(String link, int level) {
        return new JsonObject()
                .put("ticket", link)
                .put("level", level)
                .put("channel", "qr")
                .put("comment", "等了很久");
    }

    private String rates(String link, JsonObject rating) {
        Server.Got rated = hall.post(link, "/api/ratings", rating);
        assertEquals(201, rated.status(), rated.text());
        return rated.json().getString("id");
    }

    private Server.Got does(Role role, String id, String act, String... fields) {
        JsonObject body = new JsonObject().put("text", "已记录");
        for (int i = 0; i < fields.length; i += 2) {
            body.put(fields[i], fields[i + 1]);
        }
        return hall.post(role, "/api/rectifications/" + id + "/" + act, body);
    }

    private void done(Role role, String id, String act, String... fields) {
        Server.Got got = does(role, id, act, fields);
        assertEquals(201, got.status(), got.text());
        assertEquals(id, got.json().getString("id"));
    }

    private JsonObject listed(Role role, String query) {
        Server.Got got = hall.get(role, "/api/rectifications" + query);
        assertEquals(200, got.status(), got.text());
        return got.json();
    }

    private JsonObject read(String id) {
        return hall.get(Role.OFFICER, "/api/rectifications/" + id).json();
    }

    @Test
    void a_named_negative_rating_goes_from_arrival_to_closed() {
        String link = served();
        String id =
                rates(
                        link,
                        rating(link, 2).put("phone", PHONE).put("reasons", JsonArray.of("213")));
        JsonObject list = listed(Role.MANAGER, "?about=rating");
        assertEquals(
                new JsonObject()
                        .put("open", 1)
                        .put("overdue", 0)
                        .put("dueToday", 0)
                        .put("closed", 0),
                list.getJsonObject("counts"));
        JsonObject one = list.getJsonArray("rectifications").getJsonObject(0);
        assertEquals(id, one.getString("id"));
        assertEquals("VERIFY", one.getString("step"));
        assertEquals("2026-03-03T20:00:00+08:00", one.getString("due"));
        assertEquals("qr", one.getString("channel"));
        assertEquals("1", one.getString("window"));
        assertTrue(one.getBoolean("named"));
        assertEquals(
                JsonArray.of(new JsonObject().put("code", "213").put("text", "窗口人员业务不熟练")),
                one.getJsonArray("reasons"));

        done(Role.MANAGER, id, "verify", "finding", "CONFIRMED");
        assertEquals("138****1234", read(id).getString("contact"));
        Server.Got phone = hall.post(Role.OFFICER, "/api/rectifications/" + id + "/reveal");
        assertEquals(PHONE, phone.json().getString("phone"));
        assertEquals("no-store", phone.header("Cache-Control"));
        done(Role.MANAGER, id, "contact", "result", "REACHED");
        done(Role.MANAGER, id, "fix", "kind", "FIXED");
        done(Role.MANAGER, id, "reply", "text", "已加人，谢谢您指出");
        assertEquals(6, read(id).getJsonArray("steps").size());
        JsonArray replies = hall.get(link, "/api/tickets/" + link).json().getJsonArray("replies");
        assertEquals("已加人，谢谢您指出", replies.getJsonObject(0).getString("text"));
        assertEquals("rating", replies.getJsonObject(0).getString("about"));

        String again = rates(link, rating(link, 4).put("followUp", true));
        assertFalse(again.equals(id));
        JsonObject now = read(id);
        assertEquals("CLOSE", now.getString("step"));
        assertEquals("person", now.getJsonObject("secondOpinion").getString("source"));
        assertEquals(4, now.getJsonObject("secondOpinion").getInteger("level"));
        done(Role.OFFICER, id, "close");
        JsonObject closed = read(id);
        assertEquals("CLOSED", closed.getString("state"));
        assertFalse(closed.containsKey("contact"), "its number is gone");
        assertEquals(
                List.of(
                        "open",
                        "verify",
                        "reveal",
                        "contact",
                        "fix",
                        "reply",
                        "second-opinion",
                        "close"),
                closed.getJsonArray("steps").stream()
                        .map(step -> ((JsonObject) step).getString("act"))
                        .toList());
        assertEquals(
                "test",
                closed.getJsonArray("steps").getJsonObject(1).getString("byName"),
                "as its credential is called");
        assertEquals(
                id,
                listed(Role.OFFICER, "?state=closed&limit=1")
                        .getJsonArray("rectifications")
                        .getJsonObject(0)
                        .getString("id"));
        assertEquals("409 rectification-order", does(Role.OFFICER, id, "close").problem());
        assertEquals(
                "409 rectification-order",
                hall.post(Role.OFFICER, "/api/rectifications/" + id + "/reveal").problem());
    }

    @Test
    void a_step_out_of_order_is_told_what_comes_first() {
        String link = served();
        String id = rates(link, rating(link, 1));
        Server.Got early = does(Role.MANAGER, id, "reply");
        assertEquals("409 rectification-order", early.problem());
        assertEquals("VERIFY", early.json().getString("next"));
        assertEquals("REPLY", early.json().getString("asked"));
        done(Role.MANAGER, id, "verify", "finding", "PARTLY");
        assertEquals(
                "409 rectification-order",
                does(Role.OFFICER, id, "verify", "finding", "CONFIRMED").problem(),
                "two pressed at once");
        assertEquals(
                "409 not-now", does(Role.MANAGER, id, "contact", "result", "REACHED").problem());
        assertEquals(
                "409 not-now",
                hall.post(Role.OFFICER, "/api/rectifications/" + id + "/reveal").problem());
        assertEquals("422 missing-field", does(Role.MANAGER, id, "fix").problem());
        assertEquals("400 malformed", does(Role.MANAGER, id, "fix", "kind", "FORGOTTEN").problem());
        assertEquals(
                "422 missing-field",
                does(Role.MANAGER, id, "fix", "kind", "FIXED", "text", "  ").problem());
        assertEquals("404 unknown-address", does(Role.OFFICER, "nobody", "close").problem());
        assertEquals(404, hall.get(Role.OFFICER, "/api/rectifications/nobody").status());
    }

    @Test
    void each_does_what_is_theirs_and_windows_see_nothing() {
        String link = served();
        String id = rates(link, rating(link, 1).put("phone", PHONE));
        String path = "/api/rectifications/" + id;
        for (Role role : List.of(Role.WINDOW, Role.HELPER, Role.KIOSK, Role.DEVICE, Role.ADMIN)) {
            assertEquals(403, hall.get(role, "/api/rectifications").status(), role.code());
            assertEquals(403, hall.get(role, path).status(), role.code());
            assertEquals(403, hall.get(role, path + "/evidence.zip").status(), role.code());
            assertEquals(
                    403, does(role, id, "verify", "finding", "CONFIRMED").status(), role.code());
            assertEquals(403, hall.post(role, path + "/reveal").status(), role.code());
        }
        assertEquals(403, hall.get(link, path).status(), "nor does a phone");
        assertEquals(403, hall.post(Role.MANAGER, path + "/reveal").status());
        assertEquals(403, does(Role.MANAGER, id, "close").status());
        assertEquals(403, does(Role.MANAGER, id, "extend").status());
        assertEquals(403, does(Role.MANAGER, id, "follow-up", "result", "SATISFIED").status());
        assertEquals(403, hall.get(Role.MANAGER, path + "/evidence.zip").status());
        assertFalse(hall.get(Role.MANAGER, path).json().getBoolean("officer"));
        assertTrue(read(id).getBoolean("officer"));
        done(Role.MANAGER, id, "appeal", "ground", "MALICIOUS");
        assertEquals(403, does(Role.MANAGER, id, "review", "decision", "UPHELD").status());
        done(Role.OFFICER, id, "review", "decision", "UPHELD");
        JsonObject one = read(id);
        assertTrue(one.getBoolean("excluded"));
        assertEquals("UPHELD", one.getJsonObject("appeal").getString("decision"));
        done(Role.OFFICER, id, "close");
    }

    @Test
    void nobody_reviews_an_appeal_of_their_own() {
        String link = served();
        String id = rates(link, rating(link, 1));
        done(Role.OFFICER, id, "appeal", "ground", "MISTAKEN");
        assertEquals("REVIEW", read(id).getString("step"));
        assertEquals("APPEALED", read(id).getString("state"));
        assertEquals(
                "403 forbidden", does(Role.OFFICER, id, "review", "decision", "UPHELD").problem());
        String other = hall.grant(Role.OFFICER, Optional.empty());
        assertEquals(
                201,
                hall.post(
                                other,
                                "/api/rectifications/" + id + "/review",
                                new JsonObject().put("decision", "REJECTED").put("text", "录像看不出"))
                        .status());
        assertEquals("VERIFY", read(id).getString("step"));
    }

    @Test
    void who_lost_the_answer_asks_again_with_its_key_and_hears_the_same() {
        String link = served();
        String id = rates(link, rating(link, 1));
        JsonObject body = new JsonObject().put("finding", "CONFIRMED").put("text", "属实");
        String path = "/api/rectifications/" + id + "/verify";
        Server.Got first =
                hall.send(
                        hall.json(hall.token(Role.MANAGER), path, body)
                                .header("Idempotency-Key", "lost"));
        Server.Got again =
                hall.send(
                        hall.json(hall.token(Role.MANAGER), path, body)
                                .header("Idempotency-Key", "lost"));
        assertEquals(201, first.status());
        assertEquals(first.text(), again.text());
        assertEquals(2, read(id).getJsonArray("steps").size());
    }

    @Test
    void a_complaint_is_followed_up_the_same_way_and_names_nobody_who_served() {
        String link = served();
        Server.Got made =
                hall.post(
                        link,
                        "/api/complaints",
                        new JsonObject().put("text", "灯坏了").put("phone", PHONE));
        assertEquals(201, made.status(), made.text());
        String id = made.json().getString("id");
        JsonObject one = read(id);
        assertEquals("complaint", one.getString("about"));
        assertEquals("灯坏了", one.getString("text"));
        assertEquals("A0001", one.getString("number"));
        assertTrue(one.getBoolean("named"));
        assertFalse(one.containsKey("staff"));
        assertFalse(one.containsKey("level"));
        assertEquals(
                PHONE,
                hall.post(Role.OFFICER, "/api/rectifications/" + id + "/reveal")
                        .json()
                        .getString("phone"));
        assertEquals(
                1,
                hall.get(Role.MANAGER, "/api/manager")
                        .json()
                        .getJsonObject("rectifications")
                        .getInteger("open"));
    }

    @Test
    void its_pages_read_again_and_a_window_hears_of_nothing() throws Exception {
        String link = served();
        String atWindow = hall.grant(Role.WINDOW, Optional.of(new WindowId("1")));
        try (EventReader desk = stream(hall.token(Role.OFFICER));
                EventReader window = stream(atWindow)) {
            assertEquals("snapshot", desk.next().kind());
            assertEquals("snapshot", window.next().kind());
            String id = rates(link, rating(link, 1));
            EventReader.Told opened = desk.next("Rectification");
            assertEquals(id, opened.data().getString("id"));
            assertEquals("open", opened.data().getString("act"));
            done(Role.OFFICER, id, "verify", "finding", "CONFIRMED");
            assertEquals("verify", desk.next("Rectification").data().getString("act"));
            hall.take("社保");
            assertEquals("Rated", window.next().type());
            assertEquals("TicketTaken", window.next().type());
        }
    }

    private EventReader stream(String token) throws Exception {
        return new EventReader(
                hall.request("/api/hall/stream")
                        .header("Authorization", "Bearer " + token)
                        .timeout(Duration.ofSeconds(30)));
    }

    @Test
    void the_evidence_of_one_stands_by_itself() throws Exception {
        String link = served();
        String id =
                rates(
                        link,
                        rating(link, 1).put("phone", PHONE).put("comment", "<b>慢</b> 13905331111"));
        done(Role.MANAGER, id, "verify", "finding", "CONFIRMED", "text", "确实慢");
        assertEquals(
                200, hall.post(Role.OFFICER, "/api/rectifications/" + id + "/reveal").status());
        Map<String, String> files = evidence(id);
        assertEquals(
                List.of("case.json", "case.html", "trail.csv", "SHA256SUMS"),
                List.copyOf(files.keySet()));
        for (String line : files.get("SHA256SUMS").lines().toList()) {
            String[] sum = line.split("  ", 2);
            assertEquals(sum[0], Secrets.sha256(files.get(sum[1])), sum[1]);
        }
        assertEquals(3, files.get("SHA256SUMS").lines().count());
        JsonObject one = new JsonObject(files.get("case.json"));
        assertEquals(id, one.getString("id"));
        List<String> trail = files.get("trail.csv").lines().toList();
        assertEquals(3, trail.size(), "its head, what was found, and who looked at the number");
        assertTrue(trail.get(1).contains("rectification-verify"));
        assertTrue(trail.get(1).contains(Secrets.sha256("确实慢")), "the words are sealed");
        assertTrue(trail.get(2).contains("rectification-reveal"));
        assertTrue(files.get("case.html").contains("&lt;b&gt;慢&lt;/b&gt;"));
        files.forEach(
                (name, text) -> {
                    assertFalse(text.contains(PHONE), name);
                    assertFalse(text.contains("13905331111"), name);
                });
        assertEquals(files, evidence(id), "the same case is the same file");
    }

    private Map<String, String> evidence(String id) throws Exception {
        byte[] zip;
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> got =
                    client.send(
                            hall.request("/api/rectifications/" + id + "/evidence.zip")
                                    .header("Authorization", "Bearer " + hall.token(Role.OFFICER))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            assertEquals(200, got.statusCode());
            zip = got.body();
        }
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry file = in.getNextEntry(); file != null; file = in.getNextEntry()) {
                files.put(file.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void the_number_of_a_person_is_on_no_disk_in_plain_words() throws IOException {
        String link = served();
        String id = rates(link, rating(link, 1).put("phone", PHONE));
        assertEquals(
                200, hall.post(Role.OFFICER, "/api/rectifications/" + id + "/reveal").status());
        done(Role.OFFICER, id, "verify", "finding", "CONFIRMED", "text", "打了 " + PHONE);
        assertEquals("verify", read(id).getJsonArray("steps").getJsonObject(2).getString("act"));
        hall.close();
        try (Stream<Path> files = Files.walk(dir)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertFalse(text.contains(PHONE), file.toString());
            }
        }
        hall = Server.open(dir.resolve("again"));
    }
}
