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
import yichuang.evaluation.platform.AnswerForm;
import yichuang.evaluation.platform.Dialect;
import yichuang.evaluation.platform.FieldForm;
import yichuang.evaluation.platform.MessageForm;
import yichuang.evaluation.platform.Source;
import yichuang.evaluation.platform.Template;

/** Reads the dialect of an evaluation platform from its own file. */
final class DialectReader {
    /** Not {@code *}, which YAML keeps for itself. */
    private static final String OTHER = "other";

    private final Map<String, String> values;
    private final Problems problems;

    /**
     * @param values what the hall's file gives for this district
     */
    DialectReader(Map<String, String> values, Problems problems) {
        this.values = new LinkedHashMap<>(values);
        this.problems = problems;
    }

    Dialect read(Yaml.Mapping file) {
        Yaml.Mapping request = file.mapping("request");
        Yaml.Mapping sign = file.mapping("sign");
        Yaml.Mapping seal = file.mapping("seal");
        Yaml.Text signed = sign.text("text");
        places(signed, Dialect.SIGN_PLACES);
        return new Dialect(
                file.word("dialect"),
                file.word("name"),
                one(Dialect.Body.class, request.word("body")),
                words(request.findMapping("headers")),
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
                answer(file.mapping("answer")));
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

    private void places(Yaml.Text text, Set<String> known) {
        for (String name : new Template(text.value()).names()) {
            if (!known.contains(name)) {
                problems.add(
                        text.at(),
                        "没有 ${" + name + "}。" + Nearest.chinese(name, known),
                        "There is no ${" + name + "}. " + Nearest.english(name, known));
            }
        }
    }

    private static Map<String, String> words(Optional<Yaml.Mapping> mapping) {
        Map<String, String> words = new LinkedHashMap<>();
        mapping.ifPresent(
                all ->
                        all.entries()
                                .forEach(
                                        (key, entry) ->
                                                words.put(
                                                        key, ((Yaml.Text) entry.value()).value())));
        return words;
    }

    private MessageForm message(Yaml.Mapping message) {
        Yaml.Mapping envelope = message.mapping("envelope");
        envelopePlaces(envelope);
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

    private void envelopePlaces(Yaml tree) {
        switch (tree) {
            case Yaml.Text text -> places(text, Dialect.ENVELOPE_PLACES);
            case Yaml.Sequence list -> list.entries().forEach(this::envelopePlaces);
            case Yaml.Mapping mapping ->
                    mapping.entries().values().forEach(entry -> envelopePlaces(entry.value()));
            case Yaml.Blank blank ->
                    problems.add(
                            blank.at(),
                            "这里是空的。写 {} 表示空对象。",
                            "Nothing is here. Write {} for an empty object.");
            case Yaml.Whole whole -> {}
            case Yaml.Decimal decimal -> {}
            case Yaml.Flag flag -> {}
        }
    }

    private static FieldForm field(Yaml.Mapping field, FieldForm.Content content) {
        Map<String, String> table = words(field.findMapping("table"));
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
        places(text, known);
        return Optional.of(new FieldForm.Content.Join(new Template(text.value())));
    }

    private static AnswerForm answer(Yaml.Mapping answer) {
        return new AnswerForm(
                words(answer.findMapping("success")),
                answer.word("message"),
                phrases(answer, "already"),
                phrases(answer, "later"),
                phrases(answer, "clock"));
    }

    private static List<String> phrases(Yaml.Mapping answer, String key) {
        return answer.texts(key).stream().map(Yaml.Text::value).toList();
    }
}
