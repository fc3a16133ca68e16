package yichuang.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.hall.Role;

/** Letting others go first, from the phone and from the desk. */
class PostponeOverHttpTest {
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

    private static JsonObject by(int places) {
        return new JsonObject().put("by", places);
    }

    private Server.Got phone(String link, int places) {
        return hall.post(link, "/api/tickets/" + link + "/postpone", by(places));
    }

    @Test
    void the_answer_is_the_ticket_with_how_many_go_first_and_how_often_is_left() {
        String link = hall.take("社保").getString("link");
        hall.take("社保");
        hall.take("社保");
        assertEquals(3, hall.get(link, "/api/tickets/" + link).json().getInteger("postponesLeft"));

        Server.Got got = phone(link, 1);

        assertEquals(200, got.status(), got.text());
        assertEquals(1, got.json().getInteger("postponedBy"));
        assertEquals(2, got.json().getInteger("postponesLeft"));
        assertEquals(1, got.json().getInteger("ahead"));
        assertEquals("waiting", got.json().getString("state"));
        assertEquals(1, got.json().getJsonArray("legs").size());
        assertFalse(got.text().contains(link), "no answer but the first holds the link");
    }

    @Test
    void with_fewer_behind_it_goes_behind_all_of_them_and_with_nobody_it_is_told_so() {
        String link = hall.take("社保").getString("link");
        assertEquals("409 not-now", phone(link, 1).problem());
        hall.take("社保");

        assertEquals(1, phone(link, 20).json().getInteger("postponedBy"));

        Server.Got last = phone(link, 1);
        assertEquals("409 not-now", last.problem());
        assertTrue(last.json().getString("detail").contains("A0001"), last.text());
    }

    @Test
    void three_times_is_enough() {
        String link = hall.take("社保").getString("link");
        for (int i = 0; i < 3; i++) {
            hall.take("社保");
            assertEquals(200, phone(link, 1).status());
        }
        hall.take("社保");
        Server.Got fourth = phone(link, 1);
        assertEquals("409 not-now", fourth.problem());
        assertEquals(3, fourth.json().getInteger("postponesMax"));
        assertEquals(0, hall.get(link, "/api/tickets/" + link).json().getInteger("postponesLeft"));
    }

    @Test
    void the_same_key_postpones_once_and_says_the_same_number() {
        String link = hall.take("社保").getString("link");
        hall.take("社保");
        hall.take("社保");
        HttpRequest.Builder request =
                hall.json(link, "/api/tickets/" + link + "/postpone", by(1))
                        .header("Idempotency-Key", "once");
        Server.Got first = hall.send(request);
        Server.Got again = hall.send(request);
        assertEquals(200, first.status(), first.text());
        assertEquals(200, again.status(), again.text());
        for (String what : List.of("postponedBy", "postponesLeft", "ahead", "state")) {
            assertEquals(first.json().getValue(what), again.json().getValue(what), what);
        }
    }

    @Test
    void one_to_twenty_places_only_for_a_ticket_of_ones_own_and_at_no_kiosk() {
        JsonObject taken = hall.take("社保");
        JsonObject other = hall.take("社保");
        String link = taken.getString("link");
        String path = "/api/tickets/" + taken.getString("id") + "/postpone";
        assertEquals("400 malformed", phone(link, 0).problem());
        assertEquals("400 malformed", phone(link, 21).problem());
        assertEquals("400 malformed", hall.post(link, path, by(1).put("by", "2")).problem());
        assertEquals("422 missing-field", hall.post(link, path, new JsonObject()).problem());
        assertEquals("403 forbidden", hall.post(Role.KIOSK, path, by(1)).problem());
        assertEquals("403 forbidden", hall.post(other.getString("link"), path, by(1)).problem());
    }

    @Test
    void staff_name_a_ticket_by_its_number() {
        JsonObject taken = hall.take("社保");
        hall.take("社保");
        assertEquals(
                1,
                hall.post(Role.HELPER, "/api/tickets/a0001/postpone", by(1))
                        .json()
                        .getInteger("postponedBy"));
        for (Role role : List.of(Role.WINDOW, Role.HELPER, Role.MANAGER)) {
            Server.Got seen = hall.get(role, "/api/tickets/A0001");
            assertEquals(taken.getString("id"), seen.json().getString("id"));
            assertFalse(seen.text().contains(taken.getString("link")));
        }
        JsonObject wanted = new JsonObject().put("items", new JsonArray(List.of("医保")));
        Server.Got changed = hall.post(Role.HELPER, "/api/tickets/A0001/change", wanted);
        assertEquals(200, changed.status(), changed.text());
        assertEquals(
                200,
                hall.send(
                                hall.request("/api/tickets/A0001")
                                        .header(
                                                "Authorization",
                                                "Bearer " + hall.token(Role.MANAGER))
                                        .DELETE())
                        .status());
    }

    @Test
    void who_is_not_staff_does_not() {
        JsonObject taken = hall.take("社保");
        hall.take("社保");
        String link = taken.getString("link");
        for (Role role : List.of(Role.KIOSK, Role.OFFICER, Role.ADMIN)) {
            assertEquals("404 unknown-ticket", hall.get(role, "/api/tickets/A0001").problem());
        }
        assertEquals("403 forbidden", hall.get(link, "/api/tickets/A0001").problem());
        JsonObject wanted = new JsonObject().put("items", new JsonArray(List.of("医保")));
        assertEquals(
                "404 unknown-ticket",
                hall.post(Role.KIOSK, "/api/tickets/A0001/change", wanted).problem());
        assertEquals(
                "404 unknown-ticket",
                hall.post(Role.KIOSK, "/api/helpers", new JsonObject().put("ticket", "A0001"))
                        .problem());
        assertEquals("404 unknown-ticket", hall.get(Role.HELPER, "/api/tickets/Z9999").problem());
    }
}
