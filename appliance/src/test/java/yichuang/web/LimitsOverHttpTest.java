package yichuang.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/**
 * A kiosk that a child plays with does not empty the hall's numbers; a program with a service token
 * is not held back.
 */
class LimitsOverHttpTest {
    private static final int TICKETS_A_MINUTE = 2;
    private static final JsonObject TAKE =
            new JsonObject().put("items", new JsonArray(List.of("社保")));

    @TempDir Path dir;
    private Server hall;

    @BeforeEach
    void open() throws IOException {
        hall = Server.open(dir, WebLimits.standard(TICKETS_A_MINUTE, 6, 120));
    }

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void an_enrolled_kiosk_takes_so_many_tickets_a_minute_and_is_told_when_to_go_on() {
        String cookie = hall.enrolledKiosk();
        for (int i = 0; i < TICKETS_A_MINUTE; i++) {
            assertEquals(201, take(cookie).status());
        }
        Server.Got refused = take(cookie);
        assertEquals("429 too-many", refused.problem());
        assertTrue(Integer.parseInt(refused.header("Retry-After")) > 0);
        int tickets = hall.look(one -> one.tickets().size());
        assertEquals(TICKETS_A_MINUTE, tickets);
    }

    @Test
    void a_service_token_takes_as_many_as_it_likes() {
        for (int i = 0; i < 2 * TICKETS_A_MINUTE; i++) {
            hall.take("社保");
        }
        int tickets = hall.look(one -> one.tickets().size());
        assertEquals(2 * TICKETS_A_MINUTE, tickets);
    }

    private Server.Got take(String cookie) {
        return hall.send(
                hall.request("/api/tickets")
                        .header("Cookie", cookie)
                        .header("Sec-Fetch-Site", "same-origin")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(TAKE.encode())));
    }
}
