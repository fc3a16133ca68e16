package yichuang.devices.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.devices.DeviceFault;
import yichuang.devices.DeviceKind;
import yichuang.devices.DevicePlan;
import yichuang.devices.Keys;
import yichuang.devices.Printer;

/** The devices file may name a printer and a voice, and is told what is wrong with them. */
class PrinterAndVoiceTest {
    @TempDir Path folder;

    @Test
    void a_printer_has_one_address_and_known_paper() {
        assertEquals(List.of(), found("escpos", Map.of("host", "192.168.1.60")));
        assertEquals(List.of(), found("escpos", Map.of("file", "/dev/usb/lp0", "paper", 58L)));
        assertEquals(
                List.of("escpos takes a host, a file or a serial. Give one of them."),
                found("escpos", Map.of("paper", 80L)));
        assertEquals(
                List.of("Paper of 70 is not known. Give 58 or 80."),
                found("escpos", Map.of("host", "printer", "paper", 70L)));
    }

    @Test
    void a_voice_has_hours_that_exist() {
        assertEquals(List.of(), found("espeak", Map.of("volume", List.of("08:30=80", "11:30=50"))));
        assertEquals(1, found("espeak", Map.of("volume", List.of("25:00=80"))).size());
    }

    @Test
    void two_voices_on_one_sound_card_would_talk_into_each_other() {
        assertEquals(
                List.of("port aplay -q is taken already, on line 1. Give another."),
                found(
                        piece("espeak", DeviceKind.SPEAKER, "speaker-1", Map.of()),
                        piece("espeak", DeviceKind.SPEAKER, "speaker-2", Map.of())));
    }

    @Test
    void a_printer_that_is_not_plugged_in_opens_and_says_so() {
        Hardware.Piece piece =
                piece(
                        "escpos",
                        DeviceKind.PRINTER,
                        "printer-k1",
                        Map.of("file", "/dev/usb/no-such-printer"));
        DriverContext context =
                new DriverContext(
                        new DevicePlan.Spot(
                                "printer-k1",
                                DeviceKind.PRINTER,
                                "k1",
                                Optional.empty(),
                                List.of(),
                                Optional.empty()),
                        Keys.NONE,
                        Clock.systemUTC(),
                        folder,
                        id -> {
                            throw new IllegalStateException(id);
                        });
        Printer printer =
                (Printer)
                        Installed.all()
                                .driver("escpos")
                                .orElseThrow()
                                .open(DeviceKind.PRINTER, piece.settings(), context);
        assertEquals(
                DeviceFault.Kind.NO_ANSWER, assertThrows(DeviceFault.class, printer::check).kind());
    }

    private static List<String> found(String driver, Map<String, Object> settings) {
        DeviceKind kind = driver.equals("escpos") ? DeviceKind.PRINTER : DeviceKind.SPEAKER;
        return found(piece(driver, kind, "one", settings));
    }

    private static List<String> found(Hardware.Piece... pieces) {
        return HardwareCheck.of(Installed.all(), new Hardware(List.of(), List.of(pieces))).stream()
                .map(Finding::english)
                .toList();
    }

    private static Hardware.Piece piece(
            String driver, DeviceKind kind, String id, Map<String, Object> settings) {
        Map<String, Settings.Value> values = new LinkedHashMap<>();
        settings.forEach((key, what) -> values.put(key, new Settings.Value(1, what)));
        return new Hardware.Piece(
                id,
                driver,
                new Settings(1, values),
                List.of(new Hardware.Part(id, kind, Optional.empty())));
    }
}
