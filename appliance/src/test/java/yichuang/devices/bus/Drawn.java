package yichuang.devices.bus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A panel as rows of {@code #} and {@code .}: what a test expects, drawn without anything of the
 * driver's, from the font's own package.
 */
public final class Drawn {
    private static final Path FONT = Path.of("/usr/share/unifont/unifont.hex");
    private static final Map<Integer, String> LINES = new TreeMap<>();

    private final char[][] rows;

    public Drawn(int width, int height) {
        rows = new char[height][width];
        Arrays.stream(rows).forEach(row -> Arrays.fill(row, '.'));
    }

    /** {@return the dots of a board's frame buffer} */
    static Drawn of(int width, int height, byte[] buffer) {
        Drawn drawn = new Drawn(width, height);
        for (int i = 0; i < width * height; i++) {
            if ((buffer[i / 8] >> (7 - i % 8) & 1) == 1) {
                drawn.rows[i / width][i % width] = '#';
            }
        }
        return drawn;
    }

    /** Writes a text with its left upper corner there; what is beyond {@code right} is cut. */
    public Drawn text(int x, int y, int scale, int right, String text) {
        int left = x;
        for (int code : text.codePoints().toArray()) {
            List<String> dots = dots(code);
            for (int row = 0; row < dots.size() * scale; row++) {
                String line = dots.get(row / scale);
                for (int column = 0; column < line.length() * scale; column++) {
                    if (line.charAt(column / scale) == '1' && left + column < right) {
                        rows[y + row][left + column] = '#';
                    }
                }
            }
            left += dots.getFirst().length() * scale;
        }
        return this;
    }

    /** Writes a text in the middle between two columns. */
    public Drawn centred(int from, int to, int y, int scale, String text) {
        int width = text.codePoints().map(code -> dots(code).getFirst().length()).sum() * scale;
        return text(from + (to - from - width) / 2, y, scale, to, text);
    }

    private static synchronized List<String> dots(int code) {
        if (LINES.isEmpty()) {
            try {
                for (String line : Files.readAllLines(FONT)) {
                    int colon = line.indexOf(':');
                    LINES.put(
                            Integer.parseInt(line.substring(0, colon), 16),
                            line.substring(colon + 1));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        String digits = LINES.get(code);
        int perRow = digits.length() / 16;
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < 16; row++) {
            StringBuilder bits = new StringBuilder();
            for (char digit : digits.substring(row * perRow, (row + 1) * perRow).toCharArray()) {
                String binary = Integer.toBinaryString(Character.digit(digit, 16));
                bits.append("0".repeat(4 - binary.length())).append(binary);
            }
            rows.add(bits.toString());
        }
        return rows;
    }

    char[][] rows() {
        return rows;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Drawn drawn && Arrays.deepEquals(rows, drawn.rows);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(rows);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("\n");
        Arrays.stream(rows).forEach(row -> text.append(row).append('\n'));
        return text.toString();
    }
}
