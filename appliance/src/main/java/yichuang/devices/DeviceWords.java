package yichuang.devices;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/** The words of displays, voices and slips in one language; one file each under {@code words/}. */
final class DeviceWords {
    static final DeviceWords CHINESE = new DeviceWords("zh");
    static final DeviceWords ENGLISH = new DeviceWords("en");

    private final Properties words = new Properties();

    private DeviceWords(String language) {
        String file = "/words/devices_" + language + ".properties";
        try (InputStream in = DeviceWords.class.getResourceAsStream(file)) {
            Reader reader =
                    new InputStreamReader(
                            Optional.ofNullable(in).orElseThrow(), StandardCharsets.UTF_8);
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return whether somebody with this language is helped by English under the Chinese} */
    static boolean wantsEnglish(String language) {
        return language.startsWith("en");
    }

    /** {@return the sentence, with {@code {0}} and so on replaced by the values} */
    String say(String key, Object... values) {
        String pattern = words.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no words for " + key);
        }
        StringBuilder sentence = new StringBuilder(pattern.length() + 32);
        int from = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
            int close = pattern.indexOf('}', open);
            sentence.append(pattern, from, open);
            sentence.append(values[Integer.parseInt(pattern, open + 1, close, 10)]);
            from = close + 1;
        }
        return sentence.append(pattern, from, pattern.length()).toString();
    }
}
