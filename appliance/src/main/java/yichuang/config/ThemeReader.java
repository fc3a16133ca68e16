package yichuang.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import yichuang.hall.ItemCode;
import yichuang.hall.Theme;
import yichuang.hall.ThemeCode;

/** Reads themes 一件事: what is always done, and what a person may choose (opinion §7). */
final class ThemeReader {
    private static final int LEGS_MAX = 20;

    private final Catalogue catalogue;
    private final Register<Config.OtherHall> otherHalls;
    private final Problems problems;
    private final Register<Theme> themes;
    private final Register<Theme> names;
    private final List<Config.ThemeNote> notes = new ArrayList<>();

    ThemeReader(Catalogue catalogue, Register<Config.OtherHall> otherHalls, Problems problems) {
        this.catalogue = catalogue;
        this.otherHalls = otherHalls;
        this.problems = problems;
        themes = new Register<>("套餐代码", "theme code", problems);
        names = new Register<>("套餐", "theme", problems);
    }

    void read(Yaml.Mapping file) {
        file.mappings("themes").forEach(this::theme);
    }

    List<Theme> themes() {
        return themes.all();
    }

    List<Config.ThemeNote> notes() {
        return notes;
    }

    private void theme(Yaml.Mapping theme) {
        ThemeCode code = new ThemeCode(theme.word("code"));
        Register<Yaml.Mapping> choices = new Register<>("选项", "choice", problems);
        theme.mappings("choices")
                .forEach(choice -> choices.declare(choice.at(), choice.word("id"), choice));
        Legs legs = legs(theme, choices);
        Theme read =
                new Theme(
                        code,
                        theme.word("name"),
                        theme.word("nameEn"),
                        audience(theme),
                        theme.word("order").equals("in-order")
                                ? Theme.Order.IN_ORDER
                                : Theme.Order.ANY_ORDER,
                        legs.sequence(),
                        choices.all().stream().map(choice -> choice(choice, legs)).toList(),
                        theme.texts("aliases").stream().map(Yaml.Text::value).toList());
        themes.declare(theme.at(), code.value(), read);
        names.declare(theme.at(), read.name(), read);
        List<Yaml.Text> halls = theme.texts("mayNameHall");
        halls.forEach(hall -> otherHalls.find(hall.at(), hall.value()));
        notes.add(
                new Config.ThemeNote(
                        code,
                        alternatives(choices.all()),
                        theme.findWhole("workingDaysMax"),
                        halls.stream().map(Yaml.Text::value).toList()));
    }

    private Theme.Audience audience(Yaml.Mapping theme) {
        boolean enterprise = theme.word("for").equals("enterprise");
        if (theme.word("code").startsWith("E") != enterprise) {
            problems.add(
                    theme.text("code").at(),
                    "代码 "
                            + theme.word("code")
                            + " 与 for: "
                            + theme.word("for")
                            + " 不一致，企业用 E，群众用 P。改一个。",
                    "Code "
                            + theme.word("code")
                            + " and for: "
                            + theme.word("for")
                            + " differ; E is for enterprises, P for people. Change one.");
        }
        return enterprise ? Theme.Audience.ENTERPRISE : Theme.Audience.PERSON;
    }

    private record Legs(List<ItemCode> sequence, Map<String, List<ItemCode>> chosen) {}

    private Legs legs(Yaml.Mapping theme, Register<Yaml.Mapping> choices) {
        Legs legs = new Legs(new ArrayList<>(), new LinkedHashMap<>());
        Set<String> used = new LinkedHashSet<>();
        for (Yaml leg : theme.list("legs")) {
            Optional<ItemRow> item;
            List<ItemCode> part = new ArrayList<>();
            if (leg instanceof Yaml.Mapping chosen) {
                item = catalogue.item(chosen.text("item"));
                choices.find(chosen.text("choice").at(), chosen.word("choice"));
                used.add(chosen.word("choice"));
                part =
                        legs.chosen()
                                .computeIfAbsent(chosen.word("choice"), any -> new ArrayList<>());
            } else {
                item = catalogue.item((Yaml.Text) leg);
            }
            if (item.isPresent()) {
                add(item.get(), leg, legs, part);
            }
        }
        if (choices.names().containsAll(used)) {
            unused(choices, used);
        }
        if (theme.list("legs").size() > LEGS_MAX) {
            problems.add(
                    theme.entries().get("legs").key(),
                    "环节超过 " + LEGS_MAX + " 个。拆成两个套餐。",
                    "There are more than " + LEGS_MAX + " legs. Make two themes.");
        }
        return legs;
    }

    private void add(ItemRow item, Yaml leg, Legs legs, List<ItemCode> part) {
        if (legs.sequence().contains(item.code())) {
            problems.add(
                    leg.at(),
                    "“" + item.name() + "”在这个套餐里写了两次。删去一个。",
                    "\"" + item.name() + "\" is in this theme twice. Remove one.");
        } else {
            legs.sequence().add(item.code());
            part.add(item.code());
        }
    }

    private void unused(Register<Yaml.Mapping> choices, Set<String> used) {
        for (String choice : choices.names()) {
            if (!used.contains(choice)) {
                problems.add(
                        choices.whereIs(choice),
                        "选项“" + choice + "”没有环节用到。在 legs 里用它，或删去。",
                        "No leg belongs to the choice \""
                                + choice
                                + "\". Use it in legs or remove it.");
            }
        }
    }

    private static Theme.Choice choice(Yaml.Mapping choice, Legs legs) {
        return new Theme.Choice(
                choice.word("id"),
                choice.word("name"),
                choice.word("nameEn"),
                legs.chosen().getOrDefault(choice.word("id"), List.of()),
                choice.flag("default"));
    }

    private List<List<String>> alternatives(List<Yaml.Mapping> choices) {
        Map<String, List<Yaml.Mapping>> sets = new LinkedHashMap<>();
        for (Yaml.Mapping choice : choices) {
            choice.findText("oneOf")
                    .ifPresent(
                            set ->
                                    sets.computeIfAbsent(set.value(), any -> new ArrayList<>())
                                            .add(choice));
        }
        sets.forEach(
                (name, set) -> {
                    List<Yaml.Mapping> on =
                            set.stream().filter(choice -> choice.flag("default")).toList();
                    if (on.size() > 1) {
                        problems.add(
                                on.get(1).at(),
                                "“" + name + "”只能选一项，却预先勾选了 " + on.size() + " 项。留一个 default: true。",
                                "Of \""
                                        + name
                                        + "\" one is taken, but "
                                        + on.size()
                                        + " are ticked. Leave one default: true.");
                    }
                });
        return sets.values().stream()
                .map(set -> set.stream().map(choice -> choice.word("id")).toList())
                .toList();
    }
}
