package yichuang.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
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
 * Whoever wants a better figure than was earned, or a worse one, and what comes of it. Each is a
 * row of {@code docs/reference/cheats.md}; the hall's state is byte for byte what it was after each
 * that is refused.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheatingTest {
    private static final int KIOSK_RATINGS_A_MINUTE = 2;

    private Server hall;

    /** A visit that window 1 has closed. */
    private record Visit(String id, String link) {}

    @BeforeAll
    void open(@TempDir Path dir) throws IOException {
        hall =
                Server.open(
                        dir,
                        new WebLimits(
                                10_000,
                                60,
                                KIOSK_RATINGS_A_MINUTE,
                                10_000,
                                30,
                                2_000,
                                Duration.ofSeconds(10)));
        hall.post(Role.MANAGER, "/api/windows/1/open");
    }

    @AfterAll
    void close() {
        hall.close();
    }

    private Visit visit() {
        Visit visit = called();
        assertEquals(200, at("finish", new JsonObject().put("outcome", "DONE")).status());
        return visit;
    }

    private Visit called() {
        JsonObject taken = hall.take("社保");
        at("call", new JsonObject().put("ticket", taken.getString("id")));
        assertEquals(200, at("serve", new JsonObject()).status());
        return new Visit(taken.getString("id"), taken.getString("link"));
    }

    private Server.Got at(String act, JsonObject body) {
        return hall.post(Role.MANAGER, "/api/windows/1/" + act, body);
    }

    private static JsonObject rating(String ticket, int level, String channel) {
        return new JsonObject().put("ticket", ticket).put("level", level).put("channel", channel);
    }

    private HttpRequest.Builder rates(String token, JsonObject rating) {
        return hall.json(token, "/api/ratings", rating);
    }

    private void refused(String problem, HttpRequest.Builder request) {
        byte[] before = hall.state();
        Server.Got got = hall.send(request);
        assertEquals(problem, got.problem(), got.text());
        assertArrayEquals(before, hall.state(), "something was stored");
    }

    private void taken(HttpRequest.Builder request) {
        Server.Got got = hall.send(request);
        assertEquals(201, got.status(), got.text());
    }

    private String keypad(String window) {
        return hall.grant(Role.DEVICE, Optional.of(new WindowId(window)));
    }

    @Test
    void staff_press_the_key_without_a_visit() {
        Visit here = called();
        refused("403 forbidden", rates(keypad("1"), rating(here.id(), 5, "keypad")));
        at("finish", new JsonObject().put("outcome", "DONE"));
        refused("403 forbidden", rates(keypad("1"), rating("nobody", 5, "keypad")));
    }

    @Test
    void the_keypad_of_another_window() {
        refused("403 forbidden", rates(keypad("2"), rating(visit().id(), 5, "keypad")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"keypad", "qr", "kiosk", "sms", "wechat", "phone", "web", "paper"})
    void the_window_s_own_token_by_any_channel_even_with_the_visitor_s_link(String channel) {
        Visit visit = visit();
        String window = hall.grant(Role.WINDOW, Optional.of(new WindowId("1")));
        refused("403 forbidden", rates(window, rating(visit.link(), 5, channel)));
        refused(
                "403 forbidden",
                rates(window, rating(visit.id(), 5, channel).put("link", visit.link())));
    }

    @Test
    void staff_look_up_who_rated() {
        Visit visit = visit();
        taken(rates(visit.link(), rating(visit.link(), 5, "qr")));
        JsonObject seen = hall.get(Role.WINDOW, "/api/tickets/" + visit.id()).json();
        assertFalse(seen.containsKey("rated") || seen.containsKey("ratingUntil"), seen.encode());
        assertEquals(
                403,
                hall.get(Role.WINDOW, "/api/ratings/entered?from=2026-03-02&to=2026-03-02")
                        .status());
    }

    @Test
    void one_visit_is_rated_twice() {
        Visit visit = visit();
        taken(rates(visit.link(), rating(visit.link(), 3, "qr")));
        for (String channel : List.of("qr", "sms", "wechat", "web")) {
            refused("409 already-rated", rates(visit.link(), rating(visit.link(), 5, channel)));
        }
        refused("409 already-rated", rates(keypad("1"), rating(visit.id(), 5, "keypad")));
        refused(
                "409 already-rated",
                rates(hall.token(Role.MANAGER), rating(visit.id(), 5, "paper")));
    }

    @Test
    void before_the_visit_is_over() {
        Visit here = called();
        refused("409 not-now", rates(here.link(), rating(here.link(), 5, "qr")));
        at("finish", new JsonObject().put("outcome", "DONE"));
    }

    @Test
    void a_link_with_another_signature_or_half_of_one() {
        Visit visit = visit();
        String link = visit.link();
        char last = link.charAt(link.length() - 1);
        String forged = link.substring(0, link.length() - 1) + (last == 'A' ? 'B' : 'A');
        String half = link.substring(0, 28);
        String ofOther = visit().link().substring(0, 16) + link.substring(16);
        for (String wrong : List.of(forged, half, ofOther)) {
            refused("401 unauthenticated", rates(wrong, rating(visit.id(), 5, "qr")));
            refused(
                    "403 forbidden",
                    rates(
                            hall.token(Role.KIOSK),
                            rating(visit.id(), 5, "kiosk").put("link", wrong)));
        }
    }

    @Test
    void the_link_of_one_visit_for_another() {
        Visit mine = visit();
        Visit other = visit();
        refused("403 forbidden", rates(mine.link(), rating(other.id(), 1, "qr")));
        refused("403 forbidden", rates(mine.link(), rating(other.link(), 1, "qr")));
    }

    @Test
    void a_captured_request_is_sent_again() {
        Visit visit = visit();
        JsonObject rating = rating(visit.link(), 4, "qr");
        HttpRequest.Builder first =
                rates(visit.link(), rating).header("Idempotency-Key", "captured");
        Server.Got told = hall.send(first);
        assertEquals(201, told.status(), told.text());
        byte[] before = hall.state();
        assertEquals(told.text(), hall.send(first).text());
        assertArrayEquals(before, hall.state());
        refused(
                "422 key-reused",
                rates(visit.link(), rating.copy().put("level", 1))
                        .header("Idempotency-Key", "captured"));
        refused(
                "409 already-rated",
                rates(visit.link(), rating).header("Idempotency-Key", "another"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "6", "-1", "4294967301"})
    void a_level_that_is_none(String level) {
        Visit visit = visit();
        refused(
                "422 unknown-level",
                rates(
                        visit.link(),
                        rating(visit.link(), 0, "qr").put("level", Long.valueOf(level))));
    }

    @Test
    void a_level_that_is_no_whole_number() {
        Visit visit = visit();
        for (Object level : List.of("5", 4.5, true, new JsonArray())) {
            refused(
                    "400 malformed",
                    rates(visit.link(), rating(visit.link(), 0, "qr").put("level", level)));
        }
    }

    @Test
    void reasons_that_are_none_or_of_another_level() {
        Visit visit = visit();
        for (JsonArray reasons :
                List.of(
                        new JsonArray().add("999"),
                        new JsonArray().add("517"),
                        new JsonArray().add("213").add("213"))) {
            refused(
                    "422 unknown-reason",
                    rates(visit.link(), rating(visit.link(), 2, "qr").put("reasons", reasons)));
        }
        JsonArray many = new JsonArray();
        for (int i = 0; i < 21; i++) {
            many.add("r" + i);
        }
        refused(
                "400 malformed",
                rates(visit.link(), rating(visit.link(), 2, "qr").put("reasons", many)));
    }

    @Test
    void a_negative_one_that_says_nothing_in_words_nobody_sees() {
        Visit visit = visit();
        refused("422 missing-field", rates(visit.link(), rating(visit.link(), 1, "qr")));
        refused(
                "422 missing-field",
                rates(
                        visit.link(),
                        rating(visit.link(), 1, "qr").put("comment", "\u200b\u202e \u3164\ufeff")));
    }

    @Test
    void a_comment_too_long_or_not_of_letters() {
        Visit visit = visit();
        JsonObject rating = rating(visit.link(), 5, "qr");
        refused("400 malformed", rates(visit.link(), rating.copy().put("comment", "长".repeat(21))));
        refused(
                "400 malformed",
                rates(visit.link(), rating.copy().put("comment", "x".repeat(501))));
        refused("400 malformed", rates(visit.link(), rating.copy().put("comment", "a\u0000b")));
        refused(
                "413 too-large",
                rates(visit.link(), rating.copy().put("comment", "x".repeat(2_000_000))));
    }

    @Test
    void a_text_that_hides_words_or_gives_somebody_s_number() {
        hall.post(
                Role.KIOSK,
                "/api/complaints",
                new JsonObject()
                        .put("text", "找\u200b张\u202e三 138\u200d-1234-5678 370303199001011234"));
        String kept =
                hall.get(Role.MANAGER, "/api/complaints")
                        .json()
                        .getJsonArray("complaints")
                        .getJsonObject(0)
                        .getString("text");
        assertEquals("找张三 138-****-5678 370***********1234", kept);
    }

    @Test
    void a_follow_up_before_the_first_twice_or_by_key() {
        Visit visit = visit();
        JsonObject again = rating(visit.link(), 5, "qr").put("followUp", true);
        refused("409 not-now", rates(visit.link(), again));
        taken(rates(visit.link(), rating(visit.link(), 3, "qr")));
        refused(
                "403 forbidden",
                rates(keypad("1"), rating(visit.id(), 5, "keypad").put("followUp", true)));
        taken(rates(visit.link(), again));
        refused("409 already-rated", rates(visit.link(), again));
    }

    @Test
    void somebody_else_says_why_a_key_was_pressed() {
        Visit visit = visit();
        Visit other = visit();
        taken(rates(keypad("1"), rating(visit.id(), 1, "keypad")));
        JsonObject why =
                new JsonObject()
                        .put("ticket", visit.id())
                        .put("reasons", new JsonArray().add("113"));
        refused("403 forbidden", hall.json(other.link(), "/api/ratings/reasons", why));
        refused("403 forbidden", hall.json(hall.token(Role.MANAGER), "/api/ratings/reasons", why));
        taken(hall.json(visit.link(), "/api/ratings/reasons", why));
        refused("409 not-now", hall.json(visit.link(), "/api/ratings/reasons", why));
    }

    @Test
    void a_kiosk_rates_the_tickets_that_it_gave() {
        Visit visit = visit();
        String cookie = hall.enrolledKiosk();
        refused("403 forbidden", byCookie(cookie, rating(visit.id(), 5, "kiosk")));
        taken(byCookie(cookie, rating(visit.link(), 5, "kiosk")));
    }

    @Test
    void a_kiosk_rates_in_bulk_with_papers_that_were_left_lying() {
        String cookie = hall.enrolledKiosk();
        for (int i = 0; i < KIOSK_RATINGS_A_MINUTE; i++) {
            taken(byCookie(cookie, rating(visit().link(), 5, "kiosk")));
        }
        refused("429 too-many", byCookie(cookie, rating(visit().link(), 5, "kiosk")));
    }

    private HttpRequest.Builder byCookie(String cookie, JsonObject rating) {
        return hall.request("/api/ratings")
                .header("Cookie", cookie)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(rating.encode()));
    }

    @Test
    void a_page_of_another_site_rates_by_the_kiosk_s_cookie() {
        String cookie = hall.enrolledKiosk();
        refused(
                "403 forbidden",
                hall.request("/api/ratings")
                        .header("Cookie", cookie)
                        .header("Sec-Fetch-Site", "cross-site")
                        .header("Content-Type", "application/json")
                        .POST(
                                BodyPublishers.ofString(
                                        rating(visit().link(), 5, "kiosk").encode())));
    }

    @Test
    void a_channel_that_the_caller_has_not() {
        Visit visit = visit();
        for (String channel : List.of("paper", "phone", "kiosk", "keypad")) {
            refused("403 forbidden", rates(visit.link(), rating(visit.link(), 5, channel)));
        }
        for (String channel : List.of("keypad", "kiosk", "qr", "sms", "wechat")) {
            refused(
                    "403 forbidden",
                    rates(hall.token(Role.MANAGER), rating(visit.id(), 5, channel)));
        }
        for (Role role : List.of(Role.OFFICER, Role.ADMIN, Role.HELPER)) {
            refused("403 forbidden", rates(hall.token(role), rating(visit.id(), 5, "paper")));
        }
    }

    /** It cannot be told from true ones one by one; who did how many of them is shown. */
    @Test
    void a_manager_enters_paper_ratings_that_nobody_wrote() {
        String manager = hall.grant(Role.MANAGER, Optional.empty());
        for (int i = 0; i < 4; i++) {
            taken(rates(manager, rating(visit().id(), 5, i == 0 ? "phone" : "paper")));
        }
        JsonObject entered =
                hall.get(Role.OFFICER, "/api/ratings/entered?from=2026-03-02&to=2026-03-02").json();
        List<JsonObject> rows =
                entered.getJsonArray("entered").stream().map(JsonObject.class::cast).toList();
        JsonObject paper =
                rows.stream()
                        .filter(row -> row.getString("channel").equals("paper"))
                        .filter(row -> row.getInteger("ratings") == 3)
                        .findFirst()
                        .orElseThrow();
        assertEquals(3, paper.getInteger("positive"));
        assertEquals(0, paper.getInteger("negative"));
        assertEquals("manager", paper.getString("role"));
        assertEquals(
                3 * 1000 / entered.getInteger("rated"), paper.getInteger("perMille").intValue());
    }

    /** The negative one stays out of the figures and stays; the person may still say more. */
    @Test
    void a_negative_one_is_appealed_away_by_one_alone_and_followed_up_after_it_was_upheld() {
        Visit visit = visit();
        Server.Got rated =
                hall.send(rates(visit.link(), rating(visit.link(), 1, "qr").put("comment", "假的")));
        String about = "/api/rectifications/" + rated.json().getString("id");
        String mine = hall.grant(Role.OFFICER, Optional.empty());
        JsonObject appeal = new JsonObject().put("ground", "MALICIOUS").put("text", "监控里没有这个人");
        taken(hall.json(mine, about + "/appeal", appeal));
        JsonObject upheld = new JsonObject().put("decision", "UPHELD").put("text", "属实");
        refused("403 forbidden", hall.json(mine, about + "/review", upheld));
        taken(hall.json(hall.token(Role.OFFICER), about + "/review", upheld));
        assertEquals(true, hall.get(mine, about).json().getBoolean("excluded"));
        taken(rates(visit.link(), rating(visit.link(), 5, "qr").put("followUp", true)));
        assertEquals(true, hall.get(mine, about).json().getBoolean("excluded"));
        refused("409 already-rated", rates(visit.link(), rating(visit.link(), 5, "qr")));
    }

    @Test
    void after_the_deadline_and_with_the_clock_set_back(@TempDir Path other) throws IOException {
        String link;
        try (Server before = Server.open(other)) {
            before.post(Role.MANAGER, "/api/windows/1/open");
            JsonObject ticket = before.take("社保");
            link = ticket.getString("link");
            before.post(Role.MANAGER, "/api/windows/1/next");
            before.post(Role.MANAGER, "/api/windows/1/serve");
            before.post(
                    Role.MANAGER, "/api/windows/1/finish", new JsonObject().put("outcome", "DONE"));
        }
        try (Server after = Server.openAt("2026-03-12T09:00:00+08:00", other)) {
            JsonObject rating = rating(link, 5, "qr");
            assertEquals("404 unknown-ticket", after.post(link, "/api/ratings", rating).problem());
            after.post(
                    Role.ADMIN,
                    "/api/clock",
                    new JsonObject().put("to", "2026-03-03T09:00:00+08:00"));
            assertEquals("404 unknown-ticket", after.post(link, "/api/ratings", rating).problem());
        }
    }
}
