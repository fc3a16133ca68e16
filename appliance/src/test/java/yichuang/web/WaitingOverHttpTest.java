package yichuang.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.hall.Role;

/** Who waits can read on the phone how long it will still take, as long as somebody knows. */
class WaitingOverHttpTest {
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

    @Test
    void with_a_window_open_the_wait_is_a_range_that_shrinks_as_people_are_called() {
        hall.post(Role.WINDOW, "/api/windows/1/open");
        hall.take("社保");
        hall.take("社保");
        String link = hall.take("社保").getString("link");

        JsonObject before = hall.get(link, "/api/tickets/" + link).json();
        hall.post(Role.WINDOW, "/api/windows/1/next");
        JsonObject after = hall.get(link, "/api/tickets/" + link).json();

        assertEquals(2, before.getInteger("ahead"));
        assertEquals(1, after.getInteger("ahead"));
        JsonObject wait = before.getJsonObject("wait");
        assertTrue(wait.getInteger("p50") <= wait.getInteger("p90"), wait::encode);
        assertTrue(wait.getInteger("p50") > 0, wait::encode);
    }

    @Test
    void without_a_window_there_is_a_notice_instead() {
        String link = hall.take("社保").getString("link");

        JsonObject ticket = hall.get(link, "/api/tickets/" + link).json();
        assertEquals("no-window-open", ticket.getString("notice"));
        assertNull(ticket.getValue("wait"));
    }
}
