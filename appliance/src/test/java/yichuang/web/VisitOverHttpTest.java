package yichuang.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.hall.Role;
import yichuang.hall.WindowId;

/** One visit from the kiosk to the rating, over HTTP, as the contract has it. */
class VisitOverHttpTest {
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

    private Server.Got act(String act) {
        return hall.post(Role.WINDOW, "/api/windows/1/" + act);
    }

    private JsonObject finish(JsonObject body) {
        Server.Got got = hall.post(Role.WINDOW, "/api/windows/1/finish", body);
        assertEquals(200, got.status(), got.text());
        return got.json();
    }

    @Test
    void a_ticket_is_taken_called_served_finished_and_rated() {
        JsonObject taken = hall.take("社保");
        assertEquals("A0001", taken.getString("number"));
        assertEquals("A", taken.getString("series"));
        assertEquals(0, taken.getInteger("ahead"));
        assertTrue(taken.containsKey("wait"));
        assertEquals("no-window-open", taken.getString("notice"));
        assertTrue(taken.getString("takenAt").startsWith("2026-03-02T09:00"), taken.encode());
        assertTrue(taken.getString("link").matches("[A-Za-z0-9_-]{20,64}"));

        assertEquals("idle", act("open").json().getString("state"));
        JsonObject called = act("next").json();
        assertEquals("called", called.getString("state"));
        assertEquals("A0001", called.getJsonObject("ticket").getString("number"));
        assertEquals(
                new JsonArray(List.of("社保")), called.getJsonObject("ticket").getJsonArray("items"));
        assertFalse(called.getJsonObject("ticket").getString("why").isBlank());
        assertEquals("serving", act("serve").json().getString("state"));
        JsonObject finished =
                finish(
                        new JsonObject()
                                .put("outcome", "ACCEPTED")
                                .put("promisedDate", "2026-03-10"));
        assertEquals("idle", finished.getString("state"));
        assertFalse(finished.getJsonObject("ticket").getString("caseNumber").isBlank());

        String link = taken.getString("link");
        JsonObject seen = hall.get(link, "/api/tickets/" + taken.getString("id")).json();
        assertEquals("closed", seen.getString("state"));
        assertEquals("ACCEPTED", seen.getJsonArray("legs").getJsonObject(0).getString("outcome"));
        JsonObject rating =
                new JsonObject()
                        .put("ticket", taken.getString("id"))
                        .put("level", 5)
                        .put("channel", "qr");
        Server.Got rated = hall.post(link, "/api/ratings", rating);
        assertEquals(201, rated.status(), rated.text());
        assertEquals(5, rated.json().getInteger("level"));
        assertEquals("409 already-rated", hall.post(link, "/api/ratings", rating).problem());
        assertEquals(204, act("next").status());
    }

    @Test
    void the_same_key_gives_the_same_answer_and_one_ticket() {
        JsonObject body = new JsonObject().put("items", new JsonArray(List.of("社保")));
        HttpRequest.Builder request =
                hall.json(hall.token(Role.KIOSK), "/api/tickets", body)
                        .header("Idempotency-Key", "press-1");
        Server.Got first = hall.send(request);
        Server.Got second = hall.send(request);
        assertEquals(201, second.status());
        assertEquals(first.text(), second.text());
        int tickets = hall.look(one -> one.tickets().size());
        assertEquals(1, tickets);
        JsonObject other = new JsonObject().put("items", new JsonArray(List.of("医保")));
        assertEquals(
                "422 key-reused",
                hall.send(
                                hall.json(hall.token(Role.KIOSK), "/api/tickets", other)
                                        .header("Idempotency-Key", "press-1"))
                        .problem());
    }

    @Test
    void a_keypad_pressed_again_under_the_same_key_is_one_rating_and_one_answer() {
        act("open");
        hall.take("社保");
        act("next");
        act("serve");
        finish(new JsonObject().put("outcome", "DONE"));
        HttpRequest.Builder press =
                hall.json(
                                hall.token(Role.ADMIN),
                                "/api/devices/keypad-1/press",
                                new JsonObject().put("key", "4"))
                        .header("Idempotency-Key", "press-4");
        Server.Got first = hall.send(press);
        Server.Got second = hall.send(press);
        assertEquals(200, first.status(), first.text());
        assertEquals(4, first.json().getInteger("level"));
        assertEquals(first.text(), second.text());
    }

    @Test
    void a_waiting_ticket_says_why_it_stands_where_it_stands_in_the_callers_language() {
        act("open");
        hall.take("社保");
        JsonObject second = hall.take("社保");
        String path = "/api/tickets/" + second.getString("id");
        Server.Got chinese = hall.get(Role.KIOSK, path);
        assertEquals(1, chinese.json().getInteger("ahead"), chinese.text());
        assertTrue(chinese.json().getString("why").contains("前面还有 1 人"), chinese.text());
        Server.Got english =
                hall.send(
                        hall.request(path)
                                .header("Authorization", "Bearer " + hall.token(Role.KIOSK))
                                .header("Accept-Language", "en-GB,zh;q=0.5"));
        assertTrue(english.json().getString("why").startsWith("1 ahead"), english.text());
        JsonObject line = hall.get(Role.WINDOW, "/api/windows/1/waiting").json();
        assertEquals("A0001", line.getJsonArray("waiting").getJsonObject(0).getString("number"));
    }

