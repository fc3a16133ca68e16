package yichuang.config;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares a YAML file with its JSON schema and says each difference in a person's words. The
 * schema's own descriptions, {@code 中文 · English}, are the "what to do"; editors show the same.
 */
final class Shape {
    private static final String PLACE = "/schema/config/";

    /** Keywords that only say "something below does not fit". */
    private static final Set<String> ABOVE = Set.of("properties", "items", "$ref");

    private final JsonObject schema;
    private final Problems problems;

    private Shape(JsonObject schema, Problems problems) {
        this.schema = schema;
        this.problems = problems;
    }

    /**
     * {@return the file as a mapping when it fits {@code schema}, for instance {@code hall}; empty
     * when problems say where it does not}
     */
    static Optional<Yaml.Mapping> check(Yaml file, String schema, Problems problems) {
        int before = problems.count();
        new Shape(load(schema), problems).check(file);
        return problems.count() == before && file instanceof Yaml.Mapping mapping
                ? Optional.of(mapping)
                : Optional.empty();
    }

    private static JsonObject load(String name) {
        try (InputStream in = Shape.class.getResourceAsStream(PLACE + name + ".json")) {
            return new JsonObject(Buffer.buffer(in.readAllBytes()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("schema " + name, unreadable);
        }
    }

    private void check(Yaml file) {
        JsonSchemaOptions options =
                new JsonSchemaOptions()
                        .setBaseUri(schema.getString("$id"))
                        .setDraft(Draft.DRAFT202012)
                        .setOutputFormat(OutputFormat.Basic);
        OutputUnit result =
                Validator.create(JsonSchema.of(schema), options).validate(AsJson.of(file));
        Set<Difference> told = new LinkedHashSet<>();
        for (OutputUnit error : Optional.ofNullable(result.getErrors()).orElse(List.of())) {
            Pointer where = Pointer.of(error.getInstanceLocation());
            Pointer rule = Pointer.of(fragment(error.getAbsoluteKeywordLocation()));
            String keyword = rule.last();
            boolean named = keyword.equals("additionalProperties") && known(rule, where);
            if (named || ABOVE.contains(keyword)) {
                continue;
            }
            Difference difference = new Difference(where, rule, error.getError());
            if (told.add(difference)) {
                tell(difference, file);
            }
        }
    }

    private record Difference(Pointer where, Pointer rule, String error) {}

    private static String fragment(String location) {
        return location.substring(location.indexOf('#'));
    }

    /** A key that the schema knows is named here only because its value does not fit. */
    private boolean known(Pointer rule, Pointer where) {
        JsonObject object = (JsonObject) rule.above().in(schema);
        Object others = object.getValue("additionalProperties");
        return others instanceof JsonObject
                || object.getJsonObject("properties", new JsonObject()).containsKey(where.last());
    }

    private void tell(Difference difference, Yaml file) {
        JsonObject rule = (JsonObject) difference.rule().above().in(schema);
        Yaml value = difference.where().in(file);
        switch (difference.rule().last()) {
            case "required" -> missing(difference, rule, value);
            case "additionalProperties" -> unknownKey(difference, rule, file);
            default -> misfit(difference, rule, value);
        }
    }

    /** What is there under a misspelt key is not missing; the key is told instead. */
    private void missing(Difference difference, JsonObject rule, Yaml around) {
        String key = difference.error().replaceAll(".*\"(.*)\".*", "$1");
        Set<String> known = rule.getJsonObject("properties").fieldNames();
        boolean misspelt =
                around instanceof Yaml.Mapping mapping
                        && mapping.entries().keySet().stream()
                                .filter(there -> !known.contains(there))
                                .anyMatch(there -> Nearest.to(there, List.of(key)).isPresent());
        if (!misspelt) {
            String name = difference.where().inWords();
            problems.add(
                    around.at(),
                    name + "缺少 " + key + "。补上这一项。",
                    name + "lacks " + key + ". Add it.");
        }
    }

    private void unknownKey(Difference difference, JsonObject rule, Yaml file) {
        String key = difference.where().last();
        Set<String> keys = rule.getJsonObject("properties").fieldNames();
        Yaml.Mapping around = (Yaml.Mapping) difference.where().above().in(file);
        problems.add(
                around.entries().get(key).key(),
                "没有“" + key + "”这个设置项。" + Nearest.chinese(key, keys),
                "There is no setting \"" + key + "\". " + Nearest.english(key, keys));
    }

    private void misfit(Difference difference, JsonObject rule, Yaml value) {
        String name = difference.where().inWords();
        String shown = AsJson.shown(value);
        JsonArray choices = rule.getJsonArray("enum", new JsonArray());
        if (!choices.isEmpty()) {
            List<String> words = choices.stream().map(String::valueOf).toList();
            problems.add(
                    value.at(),
                    name + "“" + shown + "”不能用。" + Nearest.chinese(shown, words),
                    name + "\"" + shown + "\" cannot be used. " + Nearest.english(shown, words));
            return;
        }
        if (difference.rule().last().equals("uniqueItems")) {
            problems.add(
                    value.at(), name + "里有重复的。删去一个。", name + "names something twice. Remove one.");
            return;
        }
        if ("string".equals(rule.getValue("type")) && value instanceof Yaml.Whole) {
            problems.add(
                    value.at(),
                    name + shown + " 要加引号。写成 \"" + shown + "\"。",
                    name + shown + " needs quotes. Write \"" + shown + "\".");
            return;
        }
        String[] form = rule.getString("description", "").split(" · ", 2);
        problems.add(
                value.at(),
                name + "“" + shown + "”不合要求。应为：" + form[0] + "。",
                name + "\"" + shown + "\" does not fit. Give: " + form[form.length - 1] + ".");
    }
}
