package yichuang.devices.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import yichuang.devices.Device;
import yichuang.devices.DeviceKind;

/** What two devices cannot both have, and what no driver can use, is told before anything opens. */
class HardwareCheckTest {
    private static final Installed INSTALLED =
            Installed.of(List.of(new Lamp()), List.of(new Wires()));

    /** A lamp at an address of a bus, with a pin of its own. */
    private static final class Lamp implements DriverFactory {
        @Override
        public String name() {
            return "lamp";
        }

        @Override
        public List<DeviceKind> kinds() {
            return List.of(DeviceKind.DISPLAY);
        }

        @Override
        public List<Field> fields() {
            return List.of(
                    Field.required("bus", new Field.OfBus(List.of("wires")), "总线", "a bus"),
                    Field.required("address", new Field.Whole(1, 32), "1 到 32", "1 to 32"),
                    Field.optional("pins", new Field.Wholes(0, 27, 1, 2), "引脚", "pins"));
        }

        @Override
        public List<Claim> claims(Settings settings) {
            List<Claim> claims =
                    new ArrayList<>(settings.wholes("pins").stream().map(Claim::pin).toList());
            claims.add(Claim.address(settings.text("bus"), settings.whole("address")));
            return claims;
        }

        @Override
        public Device open(DeviceKind kind, Settings settings, DriverContext context) {
            throw new IllegalStateException("nothing is opened by a check");
        }
    }

    private static final class Wires implements BusFactory {
        @Override
        public String name() {
            return "wires";
        }

        @Override
        public List<Field> fields() {
            return List.of(
                    Field.required("port", new Field.Words("/dev/.+"), "端口", "a port"),
                    Field.optional("pin", Field.pin(), "引脚", "a pin"));
        }

        @Override
        public List<Claim> claims(Settings settings) {
            return settings.findWhole("pin").map(Claim::pin).stream().toList();
        }

        @Override
        public Bus open(String id, Settings settings, Clock clock) {
            throw new IllegalStateException("nothing is opened by a check");
        }
    }

    @Test
    void what_is_right_is_not_found_fault_with() {
        assertEquals(
                List.of(),
                check(
                        bus(1, "a", "port", "/dev/ttyAMA0"),
                        lamp(2, "1", "bus", "a", "address", 1L, "pins", List.of(4L, 5L)),
                        lamp(3, "2", "bus", "a", "address", 2L)));
    }

    @Test
    void two_boards_at_one_address_are_told_with_both_lines() {
        assertEquals(
                List.of("3 address 1 on bus a is taken already, on line 2. Give another."),
                check(
                        bus(1, "a", "port", "/dev/ttyAMA0"),
                        lamp(2, "1", "bus", "a", "address", 1L),
                        lamp(3, "2", "bus", "a", "address", 1L)));
    }

    @Test
    void a_pin_has_one_use_also_between_a_bus_and_a_device() {
        assertEquals(
                List.of("2 pin GPIO18 is taken already, on line 1. Give another."),
                check(
                        bus(1, "a", "port", "/dev/ttyAMA0", "pin", 18L),
                        lamp(2, "1", "bus", "a", "address", 1L, "pins", List.of(18L))));
    }

    @Test
    void two_controllers_have_pins_of_their_own() {
        assertEquals(
                List.of(),
                check(
                        bus(1, "a", "port", "/dev/ttyAMA0", "pin", 18L),
                        bus(2, "b", "port", "/dev/ttyAMA0", "pin", 18L),
                        lamp(3, "1", "bus", "a", "address", 1L),
                        on("s1", lamp(4, "2", "bus", "b", "address", 1L))));
    }

    @Test
    void devices_of_one_bus_hang_on_one_controller() {
        assertEquals(
                List.of(
                        "3 display-2 hangs on another controller than the rest of bus a. Bring them"
                                + " together under \"nodes\", or give it another bus."),
                check(
                        bus(1, "a", "port", "/dev/ttyAMA0"),
                        lamp(2, "1", "bus", "a", "address", 1L),
                        on("s1", lamp(3, "2", "bus", "a", "address", 2L))));
    }

    @Test
    void each_wrong_setting_is_told_on_its_line() {
        assertEquals(
                List.of(
                        "1 wires lacks port. Add a port.",
                        "2 lamp has no setting \"adress\". Known: bus, address, pins.",
                        "2 There is no bus \"c\" under \"buses\". Add it, or correct bus.",
                        "2 lamp lacks address. Add 1 to 32.",
                        "3 address \"33\" does not fit. Give: 1 to 32.",
                        "3 pins \"[4, 28]\" does not fit. Give: pins."),
                check(
                        bus(1, "a"),
                        lamp(2, "1", "bus", "c", "adress", 1L),
                        lamp(3, "2", "bus", "a", "address", 33L, "pins", List.of(4L, 28L))));
    }

    private static List<String> check(Object... hardware) {
        Hardware all =
                new Hardware(
                        Arrays.stream(hardware)
                                .filter(Hardware.Wire.class::isInstance)
                                .map(Hardware.Wire.class::cast)
                                .toList(),
                        Arrays.stream(hardware)
                                .filter(Hardware.Piece.class::isInstance)
                                .map(Hardware.Piece.class::cast)
                                .toList());
        return HardwareCheck.of(INSTALLED, all).stream()
                .map(finding -> finding.line() + " " + finding.english())
                .toList();
    }

    private static Hardware.Wire bus(int line, String id, Object... settings) {
        return new Hardware.Wire(id, "wires", settings(line, settings));
    }

    private static Hardware.Piece lamp(int line, String place, Object... settings) {
        return new Hardware.Piece(
                place,
                "lamp",
                settings(line, settings),
                List.of(
                        new Hardware.Part(
                                "display-" + place, DeviceKind.DISPLAY, Optional.empty())));
    }

    private static Hardware.Piece on(String node, Hardware.Piece piece) {
        return new Hardware.Piece(
                piece.at(),
                piece.driver(),
                piece.settings(),
                piece.devices().stream()
                        .map(part -> new Hardware.Part(part.id(), part.kind(), Optional.of(node)))
                        .toList());
    }

    private static Settings settings(int line, Object... settings) {
        Map<String, Settings.Value> values = new LinkedHashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            values.put((String) settings[i], new Settings.Value(line, settings[i + 1]));
        }
        return new Settings(line, values);
    }
}
