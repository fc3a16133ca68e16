package yichuang.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.hall.Role;

/** A manager taps a number and reads whose it is. */
class BehindOverHttpTest {
    private static final String OF = "/api/manager/tickets?of=";

    @TempDir Path dir;

    @Test
    void a_number_is_asked_whose_it_is() throws IOException {
        try (Server hall = Server.open(dir)) {
            hall.post(Role.WINDOW, "/api/windows/1/open");
            hall.take("社保");
            String second = hall.take("社保").getString("number");
            hall.post(Role.WINDOW, "/api/windows/1/next");

            JsonObject waiting = hall.get(Role.MANAGER, OF + "waiting&zone=social").json();
            assertEquals(1, waiting.getInteger("total"));
            JsonObject one = waiting.getJsonArray("tickets").getJsonObject(0);
            assertEquals(second, one.getString("number"));
            assertEquals(List.of("社保"), one.getJsonArray("items").getList());
            JsonObject called =
                    hall.get(Role.OFFICER, OF + "called15")
                            .json()
                            .getJsonArray("tickets")
                            .getJsonObject(0);
            assertEquals("1", called.getString("window"));
            assertEquals(true, called.getBoolean("withinTarget"));
            assertEquals(0, hall.get(Role.ADMIN, OF + "no-show").json().getInteger("total"));
        }
    }

    @Test
    void nobody_reads_who_has_rated() throws IOException {
        try (Server hall = Server.open(dir)) {
            assertEquals("400 malformed", hall.get(Role.MANAGER, OF + "rated").problem());
        }
    }

    @Test
    void a_part_the_hall_does_not_have_is_said_to_be_none() throws IOException {
        try (Server hall = Server.open(dir)) {
            assertEquals(
                    "400 malformed", hall.get(Role.MANAGER, OF + "waiting&zone=moon").problem());
            assertEquals("403 forbidden", hall.get(Role.WINDOW, OF + "waiting").problem());
        }
    }
}
