package yichuang.bench;

import io.vertx.core.json.JsonObject;
import java.util.Locale;

/**
 * What came out: lines for people while it runs, and one JSON object for programs at the end. A key
 * with a dot, as in {@code noisy.wrong}, is one key.
 */
public final class Figures {
    private final JsonObject byKey = new JsonObject();

    /** One of the figures; also printed for people, with three digits. */
    public Figures put(String key, double value) {
        double rounded = rounded(value);
        byKey.put(key, rounded == Math.rint(rounded) ? (Number) (long) rounded : rounded);
        return this;
    }

    /** A count, as it is. */
    public Figures put(String key, long value) {
        byKey.put(key, value);
        return this;
    }

    /** A line for people. */
    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be one more library
    public static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    /** {@return all figures in the order they were put} */
    public String json() {
        return byKey.encode();
    }

    private static double rounded(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("not a figure: " + value);
        }
        if (Math.abs(value) >= 1000) {
            return Math.rint(value);
        }
        return Math.rint(value * 1000) / 1000;
    }
}
