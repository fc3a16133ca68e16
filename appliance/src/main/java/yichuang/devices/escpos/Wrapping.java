package yichuang.devices.escpos;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a text into lines of paper. Chinese breaks anywhere but before a mark that closes, other
 * words as wholes where they fit; what follows the first line is set in under its beginning.
 */
final class Wrapping {
    private static final String CLOSING = "，。、；：！？）》」』】…,.;:!?)]}%";
    private static final int INDENT_MAX = 8;
    private static final int INDENT_OTHERWISE = 2;

    private final int columns;
    private final List<String> lines = new ArrayList<>();
    private StringBuilder line = new StringBuilder();
    private int used;
    private int indent;

    private Wrapping(int columns) {
        this.columns = columns;
    }

    static List<String> wrap(String text, int columns) {
        Wrapping wrapping = new Wrapping(columns);
        List<String> words = words(text);
        words.forEach(wrapping::add);
        wrapping.indent = 0;
        wrapping.next();
        return wrapping.lines;
    }

    /** {@return how many columns the text takes: two for what is no ASCII, as the font has it} */
    static int width(String text) {
        return text.codePoints().map(each -> each < 0x80 ? 1 : 2).sum();
    }

    /** What may not be parted, in order: a Chinese character, a word, a blank; marks with them. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int[] characters = text.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            word.appendCodePoint(characters[i]);
            boolean last = i + 1 == characters.length;
            if (last || mayBreak(characters[i], characters[i + 1])) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }

    private static boolean mayBreak(int before, int after) {
        if (CLOSING.indexOf(after) >= 0) {
            return false;
        }
        return before == ' ' || after == ' ' || before >= 0x80 || after >= 0x80;
    }

    private void add(String word) {
        if (used + width(word) > columns && used > indent) {
            next();
        }
        if (word.equals(" ") && used == indent && !lines.isEmpty()) {
            return;
        }
        word.codePoints().forEach(this::put);
        if (lines.isEmpty() && indent == 0 && (word.endsWith("：") || word.endsWith(":"))) {
            indent = used <= INDENT_MAX ? used : INDENT_OTHERWISE;
        }
    }

    /** A word that is longer than a line is broken all the same. */
    private void put(int character) {
        int width = character < 0x80 ? 1 : 2;
        if (used + width > columns) {
            next();
        }
        line.appendCodePoint(character);
        used += width;
    }

    private void next() {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder(" ".repeat(indent));
        used = indent;
    }
}
