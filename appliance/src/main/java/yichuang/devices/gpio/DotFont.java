package yichuang.devices.gpio;

import java.util.Map;
import java.util.TreeMap;

/**
 * Digits and capital letters, four dots wide and seven high, drawn for this project: five of them
 * and the letter of a series fit into 32 columns. A glyph is one hexadecimal digit a row, from
 * above, its highest bit at the left.
 */
final class DotFont {
    static final int WIDTH = 4;
    static final int HEIGHT = 7;
    private static final int HEX = 16;
    private static final String UNKNOWN = "E12404E";
    private static final Map<Character, String> GLYPHS = new TreeMap<>();

    static {
        add(
                "0123456789",
                "6999996 2622227 691248F E11611E 26AAF22 F88E11E 688E996 F112244 6996996 6997116");
        add("ABCDEFGHI", "699F999 E99E99E 6988896 E99999E F88E88F F88E888 698B997 999F999 7222227");
        add("JKLMNOPQR", "1111996 99ACA99 888888F 9FF9999 9DDBB99 6999996 E99E888 69999B7 E99EA99");
        add("STUVWXYZ", "788611E 7222222 9999996 9999966 9999FF9 9966699 5552222 F11248F");
        add("- ", "000F000 0000000");
    }

    private DotFont() {}

    private static void add(String characters, String glyphs) {
        for (int i = 0; i < characters.length(); i++) {
            int from = i * (HEIGHT + 1);
            GLYPHS.put(characters.charAt(i), glyphs.substring(from, from + HEIGHT));
        }
    }

    /** {@return the dots of one row of a character, bit {@value #WIDTH} - 1 at the left} */
    static int row(char character, int row) {
        String glyph = GLYPHS.getOrDefault(character, UNKNOWN);
        return Character.digit(glyph.charAt(row), HEX);
    }
}
