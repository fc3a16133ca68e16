package yichuang.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/** The sentences of one language, with the facts they name in {@code {braces}}. */
final class Words {
    static final Words CHINESE = read("zh");
    static final Words ENGLISH = read("en");

    private final Properties sentences = new Properties();

    private Words() {}

    private static Words read(String language) {
        Words words = new Words();
        String file = "/words/" + language + ".properties";
        try (InputStream in = Words.class.getResourceAsStream(file)) {
            words.sentences.load(
                    new InputStreamReader(
                            Objects.requireNonNull(in, file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        return words;
    }

    /**
     * {@return the sentence; a fact that is absent leaves its place empty}
     *
     * @throws IllegalArgumentException when the language has no such sentence: a bug
     */
    String sentence(String key, Map<String, Object> facts) {
        String pattern = sentences.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no sentence for " + key);
        }
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', at)) {
            int close = pattern.indexOf('}', open);
            text.append(pattern, at, open);
            Object fact = facts.get(pattern.substring(open + 1, close));
            text.append(fact == null ? "" : fact);
            at = close + 1;
        }
        return text.append(pattern, at, pattern.length()).toString();
    }

    Set<String> keys() {
        return sentences.stringPropertyNames();
    }
}
