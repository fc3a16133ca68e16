package yichuang.devices.bus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The dots of each character, 16 high: GNU Unifont, see {@code resources/font/README.md}. */
final class Glyphs {
    static final int HEIGHT = 16;

    /** Stands for a character that the font has not. */
    static final int UNKNOWN = 0x3013;

    private static final String FONT = "/font/unifont.hex.gz";
    private static final int CHIP_FIRST = 0x20;
    private static final int CHIP_LAST = 0x7E;

    private Glyphs() {}

    /** One character's dots. */
    static final class Glyph {
        private final int code;
        private final byte[] rows;

        private Glyph(int code, byte[] rows) {
            this.code = code;
            this.rows = rows;
        }

        int code() {
            return code;
        }

        /** {@return 8 or 16} */
        int width() {
            return rows.length / HEIGHT * Byte.SIZE;
        }

        /** {@return from the top, width ÷ 8 bytes each, left dot in bit 7} */
        byte[] rows() {
            return rows;
        }

        boolean lit(int x, int y) {
            int octet = rows[y * (width() / Byte.SIZE) + x / Byte.SIZE];
            return (octet >> (7 - x % Byte.SIZE) & 1) != 0;
        }
    }

    /** Read when the first board is, and never in a hall without. */
    private static final class Font {
        static final Map<Integer, Glyph> GLYPHS = read();

        private static Map<Integer, Glyph> read() {
            Map<Integer, Glyph> glyphs = new HashMap<>();
            try (InputStream in = Glyphs.class.getResourceAsStream(FONT);
                    BufferedReader lines =
                            new BufferedReader(
                                    new InputStreamReader(
                                            new GZIPInputStream(in), StandardCharsets.US_ASCII))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    int colon = line.indexOf(':');
                    int code = Integer.parseInt(line, 0, colon, 16);
                    byte[] rows = HexFormat.of().parseHex(line, colon + 1, line.length());
                    glyphs.put(code, new Glyph(code, rows));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(FONT, e);
            }
            return glyphs;
        }
    }

    static Optional<Glyph> find(int code) {
        return Optional.ofNullable(Font.GLYPHS.get(code));
    }

    static Glyph get(int code) {
        return find(code).or(() -> find(UNKNOWN)).orElseThrow();
    }

    /** {@return whether a board has it without being sent it} */
    static boolean onTheChip(int code) {
        return code >= CHIP_FIRST && code <= CHIP_LAST;
    }

    /** {@return the text with a sign for what cannot be shown} */
    static String showable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints()
                .map(code -> find(code).isPresent() ? code : UNKNOWN)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }

    /** {@return how wide the text is in dots, at scale 1} */
    static int width(String text) {
        return text.codePoints().map(code -> get(code).width()).sum();
    }
}
