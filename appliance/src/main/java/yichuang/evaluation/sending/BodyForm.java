package yichuang.evaluation.sending;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How the body of a request is written. */
public enum BodyForm {
    /** The tree as it is. */
    JSON("application/json; charset=utf-8"),
    /** {@code name=value}, one for each key at the top of the tree. */
    FORM("application/x-www-form-urlencoded");

    private final String type;

    BodyForm(String type) {
        this.type = type;
    }

    /** {@return its content type} */
    public String type() {
        return type;
    }

    /** {@return the body's text} */
    public String text(JsonObject tree) {
        return switch (this) {
            case JSON -> tree.encode();
            case FORM ->
                    tree.stream()
                            .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                            .collect(Collectors.joining("&"));
        };
    }

    private static String encoded(Object value) {
        return URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8);
    }

    /** {@return the tree with the places of its texts filled; each has a value} */
    public static JsonObject filled(JsonObject tree, Map<String, String> values) {
        return (JsonObject) filled((Object) tree, values);
    }

    private static Object filled(Object tree, Map<String, String> values) {
        return switch (tree) {
            case JsonObject object -> {
                Map<String, Object> entries = new LinkedHashMap<>();
                object.forEach(
                        entry -> entries.put(entry.getKey(), filled(entry.getValue(), values)));
                yield new JsonObject(entries);
            }
            case JsonArray array -> {
                JsonArray entries = new JsonArray();
                array.forEach(entry -> entries.add(filled(entry, values)));
                yield entries;
            }
            case String text ->
                    new Template(text)
                            .filled(values)
                            .orElseThrow(
                                    () ->
                                            new IllegalStateException(
                                                    "checked at the start: " + text));
            default -> tree;
        };
    }
}
