package yichuang.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.hall.Role;

/** The same ticket on paper again, where the greeter wants it. */
class ReprintOverHttpTest {
    @TempDir Path dir;
    private Server hall;

    @BeforeEach
    void open() throws IOException {
        hall = Server.openWithPrinter(dir);
    }

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void a_greeter_reprints_at_a_printer_that_the_hall_has() {
        hall.take("社保");
        assertEquals(
                "404 unknown-address",
                hall.post(
                                Role.HELPER,
                                "/api/tickets/A0001/reprint",
                                new JsonObject().put("printer", "printer-9"))
                        .problem());
        assertEquals(
                "404 unknown-address",
                hall.post(
                                Role.HELPER,
                                "/api/tickets/A0001/reprint",
                                new JsonObject().put("printer", "keypad-1"))
                        .problem());
        for (JsonObject body :
                List.of(
                        new JsonObject(),
                        new JsonObject().put("printer", "k1"),
                        new JsonObject().put("printer", "printer-k1"))) {
            assertEquals(
                    200,
                    hall.post(Role.HELPER, "/api/tickets/A0001/reprint", body).status(),
                    body::encode);
        }
    }
}
