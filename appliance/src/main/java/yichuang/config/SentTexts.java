package yichuang.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import yichuang.evaluation.sending.AnswerForm;
import yichuang.evaluation.sending.Template;

/** Reads what is sent to others and how they answer: texts with places, their trees, answers. */
final class SentTexts {
    private final Problems problems;

    SentTexts(Problems problems) {
        this.problems = problems;
    }

    /** Says which of the text's places are none. */
    void places(Yaml.Text text, Set<String> known) {
        for (String name : new Template(text.value()).names()) {
            if (!known.contains(name)) {
                problems.add(
                        text.at(),
                        "没有 ${" + name + "}。" + Nearest.chinese(name, known),
                        "There is no ${" + name + "}. " + Nearest.english(name, known));
            }
        }
    }

    /** Says the same of every text in a tree. */
    void tree(Yaml tree, Set<String> known) {
        switch (tree) {
            case Yaml.Text text -> places(text, known);
            case Yaml.Sequence list -> list.entries().forEach(entry -> tree(entry, known));
            case Yaml.Mapping mapping ->
                    mapping.entries().values().forEach(entry -> tree(entry.value(), known));
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

    /** {@return texts by their names; none when there is no such mapping} */
    static Map<String, String> words(Optional<Yaml.Mapping> mapping) {
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

    static AnswerForm answer(Yaml.Mapping answer) {
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
