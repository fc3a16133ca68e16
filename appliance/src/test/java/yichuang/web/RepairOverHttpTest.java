package yichuang.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.devices.DeviceFault;
import yichuang.hall.Role;

/** Hall IT tests and replaces devices; others may not, and what cannot be done says why. */
class RepairOverHttpTest {
    private static final String PRINTER = "/api/devices/printer-k1";

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
    void a_test_is_done_and_is_no_slip_of_the_hall() {
        assertEquals(200, hall.post(Role.ADMIN, PRINTER + "/test", new JsonObject()).status());

        JsonObject printer = hall.get(Role.ADMIN, PRINTER).json();
        assertEquals("ok", printer.getString("state"));
        assertNull(printer.getJsonObject("printed"));
    }

    @Test
    void only_hall_it_may() {
        for (Role role : Role.values()) {
            if (role != Role.ADMIN) {
                assertEquals(
                        "403 forbidden",
                        hall.post(role, PRINTER + "/test", new JsonObject()).problem());
                assertEquals("403 forbidden", hall.get(role, PRINTER + "/spares").problem());
                assertEquals(
                        "403 forbidden",
                        hall.post(role, PRINTER + "/replace", new JsonObject().put("spare", "0A"))
                                .problem());
            }
        }
    }

    /** A word that is not there would be an error when it is needed. */
    @Test
    void whatever_is_wrong_it_is_said_in_both_languages() {
        for (DeviceFault.Kind kind : DeviceFault.Kind.values()) {
            Problem problem =
                    Refusals.notNow("device-failed." + kind.code()).with("device", "display-3");
            String chinese = problem.json(Language.ZH).getString("hint");
            assertNotEquals(chinese, problem.json(Language.EN).getString("hint"));
        }
    }

    @Test
    void a_device_that_the_hall_has_not_is_unknown() {
        assertEquals(
                "404 unknown-address",
                hall.post(Role.ADMIN, "/api/devices/printer-9/test", new JsonObject()).problem());
    }

    @Test
    void what_has_no_address_on_a_bus_is_not_replaced_this_way() {
        assertEquals("409 not-now", hall.get(Role.ADMIN, PRINTER + "/spares").problem());
        assertEquals(
                "409 not-now",
                hall.post(Role.ADMIN, PRINTER + "/replace", new JsonObject().put("spare", "0A"))
                        .problem());
        assertEquals(
                "422 missing-field",
                hall.post(Role.ADMIN, PRINTER + "/replace", new JsonObject()).problem());
    }
}
