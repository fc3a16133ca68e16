package yichuang.web;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a person presses on a keyboard of letters to say a name: the first letter of each
 * character's pinyin, 社保 {@code sb}. Latin letters and digits stand for themselves; everything else
 * is passed over.
 *
 * <p>A character with several readings (行 会 单 参) is found under each of them, since a person says
 * the one they know: a name has a string for every way to read it.
 */
final class Initials {
    /** Of the shipped 635 names and aliases one reaches it, with three such characters. */
    static final int VARIANTS_MAX = 8;

    private static final int ASCII = 128;

    private final PinyinTable table;

    Initials(PinyinTable table) {
        this.table = table;
    }

    /** {@return the strings of all these names, each string once, names in their order} */
    List<String> of(List<String> names) {
        Set<String> all = new LinkedHashSet<>();
        names.forEach(name -> all.addAll(of(name)));
        all.remove("");
        return List.copyOf(all);
    }

    /** Past the bound the commonest readings of the characters at the end are kept. */
    private List<String> of(String name) {
        List<String> variants = List.of("");
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        for (int character : plain.codePoints().toArray()) {
            variants = longer(variants, letters(character));
        }
        return variants;
    }

    private List<Character> letters(int character) {
        return character < ASCII && Character.isLetterOrDigit(character)
                ? List.of((char) character)
                : table.letters(character);
    }

    private static List<String> longer(List<String> variants, List<Character> letters) {
        if (letters.isEmpty()) {
            return variants;
        }
        List<String> next = new ArrayList<>();
        for (char letter : letters) {
            for (String variant : variants) {
                if (next.size() < VARIANTS_MAX) {
                    next.add(variant + letter);
                }
            }
        }
        return next;
    }
}
