package yichuang.devices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The other end of the simulated wires of the guest: fingers on its keys, eyes on its lamps and
 * dots. See {@code src/test/guest}.
 */
final class FarSide {
    private static final Path HEADER = Path.of("/header");
    private static final Path EXPANDERS = Path.of("/sys/module/i2c_expanders/parameters");
    private static final Path DOTS = Path.of("/sys/module/spi_dots/parameters");
    private static final int CHIPS = 8;
    private static final int ROWS = 8;

    private FarSide() {}

    static void press(int pin) {
        write(HEADER.resolve("sim_gpio" + pin + "/pull"), "pull-down");
    }

    static void release(int pin) {
        write(HEADER.resolve("sim_gpio" + pin + "/pull"), "pull-up");
    }

    static boolean isHigh(int pin) {
        return read(HEADER.resolve("sim_gpio" + pin + "/value")).equals("1");
    }

    /** {@return those of the pins that are driven high, bit 0 the first} */
    static int high(List<Integer> pins) {
        int high = 0;
        for (int i = 0; i < pins.size(); i++) {
            high |= isHigh(pins.get(i)) ? 1 << i : 0;
        }
        return high;
    }

    /** Lines of the expander at 0x20 that fingers hold. */
    static void ground(int lines) {
        List<String> each = new ArrayList<>();
        for (int chip = 0; chip < CHIPS; chip++) {
            each.add(chip == 0 ? String.valueOf(lines) : "0");
        }
        write(EXPANDERS.resolve("grounded"), String.join(",", each));
    }

    static void plugIn() {
        write(EXPANDERS.resolve("present"), "1");
    }

    static void unplug() {
        write(EXPANDERS.resolve("present"), "0");
    }

    /** {@return the lines that the expander at 0x20 drives high} */
    static int driven() {
        String each = read(EXPANDERS.resolve("driven"));
        return Integer.parseInt(each.substring(0, each.indexOf(',')));
    }

    /** {@return what shines on four dot modules, the first of the chain at the right} */
    static List<String> dots() {
        List<String> octets = List.of(read(DOTS.resolve("dots")).split(",", -1));
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            StringBuilder line = new StringBuilder();
            for (int module = octets.size() / ROWS - 1; module >= 0; module--) {
                int octet = Integer.parseInt(octets.get(module * ROWS + row));
                line.append(Integer.toBinaryString(0x100 | octet).substring(1));
            }
            lines.add(line.toString().replace('0', '.').replace('1', '#'));
        }
        return lines;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
