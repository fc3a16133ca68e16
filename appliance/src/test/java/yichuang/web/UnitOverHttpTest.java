package yichuang.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.hall.Role;

/**
 * An office outside of the hall is rated by its code, without a ticket: what is taken, and what
 * somebody finds out who wants to flood it. The small hall takes two a day of a browser, three of a
 * network, five of all.
 */
class UnitOverHttpTest {
    @TempDir Path dir;
    private Server hall;
    private String link;

    /** The page in one browser. */
    private record Page(String opening, String cookie) {}

    @BeforeEach
    void open() throws IOException {
        hall = Server.open(dir);
        link = hall.links.ofUnit("cheguan");
    }

    @AfterEach
    void close() {
        hall.close();
    }

    private Page opened(Optional<String> cookie) {
        HttpRequest.Builder request = hall.request("/api/openings/" + link);
        cookie.ifPresent(known -> request.header("Cookie", known));
        Server.Got got = hall.send(request);
        assertEquals(200, got.status(), got.text());
        String given = got.header("Set-Cookie");
        assertNotEquals(cookie.isPresent(), !given.isEmpty(), given);
        return new Page(
                got.json().getString("opening"),
                cookie.orElseGet(() -> given.substring(0, given.indexOf(';'))));
    }

    private Server.Got rates(Page page, int level, String... reasons) {
        JsonArray said = new JsonArray();
        for (String reason : reasons) {
            said.add(reason);
        }
        return rates(
                Optional.of(page.cookie()),
                "cheguan",
                new JsonObject()
                        .put("link", link)
                        .put("opening", page.opening())
                        .put("level", level)
                        .put("reasons", said));
    }

    private Server.Got rates(Optional<String> cookie, String unit, JsonObject body) {
        HttpRequest.Builder request =
                hall.request("/api/units/" + unit + "/ratings")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body.encode()));
        cookie.ifPresent(known -> request.header("Cookie", known));
        return hall.send(request);
    }

    private void refused(String problem, Server.Got got, byte[] before) {
        assertEquals(problem, got.problem(), got.text());
        assertArrayEquals(before, hall.state(), "something was stored");
    }

    @Test
    void who_scans_the_code_sees_the_office_and_rates_once() {
        Server.Got page = hall.send(hall.request("/u/" + link));
        assertEquals(200, page.status());
        JsonObject shown = hall.send(hall.request("/api/openings/" + link)).json();
        assertEquals("车管所", shown.getJsonObject("unit").getString("name"));
        assertFalse(shown.getJsonArray("reasons").isEmpty());
        Page opened = opened(Optional.empty());
        Server.Got got = rates(opened, 5);
        assertEquals(201, got.status(), got.text());
        assertFalse(got.json().getString("id").isEmpty());
        byte[] before = hall.state();
        refused("409 not-now", rates(opened, 1, "113"), before);
    }

    @Test
    void who_is_not_content_says_why() {
        Page page = opened(Optional.empty());
        byte[] before = hall.state();
        refused("422 missing-field", rates(page, 1), before);
        refused("422 unknown-reason", rates(page, 1, "517"), before);
        refused("422 unknown-level", rates(page, 0), before);
        refused("422 unknown-level", rates(page, 6), before);
        assertEquals(201, rates(page, 1, "113").status());
        JsonObject followed =
                hall.get(Role.OFFICER, "/api/rectifications")
                        .json()
                        .getJsonArray("rectifications")
                        .getJsonObject(0);
        assertEquals("车管所", followed.getString("unit"));
        assertEquals("交警大队", followed.getString("department"));
        assertEquals(1, followed.getInteger("level"));
        assertEquals("qr", followed.getString("channel"));
        assertEquals("113", followed.getJsonArray("reasons").getJsonObject(0).getString("code"));
    }

    @Test
    void without_the_page_with_another_s_or_with_a_forged_one_nothing_is_taken() {
        Page mine = opened(Optional.empty());
        Page other = opened(Optional.empty());
        byte[] before = hall.state();
        refused("403 forbidden", rates(new Page(mine.opening(), other.cookie()), 5), before);
        refused("403 forbidden", rates(new Page("A".repeat(51), mine.cookie()), 5), before);
        refused(
                "403 forbidden",
                rates(new Page(mine.opening(), "yichuang-rater=00.00"), 5),
                before);
        JsonObject body =
                new JsonObject().put("link", link).put("opening", mine.opening()).put("level", 5);
        refused("403 forbidden", rates(Optional.empty(), "cheguan", body), before);
        refused("403 forbidden", rates(Optional.of(mine.cookie()), "kaoshi", body), before);
        refused(
                "404 unknown-address",
                rates(
                        Optional.of(mine.cookie()),
                        "cheguan",
                        body.copy().put("link", hall.links.ofUnit("kaoshi"))),
                before);
        refused(
                "404 unknown-address",
                rates(
                        Optional.of(mine.cookie()),
                        "cheguan",
                        body.copy().put("link", hall.take("社保").getString("link"))),
                hall.state());
        assertEquals(404, hall.send(hall.request("/api/openings/cheguan")).status());
        assertEquals(401, hall.get(link, "/api/items").status());
    }

    @Test
    void one_browser_and_one_network_have_their_bounds() {
        Page phone = opened(Optional.empty());
        assertEquals(201, rates(phone, 5).status());
        assertEquals(201, rates(opened(Optional.of(phone.cookie())), 5).status());
        byte[] before = hall.state();
        Server.Got third = rates(opened(Optional.of(phone.cookie())), 5);
        refused("409 not-now", third, before);
        assertEquals(2, third.json().getInteger("perDay"));
        assertEquals(201, rates(opened(Optional.empty()), 5).status());
        before = hall.state();
        Server.Got flooding = rates(opened(Optional.empty()), 1, "113");
        refused("409 not-now", flooding, before);
        assertTrue(flooding.json().getString("title").contains("网络"), flooding.text());
    }

    @Test
    void from_one_address_so_many_tries_a_minute() throws IOException {
        hall.close();
        hall =
                Server.open(
                        Files.createDirectory(dir.resolve("other")),
                        new WebLimits(600, 60, 6, 120, 2, 2_000, Duration.ofSeconds(10)));
        link = hall.links.ofUnit("cheguan");
        Page page = opened(Optional.empty());
        rates(page, 0);
        rates(page, 0);
        byte[] before = hall.state();
        refused("429 too-many", rates(page, 5), before);
        Server.Got enrolling =
                hall.send(
                        hall.request("/api/enrol")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"code\":\"ABCDEFGHJK\"}")));
        assertEquals("403 forbidden", enrolling.problem());
    }

    @Test
    void the_code_is_printed_by_those_who_may() {
        JsonObject unit =
                hall.get(Role.MANAGER, "/api/units").json().getJsonArray("units").getJsonObject(0);
        assertEquals("http://hall/u/" + link, unit.getString("address"));
        assertEquals("交警大队", unit.getString("department"));
        Server.Got qr = hall.get(Role.OFFICER, "/api/units/cheguan/qr");
        assertEquals("image/svg+xml", qr.header("Content-Type"));
        assertTrue(qr.text().startsWith("<svg"), qr.text());
        assertEquals(404, hall.get(Role.MANAGER, "/api/units/nowhere/qr").status());
        assertEquals(403, hall.get(Role.WINDOW, "/api/units").status());
        assertEquals(403, hall.get(Role.KIOSK, "/api/units/cheguan/qr").status());
        assertEquals(200, hall.get(Role.MANAGER, "/poster/cheguan").status());
    }
}
