package yichuang.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * With which letters the readings of a Chinese character begin, commonest reading first: 行 is
 * {@code x} (xíng) and {@code h} (háng).
 *
 * <p>The readings are the table of pinyin4j, read from its jar line by line, and only the
 * characters asked about are kept. Asking the library itself was tried: its first answer loads all
 * 20,900 characters and keeps 10 MiB for good (measured on the 64-bit JDK 25), for some 700 that a
 * hall's catalogue has.
 */
final class PinyinTable {
    private static final String FILE = "/pinyindb/unicode_to_hanyu_pinyin.txt";
    private static final int HEX = 16;
    private static final int CODE_LENGTH = 4;

    private final Map<Integer, List<Character>> letters;

    private PinyinTable(Map<Integer, List<Character>> letters) {
        this.letters = letters;
    }

    /** {@return the readings of the characters of these texts} */
    static PinyinTable of(Iterable<String> texts) {
        BitSet wanted = new BitSet();
        texts.forEach(text -> text.codePoints().forEach(wanted::set));
        Map<Integer, List<Character>> letters = new HashMap<>();
        try (InputStream in = PinyinTable.class.getResourceAsStream(FILE);
                BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        Objects.requireNonNull(in, FILE),
                                        StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int character = Integer.parseInt(line, 0, CODE_LENGTH, HEX);
                if (wanted.get(character)) {
                    letters.put(character, letters(line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
        return new PinyinTable(letters);
    }

    /** A line of the table: {@code 884C (xing2,hang2,hang4,xing4,heng2)}. */
    private static List<Character> letters(String line) {
        Set<Character> first = new LinkedHashSet<>();
        for (int i = line.indexOf('('); i >= 0; i = line.indexOf(',', i + 1)) {
            first.add(line.charAt(i + 1));
        }
        return List.copyOf(first);
    }

    /** {@return the letters, each once; none for what is no Chinese character} */
    List<Character> letters(int character) {
        return letters.getOrDefault(character, List.of());
    }
}
