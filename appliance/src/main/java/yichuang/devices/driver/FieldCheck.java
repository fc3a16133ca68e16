package yichuang.devices.driver;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares the settings of one piece of hardware or one bus with the fields it takes. */
final class FieldCheck {
    private final Offer offer;
    private final Settings settings;
    private final Function<String, Optional<String>> kindsOfBuses;
    private final List<Finding> findings;

    FieldCheck(
            Offer offer,
            Settings settings,
            Function<String, Optional<String>> kindsOfBuses,
            List<Finding> findings) {
        this.offer = offer;
        this.settings = settings;
        this.kindsOfBuses = kindsOfBuses;
        this.findings = findings;
    }

    void run() {
        Set<String> known = offer.fields().stream().map(Field::key).collect(Collectors.toSet());
        settings.values()
                .forEach(
                        (key, value) -> {
                            if (!known.contains(key)) {
                                unknown(key, value.line());
                            }
                        });
        for (Field field : offer.fields()) {
            Optional<Settings.Value> given =
                    Optional.ofNullable(settings.values().get(field.key()));
            if (given.isPresent()) {
                compare(field, given.get());
            } else if (field.required()) {
                findings.add(
                        new Finding(
                                settings.line(),
                                offer.name()
                                        + " 缺少 "
                                        + field.key()
                                        + "。补上："
                                        + field.chinese()
                                        + "。",
                                offer.name()
                                        + " lacks "
                                        + field.key()
                                        + ". Add "
                                        + field.english()
                                        + "."));
            }
        }
    }

    private void unknown(String key, int line) {
        String keys = offer.fields().stream().map(Field::key).collect(Collectors.joining(", "));
        findings.add(
                new Finding(
                        line,
                        offer.name() + " 没有“" + key + "”这个设置项。可用：" + keys + "。",
                        offer.name() + " has no setting \"" + key + "\". Known: " + keys + "."));
    }

    private void compare(Field field, Settings.Value given) {
        if (field.form() instanceof Field.OfBus bus && given.what() instanceof String id) {
            bus(field, bus, id, given.line());
        } else if (!fits(field.form(), given.what())) {
            findings.add(
                    new Finding(
                            given.line(),
                            field.key() + " “" + given.what() + "”不合要求。应为：" + field.chinese() + "。",
                            field.key()
                                    + " \""
                                    + given.what()
                                    + "\" does not fit. Give: "
                                    + field.english()
                                    + "."));
        }
    }

    private void bus(Field field, Field.OfBus form, String id, int line) {
        Optional<String> kind = kindsOfBuses.apply(id);
        if (kind.filter(form.kinds()::contains).isEmpty()) {
            String kinds = String.join(" / ", form.kinds());
            findings.add(
                    new Finding(
                            line,
                            kind.isEmpty()
                                    ? "buses 里没有总线“" + id + "”。补上它，或改正 " + field.key() + "。"
                                    : "总线“"
                                            + id
                                            + "”是 "
                                            + kind.get()
                                            + "，"
                                            + offer.name()
                                            + " 要 "
                                            + kinds
                                            + "。换一条总线。",
                            kind.isEmpty()
                                    ? "There is no bus \""
                                            + id
                                            + "\" under \"buses\". Add it, or correct "
                                            + field.key()
                                            + "."
                                    : "Bus \""
                                            + id
                                            + "\" is "
                                            + kind.get()
                                            + ", but "
                                            + offer.name()
                                            + " needs "
                                            + kinds
                                            + ". Give another."));
        }
    }

    private static boolean fits(Field.Form form, Object what) {
        return switch (form) {
            case Field.Words words -> what instanceof String text && text.matches(words.pattern());
            case Field.Whole whole -> within(what, whole.min(), whole.max());
            case Field.Flag flag -> what instanceof Boolean;
            case Field.OneOf one -> what instanceof String text && one.words().contains(text);
            case Field.OfBus bus -> what instanceof String;
            case Field.Wholes wholes ->
                    what instanceof List<?> list
                            && counts(list, wholes.countMin(), wholes.countMax())
                            && list.stream()
                                    .allMatch(one -> within(one, wholes.min(), wholes.max()));
            case Field.Texts texts ->
                    what instanceof List<?> list
                            && counts(list, texts.countMin(), texts.countMax())
                            && list.stream()
                                    .allMatch(
                                            one ->
                                                    one instanceof String text
                                                            && text.matches(texts.pattern()));
        };
    }

    private static boolean within(Object what, int min, int max) {
        return what instanceof Long number && number >= min && number <= max;
    }

    private static boolean counts(Collection<?> list, int min, int max) {
        return list.size() >= min
                && list.size() <= max
                && new HashSet<>(list).size() == list.size();
    }
}
