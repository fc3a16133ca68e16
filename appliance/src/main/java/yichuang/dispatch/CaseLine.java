package yichuang.dispatch;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One line of a cases file, in words; commas and colons after a word do not matter.
 *
 * @param number from 1
 */
record CaseLine(int number, String text, List<String> words) {
    static CaseLine of(int number, String line) {
        String text = line.replaceFirst("#.*", "").strip();
        List<String> words =
                text.isEmpty()
                        ? List.of()
                        : Stream.of(text.split("[\\s,，、]+"))
                                .filter(word -> !word.isEmpty())
                                .toList();
        return new CaseLine(number, text, words);
    }

    /** {@return whether the line begins with these words} */
    boolean is(String... first) {
        return words.size() >= first.length
                && words.subList(0, first.length).equals(Arrays.asList(first));
    }

    String after(String first) {
        return text.substring(first.length()).strip();
    }

    String word(int index) throws ScriptError {
        if (index >= words.size()) {
            throw wrong();
        }
        return words.get(index);
    }

    List<String> from(int index) {
        return index >= words.size() ? List.of() : words.subList(index, words.size());
    }

    ScriptError wrong() {
        return new ScriptError(
                number,
                "这一行读不懂：" + text + "。This line cannot be read: " + text,
                "见 docs/scripting/policies.md 的“案例”一节。See the section on cases in it.");
    }
}
