package yichuang.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A JSON schema of openapi.yaml, compiled. Only the keywords the contract uses; one it does not
 * know ends the start. The general validator of vertx-openapi hops to a worker thread for every
 * request and interprets the schema anew each time (internals/web.md has the figures); a test holds
 * both against each other.
 */
final class Shape {
    private static final Set<String> KNOWN =
            Set.of(
                    "type",
                    "required",
                    "properties",
                    "items",
                    "enum",
                    "pattern",
                    "format",
                    "minLength",
                    "maxLength",
                    "minItems",
                    "maxItems",
                    "minimum",
                    "maximum",
                    "description");

    private final String type;
    private final List<String> required = new ArrayList<>();
    private final Map<String, Shape> properties = new LinkedHashMap<>();
    private final Optional<Shape> items;
    private final Optional<List<Object>> values;
    private final Optional<Pattern> pattern;
    private final String format;
    private final long least;
    private final long most;

    private Shape(JsonObject schema, JsonObject root) {
        for (String keyword : schema.fieldNames()) {
            if (!KNOWN.contains(keyword)) {
                throw new IllegalArgumentException("openapi.yaml: schema keyword " + keyword);
            }
        }
        type = schema.getString("type");
        schema.getJsonArray("required", new JsonArray())
                .forEach(name -> required.add((String) name));
        schema.getJsonObject("properties", new JsonObject())
                .forEach(
                        one -> properties.put(one.getKey(), of((JsonObject) one.getValue(), root)));
        items = Optional.ofNullable(schema.getJsonObject("items")).map(one -> of(one, root));
        values =
                Optional.ofNullable(schema.getJsonArray("enum"))
                        .map(list -> list.stream().toList());
        pattern = Optional.ofNullable(schema.getString("pattern")).map(Pattern::compile);
        format = schema.getString("format", "");
        least = bound(schema, Long.MIN_VALUE, "minLength", "minItems", "minimum");
        most = bound(schema, Long.MAX_VALUE, "maxLength", "maxItems", "maximum");
    }

    /**
     * Compiles a schema.
     *
     * @param root the whole contract, for {@code $ref}
     */
    static Shape of(JsonObject schema, JsonObject root) {
        JsonObject found = schema;
        while (found.containsKey("$ref")) {
            found = Contract.deref(found.getString("$ref"), root);
        }
        return new Shape(found, root);
    }

    private static long bound(JsonObject schema, long otherwise, String... names) {
        for (String name : names) {
            if (schema.containsKey(name)) {
                return schema.getLong(name);
            }
        }
        return otherwise;
    }

    /**
     * Says no when the value is not of this shape. A required property that is not there is a
     * problem of its own.
     */
    void check(Object value) {
        check(value, "");
    }

    void check(Object value, String at) {
        switch (type) {
            case "object" -> object(value, at);
            case "array" -> array(value, at);
            case "string" -> string(value, at);
            case "integer" -> integer(value, at);
            case "boolean" -> need(value instanceof Boolean, at, "a boolean");
            case null, default -> throw new IllegalArgumentException("openapi.yaml: type " + type);
        }
    }

    private void object(Object value, String at) {
        need(value instanceof JsonObject, at, "an object");
        JsonObject object = (JsonObject) value;
        for (String name : required) {
            if (object.getValue(name) == null) {
                throw Refusals.missing(at.isEmpty() ? name : at + "." + name);
            }
        }
        for (Map.Entry<String, Shape> property : properties.entrySet()) {
            Object inner = object.getValue(property.getKey());
            if (inner != null || object.containsKey(property.getKey())) {
                property.getValue()
                        .check(
                                inner,
                                at.isEmpty() ? property.getKey() : at + "." + property.getKey());
            }
        }
    }

    private void array(Object value, String at) {
        need(value instanceof JsonArray, at, "an array");
        JsonArray array = (JsonArray) value;
        within(array.size(), at, "elements");
        if (items.isPresent()) {
            for (int i = 0; i < array.size(); i++) {
                items.get().check(array.getValue(i), at + "[" + i + "]");
            }
        }
    }

    private void string(Object value, String at) {
        need(value instanceof String, at, "a string");
        String text = (String) value;
        within(text.codePointCount(0, text.length()), at, "characters");
        need(Texts.isReadable(text), at, "text without control characters");
        need(Texts.isOfFormat(format, text), at, format);
        need(
                pattern.isEmpty() || pattern.get().matcher(text).find(),
                at,
                "of the form " + pattern.map(Pattern::pattern).orElse(""));
        need(
                values.isEmpty() || values.get().contains(text),
                at,
                "one of " + values.map(List::toString).orElse(""));
    }

    private void integer(Object value, String at) {
        need(
                value instanceof Number number && Numbers.whole(number).isPresent(),
                at,
                "a whole number");
        long whole = Numbers.whole((Number) value).orElseThrow();
        need(whole >= least && whole <= most, at, range("", whole));
    }

    private void within(int size, String at, String unit) {
        need(size >= least && size <= most, at, range(" " + unit, size));
    }

    private String range(String unit, long was) {
        String bounds =
                least == Long.MIN_VALUE
                        ? "≤ " + most
                        : most == Long.MAX_VALUE ? "≥ " + least : least + "–" + most;
        return bounds + unit + " (" + was + ")";
    }

    private static void need(boolean holds, String at, String wanted) {
        if (!holds) {
            throw Refusals.malformed(at.isEmpty() ? "body" : at, wanted);
        }
    }
}
