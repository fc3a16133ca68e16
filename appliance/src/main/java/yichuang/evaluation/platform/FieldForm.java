package yichuang.evaluation.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import yichuang.evaluation.sending.Template;

/**
 * One field of a message in a dialect.
 *
 * @param name at the platform; dots lead into objects
 * @param content where its text comes from
 * @param table the platform's text for each of ours; {@code *} stands for all others; none: as it
 *     is
 * @param begins what the text has to begin with; put before it when it does not
 * @param length characters it must have
 * @param max characters it may have
 * @param cut whether a longer text is cut; else the letter cannot be written
 * @param optional whether it may be left out
 * @param number whether it is a JSON number
 * @param silent what is said of a negative rating of which nobody said why
 */
public record FieldForm(
        String name,
        Content content,
        Map<String, String> table,
        Optional<String> begins,
        OptionalInt length,
        OptionalInt max,
        boolean cut,
        boolean optional,
        boolean number,
        Optional<String> silent) {
    static final String OTHERS = "*";

    public FieldForm {
        table = new TreeMap<>(table);
    }

    /** Where the text of a field comes from. */
    public sealed interface Content {
        /** A fact. */
        record From(Source source) implements Content {}

        /**
         * Facts and the district's values inside a text, as in {@code
         * ${areaCode}_${departmentCode}}.
         */
        record Join(Template text) implements Content {}
    }

    /** {@return what is sent; empty when it is left out} */
    Optional<String> write(Facts facts, Map<String, String> corrections) throws Unwritable {
        String mended = corrections.get(name);
        Optional<String> text =
                mended == null
                        ? own(facts)
                        : Optional.of(mended).filter(written -> !written.isBlank());
        if (text.isEmpty()) {
            if (!optional) {
                throw new Unwritable(name, "是空的，平台要求填写。", "is empty; the platform asks for it.");
            }
            return text;
        }
        return Optional.of(fitted(text.get()));
    }

    private Optional<String> own(Facts facts) throws Unwritable {
        Optional<String> found =
                switch (content) {
                    case Content.From from -> facts.of(from.source());
                    case Content.Join join -> join.text().filled(values(facts));
                };
        if (found.isEmpty() && facts.isSilentNegative()) {
            found = silent;
        }
        if (table.isEmpty() || found.isEmpty()) {
            return found;
        }
        Optional<String> theirs =
                Optional.ofNullable(table.getOrDefault(found.get(), table.get(OTHERS)));
        if (theirs.isEmpty()) {
            throw new Unwritable(
                    name,
                    "对应表里没有“" + found.get() + "”。",
                    "has no \"" + found.get() + "\" in its table.");
        }
        return theirs;
    }

    private static Map<String, String> values(Facts facts) {
        Map<String, String> values = new LinkedHashMap<>(facts.district().values());
        for (Source source : Source.values()) {
            facts.of(source).ifPresent(text -> values.put(source.code(), text));
        }
        return values;
    }

    private String fitted(String text) throws Unwritable {
        String whole =
                begins.filter(start -> !text.startsWith(start))
                        .map(start -> start + text)
                        .orElse(text);
        int characters = whole.codePointCount(0, whole.length());
        if (length.isPresent() && characters != length.getAsInt()) {
            throw new Unwritable(
                    name,
                    "应有 " + length.getAsInt() + " 个字符，现有 " + characters + " 个。",
                    "should have " + length.getAsInt() + " characters and has " + characters + ".");
        }
        if (max.isEmpty() || characters <= max.getAsInt()) {
            return whole;
        }
        if (!cut) {
            throw new Unwritable(
                    name,
                    "最多 " + max.getAsInt() + " 个字符，现有 " + characters + " 个。",
                    "may have " + max.getAsInt() + " characters and has " + characters + ".");
        }
        return whole.substring(0, whole.offsetByCodePoints(0, max.getAsInt()));
    }
}
