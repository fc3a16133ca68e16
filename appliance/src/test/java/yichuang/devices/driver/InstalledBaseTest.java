package yichuang.devices.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import yichuang.devices.DeviceKind;

/** The devices file may name screens and pads that the hall owns, and is told what is wrong. */
class InstalledBaseTest {
    private static final Map<String, Object> SCREEN =
            Map.of("host", "192.168.1.70", "model", "6E1", "width", 128L, "height", 32L);

    @Test
    void a_screen_on_the_network_needs_its_model_and_size() {
        assertEquals(List.of(), found(screen(1, SCREEN)));
        assertEquals(3, found(screen(1, Map.of("host", "192.168.1.70"))).size());
    }

    @Test
    void a_screen_has_one_way_to_it_and_on_a_bus_a_number() {
        assertEquals(
                List.of("onbon takes a host or a bus. Give one of them."),
                found(screen(1, with(SCREEN, "bus", "s1", "screen", 2L))));
        Map<String, Object> onBus = with(SCREEN, "bus", "s1");
        onBus.remove("host");
        assertEquals(
                List.of("On a bus it needs its number. Give screen."), found(screen(1, onBus)));
        assertEquals(List.of(), found(screen(1, with(onBus, "screen", 2L))));
    }

    @Test
    void what_the_controller_cannot_show_is_told() {
        assertEquals(
                List.of("width 100 must be a multiple of 8."),
                found(screen(1, with(SCREEN, "width", 100L))));
        assertEquals(
                List.of("x 8 must be a multiple of 32."), found(screen(1, with(SCREEN, "x", 8L))));
        assertEquals(List.of(), found(screen(1, with(SCREEN, "model", "5E1", "x", 8L))));
        assertEquals(
                List.of("More than 262144 dots do not fit the controller."),
                found(screen(1, with(SCREEN, "width", 2048L, "height", 1024L))));
        assertEquals(1, found(screen(1, with(SCREEN, "model", "6Q1"))).size());
    }

    @Test
    void two_screens_at_one_place_are_told_with_both_lines() {
        assertEquals(
                List.of("port 192.168.1.70:5005 is taken already, on line 1. Give another."),
                found(screen(1, SCREEN), screen(2, SCREEN)));
        Map<String, Object> onBus = with(SCREEN, "bus", "s1", "screen", 2L);
        onBus.remove("host");
        assertEquals(
                List.of("address 2 on bus s1 is taken already, on line 1. Give another."),
                found(screen(1, onBus), screen(2, onBus)));
    }

    @Test
    void a_pads_levels_are_clear() {
        assertEquals(List.of(), found(pad(1, Map.of())));
        assertEquals(
                List.of(),
                found(pad(1, Map.of("levels", List.of("1=5", "2=4", "3=3", "4=2", "5=1")))));
        String twice = "levels names a key or a level twice. Give each once.";
        assertEquals(List.of(twice), found(pad(1, Map.of("levels", List.of("0=5", "1=5")))));
        assertEquals(List.of(twice), found(pad(1, Map.of("levels", List.of("0=5", "0=4")))));
        assertEquals(1, found(pad(1, Map.of("levels", List.of("0=6")))).size());
    }

    @Test
    void two_pads_have_two_addresses() {
        assertEquals(
                List.of("address 3 on bus p1 is taken already, on line 1. Give another."),
                found(pad(1, Map.of()), pad(2, Map.of())));
    }

    @Test
    void one_serial_port_is_not_for_two() {
        Hardware hardware =
                new Hardware(
                        List.of(
                                bus("p1", "ff68", 1, Map.of("port", "/dev/ttyAMA0")),
                                bus("s1", "serial", 2, Map.of("port", "/dev/ttyAMA0"))),
                        List.of(
                                piece(
                                        "escpos",
                                        DeviceKind.PRINTER,
                                        3,
                                        Map.of("serial", "/dev/ttyAMA0"))));
        assertEquals(
                List.of(
                        "port /dev/ttyAMA0 is taken already, on line 1. Give another.",
                        "pin GPIO14 is taken already, on line 1. Give another.",
                        "pin GPIO15 is taken already, on line 1. Give another.",
                        "port /dev/ttyAMA0 is taken already, on line 1. Give another.",
                        "pin GPIO14 is taken already, on line 1. Give another.",
                        "pin GPIO15 is taken already, on line 1. Give another."),
                english(hardware));
    }

    @Test
    void a_serial_printer_draws_no_code_at_a_slow_line() {
        assertEquals(
                1,
                found(
                                piece(
                                        "escpos",
                                        DeviceKind.PRINTER,
                                        1,
                                        Map.of(
                                                "serial",
                                                "/dev/ttyUSB0",
                                                "baud",
                                                9_600L,
                                                "qr",
                                                "picture")))
                        .size());
    }

    private static Map<String, Object> with(Map<String, Object> settings, Object... more) {
        Map<String, Object> all = new LinkedHashMap<>(settings);
        for (int i = 0; i < more.length; i += 2) {
            all.put((String) more[i], more[i + 1]);
        }
        return all;
    }

    private static Hardware.Piece screen(int line, Map<String, Object> settings) {
        return piece("onbon", DeviceKind.DISPLAY, line, settings);
    }

    private static Hardware.Piece pad(int line, Map<String, Object> settings) {
        return piece(
                "ff68-pad", DeviceKind.KEYPAD, line, with(settings, "bus", "p1", "address", 3L));
    }

    private static List<String> found(Hardware.Piece... pieces) {
        return english(
                new Hardware(
                        List.of(
                                bus("p1", "ff68", 8, Map.of("port", "/dev/ttyUSB0")),
                                bus("s1", "serial", 9, Map.of("port", "tcp://10.0.0.9:4001"))),
                        List.of(pieces)));
    }

    private static List<String> english(Hardware hardware) {
        return HardwareCheck.of(Installed.all(), hardware).stream().map(Finding::english).toList();
    }

    private static Hardware.Wire bus(
            String id, String kind, int line, Map<String, Object> settings) {
        return new Hardware.Wire(id, kind, settings(line, settings));
    }

    private static Hardware.Piece piece(
            String driver, DeviceKind kind, int line, Map<String, Object> settings) {
        return new Hardware.Piece(
                "one",
                driver,
                settings(line, settings),
                List.of(new Hardware.Part("device-" + line, kind, Optional.empty())));
    }

    private static Settings settings(int line, Map<String, Object> settings) {
        Map<String, Settings.Value> values = new LinkedHashMap<>();
        settings.forEach((key, what) -> values.put(key, new Settings.Value(line, what)));
        return new Settings(line, values);
    }
}
