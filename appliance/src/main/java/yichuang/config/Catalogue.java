package yichuang.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import yichuang.hall.ItemCode;

/**
 * All items of the hall, and how other files name them: by code, by name, or a whole group at once.
 */
final class Catalogue {
    private final Register<ItemRow> byCode;
    private final Register<ItemRow> byName;
    private final Problems problems;

    /** A code or a name that is there twice is a problem. */
    Catalogue(List<ItemRow> rows, Problems problems) {
        this.problems = problems;
        byCode = new Register<>("事项编码", "item code", problems);
        byName = new Register<>("事项", "item", problems);
        for (ItemRow row : rows) {
            byCode.declare(row.at(), row.code().value(), row);
            byName.declare(row.at(), row.name(), row);
        }
    }

    List<ItemRow> rows() {
        return byCode.all();
    }

    /** {@return the item of that code or name; when there is none it is on the list of problems} */
    Optional<ItemRow> item(Yaml.Text word) {
        Optional<ItemRow> known = byCode.peek(word.value());
        return known.isPresent() ? known : byName.find(word.at(), word.value());
    }

    /** {@return the items that words for groups and single items stand for, each once} */
    List<ItemCode> spread(List<Yaml.Text> words, Register<ItemGroup> groups) {
        Set<ItemCode> items = new LinkedHashSet<>();
        words.forEach(word -> items.addAll(spread(word, groups)));
        return List.copyOf(items);
    }

    private List<ItemCode> spread(Yaml.Text word, Register<ItemGroup> groups) {
        if (groups.peek(word.value()).isPresent()) {
            return rows().stream()
                    .filter(row -> row.group().equals(word.value()))
                    .map(ItemRow::code)
                    .toList();
        }
        Optional<ItemRow> item = byCode.peek(word.value()).or(() -> byName.peek(word.value()));
        if (item.isEmpty()) {
            List<String> known = new ArrayList<>(groups.names());
            known.addAll(byName.names());
            problems.add(
                    word.at(),
                    "没有叫“" + word.value() + "”的事项组或事项。" + Nearest.chinese(word.value(), known),
                    "No item group or item is called \""
                            + word.value()
                            + "\". "
                            + Nearest.english(word.value(), known));
        }
        return item.map(ItemRow::code).stream().toList();
    }
}
