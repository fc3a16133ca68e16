package yichuang.config;

import io.vertx.core.json.JsonObject;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import yichuang.evaluation.platform.Dialect;
import yichuang.evaluation.platform.FieldForm;
import yichuang.evaluation.platform.MessageForm;
import yichuang.evaluation.platform.Source;
import yichuang.evaluation.sending.BodyForm;
import yichuang.evaluation.sending.Template;

/** Reads the dialect of an evaluation platform from its own file. */
final class DialectReader {
    /** Not {@code *}, which YAML keeps for itself. */
    private static final String OTHER = "other";

    private final Map<String, String> values;
    private final Problems problems;
    private final SentTexts texts;

    /**
     * @param values what the hall's file gives for this district
     */
    DialectReader(Map<String, String> values, Problems problems) {
        this.values = new LinkedHashMap<>(values);
        this.problems = problems;
        this.texts = new SentTexts(problems);
    }

    Dialect read(Yaml.Mapping file) {
        Yaml.Mapping request = file.mapping("request");
        Yaml.Mapping sign = file.mapping("sign");
        Yaml.Mapping seal = file.mapping("seal");
        Yaml.Text signed = sign.text("text");
        texts.places(signed, Dialect.SIGN_PLACES);
        return new Dialect(
                file.word("dialect"),
                file.word("name"),
                one(BodyForm.class, request.word("body")),
                SentTexts.words(request.findMapping("headers")),
                pattern(request.text("time")),
                pattern(file.text("times")),
                one(Dialect.SignMethod.class, sign.word("method")),
                new Template(signed.value()),
                one(Dialect.TextForm.class, sign.word("as")),
                one(Dialect.SealMethod.class, seal.word("method")),
                seal.findText("order")
                        .map(order -> Dialect.CipherOrder.valueOf(order.value()))
                        .orElse(Dialect.CipherOrder.C1C3C2),
                seal.findText("as")
                        .map(as -> one(Dialect.TextForm.class, as.value()))
                        .orElse(Dialect.TextForm.HEX),
                message(file.mapping("service")),
                message(file.mapping("rating")),
                SentTexts.answer(file.mapping("answer")));
    }

    private static <E extends Enum<E>> E one(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private String pattern(Yaml.Text pattern) {
        try {
            DateTimeFormatter unused = DateTimeFormatter.ofPattern(pattern.value());
            return pattern.value();
        } catch (IllegalArgumentException wrong) {
            problems.add(
                    pattern.at(),
                    "“" + pattern.value() + "”不是时间格式。写成 yyyyMMddHHmmss 这样。",
                    "\"" + pattern.value() + "\" is no pattern of a time. Write yyyyMMddHHmmss.");
            return "yyyyMMddHHmmss";
        }
    }

    private MessageForm message(Yaml.Mapping message) {
        Yaml.Mapping envelope = message.mapping("envelope");
        texts.tree(envelope, Dialect.ENVELOPE_PLACES);
        Register<String> names = new Register<>("字段", "field", problems);
        List<FieldForm> fields = new ArrayList<>();
        for (Yaml.Mapping field : message.mappings("fields")) {
            Yaml.Text name = field.text("field");
            names.declare(name.at(), name.value(), name.value());
            content(field).ifPresent(content -> fields.add(field(field, content)));
        }
        return new MessageForm(
                message.word("path"),
                (JsonObject) AsJson.of(envelope),
                message.whole("most"),
                fields);
    }

    private static FieldForm field(Yaml.Mapping field, FieldForm.Content content) {
        Map<String, String> table = SentTexts.words(field.findMapping("table"));
        Optional.ofNullable(table.remove(OTHER)).ifPresent(rest -> table.put("*", rest));
        return new FieldForm(
                field.word("field"),
                content,
                table,
                field.findText("begins").map(Yaml.Text::value),
                count(field, "length"),
                count(field, "max"),
                is(field, "cut"),
                is(field, "optional"),
                is(field, "number"),
                field.findText("silent").map(Yaml.Text::value));
    }

    private static OptionalInt count(Yaml.Mapping field, String key) {
        return field.findWhole(key).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private static boolean is(Yaml.Mapping field, String key) {
        return field.entries().containsKey(key) && field.flag(key);
    }

    private Optional<FieldForm.Content> content(Yaml.Mapping field) {
        List<String> given =
                List.of("from", "fixed", "join").stream()
                        .filter(key -> field.entries().containsKey(key))
                        .toList();
        if (given.size() != 1) {
            problems.add(
                    field.at(),
                    "from、fixed、join 写一个，只写一个。",
                    "Give one of from, fixed and join, and only one.");
            return Optional.empty();
        }
        Yaml.Text text = field.text(given.getFirst());
        if (given.getFirst().equals("from")) {
            Optional<Source> source = Source.find(text.value());
            if (source.isEmpty()) {
                problems.add(
                        text.at(),
                        "没有叫“"
                                + text.value()
                                + "”的来源。"
                                + Nearest.chinese(text.value(), Source.codes()),
                        "There is no source \""
                                + text.value()
                                + "\". "
                                + Nearest.english(text.value(), Source.codes()));
            }
            return source.map(FieldForm.Content.From::new);
        }
        Set<String> known = new TreeSet<>(Source.codes());
        known.addAll(values.keySet());
        texts.places(text, known);
        return Optional.of(new FieldForm.Content.Join(new Template(text.value())));
    }
}
