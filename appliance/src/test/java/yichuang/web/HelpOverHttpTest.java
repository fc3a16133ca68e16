package yichuang.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.hall.HelpCall;
import yichuang.hall.Role;
import yichuang.hall.WindowId;

/** Calls for help: who may make which, and who went. */
class HelpOverHttpTest {
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

    private static JsonObject kind(String kind) {
        return new JsonObject().put("kind", kind);
    }

    private Server.Got answer(Role role, String help) {
        return hall.post(role, "/api/helpers/" + help + "/answer", new JsonObject());
    }

    @Test
    void a_window_calls_security_and_whoever_comes_second_hears_who_went() {
        String window = hall.grant(Role.WINDOW, Optional.of(new WindowId("2")));
        Server.Got asked = hall.post(window, "/api/helpers", kind("security"));
        assertEquals(201, asked.status(), asked.text());
        assertEquals("security", asked.json().getString("kind"));
        assertEquals("window 2", asked.json().getString("where"));
        assertTrue(asked.json().getString("at").startsWith("2026-03-02T09:0"));
        String help = asked.json().getString("id");
        assertEquals(
                help, hall.post(window, "/api/helpers", kind("security")).json().getString("id"));

        assertEquals(200, answer(Role.HELPER, help).status());

        Server.Got second = answer(Role.MANAGER, help);
        assertEquals("409 not-now", second.problem());
        assertEquals("helper", second.json().getString("by"));
    }

    @Test
    void a_kiosk_or_phone_calls_a_helper_and_nobody_else() {
        JsonObject taken = hall.take("社保");
        String link = taken.getString("link");
        assertEquals(
                "helper",
                hall.post(Role.KIOSK, "/api/helpers", new JsonObject()).json().getString("kind"));
        assertEquals(201, hall.post(link, "/api/helpers", kind("helper")).status());
        assertEquals(
                "403 forbidden", hall.post(Role.KIOSK, "/api/helpers", kind("security")).problem());
        assertEquals("403 forbidden", hall.post(link, "/api/helpers", kind("colleague")).problem());
        assertEquals(
                "400 malformed", hall.post(Role.KIOSK, "/api/helpers", kind("doctor")).problem());
    }

    @Test
    void what_is_open_says_where_and_about_whom() {
        hall.take("社保");
        hall.post(
                Role.HELPER,
                "/api/helpers",
                new JsonObject().put("where", "导办台").put("ticket", "A0001").put("note", "轮椅"));
        HelpCall open = hall.look(one -> one.help().getFirst());
        assertEquals("导办台", open.where());
        assertEquals(Optional.of("A0001"), open.number());
        assertEquals(Optional.of("轮椅"), open.note());
    }

    @Test
    void an_unknown_call_cannot_be_answered_nor_any_by_a_kiosk() {
        assertEquals("404 unknown-address", answer(Role.HELPER, "nobody").problem());
        assertEquals("403 forbidden", answer(Role.KIOSK, "nobody").problem());
    }
}
