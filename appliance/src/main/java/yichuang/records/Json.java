package yichuang.records;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The little JSON that columns hold: written in one way only, so that its bytes can be hashed. */
final class Json {
    private Json() {}

    /** {@return an object of these keys and values, sorted; empty values are left out} */
    static String object(Object... keysAndValues) {
        Map<String, String> sorted = new TreeMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            Object value = keysAndValues[i + 1];
            if (!(value instanceof Optional<?> optional) || optional.isPresent()) {
                sorted.put(String.valueOf(keysAndValues[i]), value(value));
            }
        }
        StringBuilder out = new StringBuilder("{");
        sorted.forEach(
                (key, value) -> {
                    comma(out);
                    text(key, out);
                    out.append(':').append(value);
                });
        return out.append('}').toString();
    }

    static String list(Collection<?> values) {
        StringBuilder out = new StringBuilder("[");
        for (Object value : values) {
            comma(out);
            out.append(value(value));
        }
        return out.append(']').toString();
    }

    private static String value(Object value) {
        return switch (value) {
            case Optional<?> optional -> value(optional.orElseThrow());
            case Number number -> number.toString();
            case Boolean bool -> bool.toString();
            case Collection<?> values -> list(values);
            default -> {
                StringBuilder out = new StringBuilder();
                text(value.toString(), out);
                yield out.toString();
            }
        };
    }

    private static void comma(StringBuilder out) {
        if (out.length() > 1) {
            out.append(',');
        }
    }

    private static void text(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
