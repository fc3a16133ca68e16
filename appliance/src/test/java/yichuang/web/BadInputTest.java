package yichuang.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yichuang.hall.Role;
import yichuang.hall.WindowId;

/**
 * What must be refused, each with its problem type, and nothing of it stored: the hall's state is
 * byte for byte what it was. Windows 1 and 2 do 社保; A0001 is called at window 1, A0002 waits,
 * window 4 is closed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
    private Server hall;
    private String ticket;
    private String link;
    private String called;

    @BeforeAll
    void open(@TempDir Path dir) throws IOException {
        hall = Server.open(dir);
        hall.post(Role.MANAGER, "/api/windows/1/open");
        hall.post(Role.MANAGER, "/api/windows/2/open");
        called = hall.take("社保").getString("id");
        hall.post(Role.WINDOW, "/api/windows/1/next");
        JsonObject waiting = hall.take("社保");
        ticket = waiting.getString("id");
        link = waiting.getString("link");
    }

    @AfterAll
    void close() {
        hall.close();
    }

    private void refused(String problem, HttpRequest.Builder request) {
        byte[] before = hall.state();
        Server.Got got = hall.send(request);
        assertEquals(problem, got.problem(), got.text());
        assertEquals("application/problem+json", got.header("Content-Type"));
        for (String part : List.of("title", "detail", "hint")) {
            assertFalse(got.json().getString(part).isBlank(), part);
        }
        assertFalse(
                got.text().contains("yichuang.hall") || got.text().contains("Exception"),
                got.text());
        assertArrayEquals(before, hall.state(), "something was stored");
    }

    private HttpRequest.Builder raw(Role role, String path, String type, byte[] body) {
        return hall.request(path)
                .header("Authorization", "Bearer " + hall.token(role))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body));
    }

    private HttpRequest.Builder take(String body) {
        return raw(
                Role.KIOSK,
                "/api/tickets",
                "application/json",
                body.getBytes(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder at(String act, JsonObject body) {
        return hall.json(hall.token(Role.WINDOW), "/api/windows/" + act, body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "",
                "[]",
                "null",
                "3",
                "\"x\"",
                "{\"items\":",
                "{\"items\":[\"社保\"]}}",
                "{\"items\":\"社保\"}",
                "{\"items\":[3]}",
                "{\"items\":[\"\"]}",
                "{\"items\":[null]}",
                "{\"items\":[\"社保\"],\"count\":-1}",
                "{\"items\":[\"社保\"],\"count\":0}",
                "{\"items\":[\"社保\"],\"count\":100}",
                "{\"items\":[\"社保\"],\"count\":1.5}",
                "{\"items\":[\"社保\"],\"count\":\"2\"}",
                "{\"items\":[\"社保\"],\"count\":4294967297}",
                "{\"items\":[\"社保\"],\"count\":1e400}",
                "{\"items\":[\"社保\"],\"priority\":\"nobles\"}",
                "{\"items\":[\"社保\"],\"returning\":\"no such code\"}",
                "{\"items\":[\"社保\"],\"phone\":\"<script>\"}",
                "{\"items\":[\"社保\"],\"language\":\"zh;drop\"}",
                "{\"items\":[\"\\ud800\"]}",
                "{\"items\":[\"a\\u0000b\"]}"
            })
    void a_body_that_is_not_what_the_contract_says_is_malformed(String body) {
        refused("400 malformed", take(body));
    }

    @Test
    void nesting_is_bounded() {
        refused("400 malformed", take("{\"items\":" + "[".repeat(7000) + "]".repeat(7000) + "}"));
    }

    @Test
    void what_is_missing_is_named() {
        refused("422 missing-field", take("{}"));
        Server.Got got = hall.send(at("1/call", new JsonObject()));
        assertEquals("422 missing-field", got.problem());
        assertEquals("ticket", got.json().getString("field"));
        refused("422 missing-field", at("1/transfer", new JsonObject()));
        refused("422 missing-field", at("1/finish", new JsonObject()));
    }

    @Test
    void wrong_encodings_are_refused() {
        byte[] gbk = {
            '{',
            '"',
            'i',
            't',
            'e',
            'm',
            's',
            '"',
            ':',
            '[',
            '"',
            (byte) 0xC9,
            (byte) 0xE7,
            '"',
            ']',
            '}'
        };
        refused("400 malformed", raw(Role.KIOSK, "/api/tickets", "application/json", gbk));
        String fine = "{\"items\":[\"社保\"]}";
        refused(
                "400 malformed",
                raw(
                        Role.KIOSK,
                        "/api/tickets",
                        "application/json",
                        fine.getBytes(StandardCharsets.UTF_16)));
        byte[] utf8 = fine.getBytes(StandardCharsets.UTF_8);
        refused(
                "415 unsupported-type",
                raw(Role.KIOSK, "/api/tickets", "application/json; charset=gbk", utf8));
        refused("415 unsupported-type", raw(Role.KIOSK, "/api/tickets", "text/plain", utf8));
        refused(
                "415 unsupported-type",
                raw(Role.KIOSK, "/api/tickets", "application/x-www-form-urlencoded", utf8));
    }

    @Test
    void a_large_body_is_refused_with_and_without_its_length() {
        byte[] large =
                ("{\"items\":[\"" + "x".repeat(100_000) + "\"]}").getBytes(StandardCharsets.UTF_8);
        refused("413 too-large", raw(Role.KIOSK, "/api/tickets", "application/json", large));
        refused(
                "413 too-large",
                hall.request("/api/tickets")
                        .header("Authorization", "Bearer " + hall.token(Role.KIOSK))
                        .header("Content-Type", "application/json")
                        .POST(
                                BodyPublishers.ofInputStream(
                                        () -> new java.io.ByteArrayInputStream(large))));
    }

    @Test
    void what_the_catalogue_has_not_is_unknown() {
        refused("404 unknown-item", take("{\"items\":[\"算命\"]}"));
        refused("404 unknown-item", take("{\"theme\":\"炒股一件事\"}"));
        refused("404 unknown-item", take("{\"theme\":\"退休\",\"choices\":[\"none\"]}"));
        refused("404 unknown-window", at("99/open", new JsonObject()));
        refused("404 unknown-window", at("" + "%E7%AA%97".repeat(60) + "/next", new JsonObject()));
        refused("404 unknown-ticket", at("2/call", new JsonObject().put("ticket", "Z9999")));
        refused(
                "404 unknown-ticket",
                hall.request("/api/tickets/zzzz")
                        .header("Authorization", "Bearer " + hall.token(Role.KIOSK)));
        refused("404 unknown-address", hall.request("/api/nothing"));
        refused("404 unknown-address", hall.request("/pages/..%2F..%2Fopenapi.yaml"));
        refused(
                "405 unknown-method",
                hall.request("/api/tickets").method("PUT", BodyPublishers.noBody()));
    }

    @Test
    void windows_that_cannot_are_named() {
        refused("409 window-closed", at("4/next", new JsonObject()));
        refused("409 window-closed", at("4/call", new JsonObject().put("ticket", ticket)));
        refused("409 window-busy", at("1/next", new JsonObject()));
        refused("409 window-busy", at("1/call", new JsonObject().put("ticket", "A0002")));
        refused("409 ticket-elsewhere", at("2/call", new JsonObject().put("ticket", called)));
        refused("409 not-now", at("2/serve", new JsonObject()));
        refused("409 not-now", at("1/no-show", new JsonObject()));
        refused("409 not-now", at("1/finish", new JsonObject().put("outcome", "DONE")));
    }

    @Test
    void outcomes_need_what_must_be_recorded() {
        refused("422 unknown-outcome", at("1/finish", new JsonObject().put("outcome", "REJECTED")));
        refused("422 missing-field", at("1/finish", new JsonObject().put("outcome", "ACCEPTED")));
        refused(
                "422 missing-field",
                at(
                        "1/finish",
                        new JsonObject().put("outcome", "GUIDED").put("missing", new JsonArray())));
        refused(
                "422 missing-field",
                at("1/finish", new JsonObject().put("outcome", "FORWARDED").put("to", "市局")));
        refused(
                "422 missing-field",
                at(
                        "1/finish",
                        new JsonObject().put("outcome", "COMMITTED").put("commitment", " ")));
        refused(
                "422 missing-field",
                at("1/finish", new JsonObject().put("outcome", "CONSULT").put("who", "科长")));
        refused(
                "400 malformed",
                at(
                        "1/finish",
                        new JsonObject().put("outcome", "ACCEPTED").put("promisedDate", "明天")));
        refused(
                "400 malformed",
                at(
                        "1/finish",
                        new JsonObject()
                                .put("outcome", "ACCEPTED")
                                .put("promisedDate", "2026-02-30")));
    }

    @Test
    void keys_are_one_to_sixty_four_visible_letters() {
        for (String key : List.of("x".repeat(65), "a b", "a\tb")) {
            refused("400 malformed", take("{\"items\":[\"社保\"]}").header("Idempotency-Key", key));
        }
    }

    @Test
    void who_has_no_token_or_a_wrong_one_is_nobody() {
        refused("401 unauthenticated", hall.request("/api/hall"));
        refused(
                "401 unauthenticated",
                hall.request("/api/hall").header("Authorization", "Bearer nonsense"));
        refused(
                "401 unauthenticated",
                hall.request("/api/hall").header("Authorization", "Basic eDp5"));
        refused(
                "401 unauthenticated",
                hall.request("/api/hall").header("Cookie", "yichuang=nonsense"));
        refused("401 unauthenticated", hall.request("/metrics"));
        refused(
                "401 unauthenticated",
                hall.request("/api/tickets").POST(BodyPublishers.ofString("{")));
    }

    @Test
    void who_may_not_is_told_so() {
        refused(
                "403 forbidden",
                hall.json(hall.token(Role.WINDOW), "/api/tickets", new JsonObject()));
        refused(
                "403 forbidden",
                hall.json(hall.token(Role.KIOSK), "/api/windows/1/next", new JsonObject()));
        refused(
                "403 forbidden",
                hall.json(
                        hall.token(Role.MANAGER),
                        "/api/codes",
                        new JsonObject().put("role", "admin")));
        refused("403 forbidden", hall.json(link, "/api/tickets", new JsonObject()));
        refused(
                "403 forbidden",
                hall.request("/api/tickets/" + called).header("Authorization", "Bearer " + link));
        refused(
                "403 forbidden",
                hall.request("/api/hall").header("Authorization", "Bearer " + link));
        refused(
                "403 forbidden",
                hall.request("/api/enrol")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"code\":\"ABCDEFGHJK\"}")));
    }

    @Test
    void ratings_come_by_their_own_channels_only() {
        JsonObject rating =
                new JsonObject().put("ticket", ticket).put("level", 5).put("channel", "keypad");
        String keypad = hall.grant(Role.DEVICE, Optional.of(new WindowId("1")));
        refused("403 forbidden", hall.json(hall.token(Role.WINDOW), "/api/ratings", rating));
        refused("403 forbidden", hall.json(hall.token(Role.KIOSK), "/api/ratings", rating));
        refused("403 forbidden", hall.json(keypad, "/api/ratings", rating));
        for (String channel : List.of("qr", "sms", "wechat")) {
            refused(
                    "403 forbidden",
                    hall.json(
                            hall.token(Role.KIOSK),
                            "/api/ratings",
                            rating.copy().put("channel", channel)));
        }
        for (String channel : List.of("paper", "phone")) {
            refused(
                    "403 forbidden",
                    hall.json(link, "/api/ratings", rating.copy().put("channel", channel)));
        }
        refused("409 not-now", hall.json(link, "/api/ratings", rating.copy().put("channel", "qr")));
        refused(
                "400 malformed",
                hall.json(link, "/api/ratings", rating.copy().put("channel", "smoke")));
        refused(
                "422 unknown-level",
                hall.json(
                        link, "/api/ratings", rating.copy().put("channel", "qr").put("level", 6)));
        refused(
                "422 unknown-level",
                hall.json(
                        link,
                        "/api/ratings",
                        rating.copy().put("channel", "qr").put("level", 4294967301L)));
        refused(
                "400 malformed",
                hall.json(
                        link,
                        "/api/ratings",
                        rating.copy().put("channel", "qr").put("comment", "x".repeat(501))));
    }

    @Test
    void problems_speak_the_callers_language() {
        Server.Got chinese = hall.send(hall.request("/api/hall"));
        assertEquals("还不知道您是谁", chinese.json().getString("title"));
        Server.Got english =
                hall.send(hall.request("/api/hall").header("Accept-Language", "fr, en;q=0.9"));
        assertTrue(english.json().getString("title").startsWith("We do not know"));
    }

    @Test
    void unknown_properties_are_ignored() {
        Server.Got got = hall.send(at("1/recall", new JsonObject().put("mood", "good")));
        assertEquals(200, got.status(), got.text());
    }
}
