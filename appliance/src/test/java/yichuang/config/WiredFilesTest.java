package yichuang.config;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pins that cannot be, or are there twice, are told with their lines before anything is opened. */
class WiredFilesTest {
    private static final String PLACES =
            """
            driver: virtual
            windows: [display, keypad, panic]
            terminals: []
            kiosks: []
            boards: []
            """;

    @TempDir Path folder;

    private SmallHall wired(String hardware) {
        return SmallHall.in(folder).write("devices/virtual.yaml", PLACES + hardware);
    }

    /** {@return line and English of everything wrong} */
    private List<String> wrong(String hardware) {
        SmallHall hall = wired(hardware);
        return assertThrows(ConfigErrors.class, hall::load).problems().stream()
                .map(problem -> problem.line() + " " + problem.english())
                .toList();
    }

    @Test
    void a_hall_with_pins_an_expander_and_dots_is_right() {
        SmallHall hall =
                wired(
                        """
                        buses:
                          - {id: x, kind: i2c}
                        hardware:
                          - at: keypad-1
                            driver: gpio-keypad
                            keys: [5, 6, 13, 19, 26]
                            lamps: [12, 16, 20, 21, 25]
                          - at: keypad-2
                            driver: mcp23017-keypad
                            bus: x
                            keys: ["20.A0", "20.A1", "20.A2", "20.A3", "21.A4"]
                            lamps: ["20.B0", "20.B1", "20.B2", "20.B3", "20.B7"]
                          - {at: panic-1, driver: gpio-button, pin: 17}
                          - {at: panic-2, driver: mcp23017-button, bus: x, line: "20.A5"}
                          - {at: display-1, driver: max7219, select: 0, modules: 4}
                        """);
        assertDoesNotThrow(hall::load);
    }

    @Test
    void a_pin_that_a_bus_needs_is_refused() {
        assertEquals(
                List.of(
                        "9 GPIO2 is kept for I²C. Give one of: 4 5 6 12 13 16 17 18 19 20 21 22 23"
                                + " 24 25 26 27."),
                wrong(
                        """
                        hardware:
                          - at: keypad-1
                            driver: gpio-keypad
                            keys: [2, 6, 13, 19, 26]
                            lamps: [12, 16, 20, 21, 25]
                        """));
    }

    @Test
    void a_pin_of_two_devices_is_refused_with_both_lines() {
        assertEquals(
                List.of("11 pin GPIO26 is taken already, on line 7. Give another."),
                wrong(
                        """
                        hardware:
                          - at: keypad-1
                            driver: gpio-keypad
                            keys: [5, 6, 13, 19, 26]
                            lamps: [12, 16, 20, 21, 25]
                          - {at: panic-1, driver: gpio-button, pin: 26}
                        """));
    }

    @Test
    void a_pin_that_no_header_has_is_refused() {
        assertEquals(
                List.of("7 pin \"28\" does not fit. Give: the pin of the button by BCM number."),
                wrong(
                        """
                        hardware:
                          - {at: panic-1, driver: gpio-button, pin: 28}
                        """));
    }

    @Test
    void a_line_of_an_expander_has_one_use_and_no_key_where_only_a_lamp_can_be() {
        String half =
                """
                buses:
                  - {id: x, kind: i2c}
                hardware:
                  - {at: panic-1, driver: mcp23017-button, bus: x, line: "20.A5"}
                """;
        assertEquals(
                List.of("10 line 20.A5 of bus x is taken already, on line 9. Give another."),
                wrong(
                        half
                                + "  - {at: panic-2, driver: mcp23017-button, bus: x, line: \"20.A5\"}\n"));
        assertEquals(
                List.of(
                        "10 20.A7 can only be an output (data sheet: A7, B7) and takes no key. Give"
                                + " the key another line; a lamp may have this one."),
                wrong(
                        half
                                + "  - {at: panic-2, driver: mcp23017-button, bus: x, line: \"20.A7\"}\n"));
    }
}