    @Test
    void a_search_by_number_gives_neither_id_nor_link() {
        JsonObject taken = hall.take("社保");
        Server.Got found = hall.get(Role.HELPER, "/api/tickets?number=a0001");
        assertEquals(200, found.status());
        assertTrue(found.text().contains("A0001"));
        assertFalse(found.text().contains(taken.getString("id")));
    }

    @Test
    void the_hall_shows_windows_waiting_and_devices() {
        act("open");
        hall.take("社保");
        hall.take("营业执照");
        act("next");
        JsonObject seen = hall.get(Role.MANAGER, "/api/hall").json();
        assertEquals("n1", seen.getString("leader"));
        assertEquals(1, seen.getJsonArray("waiting").size());
        JsonObject window = seen.getJsonArray("windows").getJsonObject(0);
        assertEquals("called", window.getString("state"));
        assertEquals("A0001", window.getJsonObject("ticket").getString("number"));
        assertEquals("keypad-1", seen.getJsonArray("devices").getJsonObject(0).getString("id"));
    }

    @Test
    void a_code_enrols_one_browser_once() {
        Server.Got code =
                hall.post(
                        Role.ADMIN,
                        "/api/codes",
                        new JsonObject().put("role", "window").put("window", "1"));
        assertEquals(201, code.status(), code.text());
        JsonObject body = new JsonObject().put("code", code.json().getString("code"));
        Server.Got enrolled =
                hall.send(
                        hall.request("/api/enrol")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body.encode())));
        assertEquals(200, enrolled.status(), enrolled.text());
        assertEquals("window", enrolled.json().getString("role"));
        String cookie = enrolled.header("Set-Cookie");
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
        String pair = cookie.substring(0, cookie.indexOf(';'));
        assertEquals(
                200,
                hall.send(
                                hall.request("/api/windows/1/open")
                                        .header("Cookie", pair)
                                        .header("Sec-Fetch-Site", "same-origin")
                                        .POST(HttpRequest.BodyPublishers.noBody()))
                        .status());
        assertEquals(
                "403 forbidden",
                hall.send(
                                hall.request("/api/windows/1/pause")
                                        .header("Cookie", pair)
                                        .header("Sec-Fetch-Site", "cross-site")
                                        .POST(HttpRequest.BodyPublishers.noBody()))
                        .problem());
        assertEquals(
                "403 forbidden",
                hall.send(
                                hall.request("/api/enrol")
                                        .header("Content-Type", "application/json")
                                        .POST(HttpRequest.BodyPublishers.ofString(body.encode())))
                        .problem());
        assertNotEquals("", pair);
    }

    @Test
    void a_windows_token_acts_at_its_own_window_only() {
        String own = hall.grant(Role.WINDOW, Optional.of(new WindowId("2")));
        assertEquals(200, hall.post(own, "/api/windows/2/open", new JsonObject()).status());
        assertEquals(
                "403 forbidden", hall.post(own, "/api/windows/1/open", new JsonObject()).problem());
    }

    @Test
    void the_day_report_holds_what_was_just_done() {
        hall.take("社保");
        Server.Got csv = hall.get(Role.MANAGER, "/api/reports/day/2026-03-02.csv");
        assertEquals(200, csv.status(), csv.text());
        assertTrue(csv.text().contains("A0001"), csv.text());
        assertEquals(
                "404 unknown-address",
                hall.get(Role.MANAGER, "/api/reports/day/2019-01-01.csv").problem());
    }

    @Test
    void health_says_up_and_ready_and_nothing_else() {
        assertEquals("{\"status\":\"up\"}", hall.send(hall.request("/health/live")).text());
        assertEquals("{\"status\":\"ready\"}", hall.send(hall.request("/health/ready")).text());
        assertTrue(hall.send(hall.request("/openapi.yaml")).text().startsWith("openapi: 3.1.0"));
    }

    @Test
    void a_complaint_is_read_by_the_manager_with_its_number_and_by_nobody_at_a_window() {
        JsonObject taken = hall.take("社保");
        hall.post(
                taken.getString("link"),
                "/api/complaints",
                new JsonObject().put("text", "叫号声音太小").put("channel", "qr"));
        JsonObject first =
                hall.get(Role.MANAGER, "/api/complaints")
                        .json()
                        .getJsonArray("complaints")
                        .getJsonObject(0);
        assertEquals("叫号声音太小", first.getString("text"));
        assertEquals(taken.getString("number"), first.getString("number"));
        assertEquals(403, hall.get(Role.WINDOW, "/api/complaints").status());
    }
}
