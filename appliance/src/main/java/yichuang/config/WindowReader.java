package yichuang.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import yichuang.hall.Item;
import yichuang.hall.ItemCode;
import yichuang.hall.WindowId;
import yichuang.hall.WindowSetup;
import yichuang.hall.ZoneCode;

/**
 * Reads windows and terminals: who takes what. An item nobody takes, or one marked self-service
 * that no terminal does, would strand people, so either is a problem of the item's row.
 */
final class WindowReader {
    private final Furniture furniture;
    private final Catalogue catalogue;
    private final Problems problems;
    private final List<WindowSetup> windows = new ArrayList<>();
    private final List<WindowId> terminals = new ArrayList<>();
    private final Map<ItemCode, String> selfServicePlaces = new LinkedHashMap<>();
    private final Set<ItemCode> atWindows = new LinkedHashSet<>();
    private boolean skillsKnown;

    WindowReader(Furniture furniture, Catalogue catalogue, Problems problems) {
        this.furniture = furniture;
        this.catalogue = catalogue;
        this.problems = problems;
    }

    void read(Yaml.Mapping hall) {
        int before = problems.count();
        for (Yaml.Mapping window : hall.mappings("windows")) {
            WindowSetup setup = window(window);
            atWindows.addAll(setup.primary());
            atWindows.addAll(setup.secondary());
        }
        for (Yaml.Mapping terminal : hall.mappings("terminals")) {
            WindowSetup setup = window(terminal);
            terminals.add(setup.id());
            String place = setup.name() + "（" + terminal.word("place") + "）";
            setup.primary().forEach(item -> selfServicePlaces.putIfAbsent(item, place));
            onlySelfService(terminal, setup);
        }
        skillsKnown = problems.count() == before;
    }

    private WindowSetup window(Yaml.Mapping window) {
        furniture.zones().find(window.text("zone").at(), window.word("zone"));
        List<ItemCode> primary = catalogue.spread(window.texts("primary"), furniture.groups());
        List<ItemCode> secondary =
                new ArrayList<>(catalogue.spread(window.texts("secondary"), furniture.groups()));
        secondary.removeAll(primary);
        WindowSetup setup =
                new WindowSetup(
                        new WindowId(window.word("id")),
                        window.word("name"),
                        new ZoneCode(window.word("zone")),
                        primary,
                        secondary);
        windows.add(setup);
        return setup;
    }

    private void onlySelfService(Yaml.Mapping terminal, WindowSetup setup) {
        catalogue.rows().stream()
                .filter(row -> setup.primary().contains(row.code()) && !row.selfService())
                .forEach(
                        row ->
                                problems.add(
                                        terminal.entries().get("primary").key(),
                                        "“"
                                                + row.name()
                                                + "”没有标自助办理，终端不能办。在 "
                                                + row.at().file()
                                                + " 标“是”，或从终端删去。",
                                        "\""
                                                + row.name()
                                                + "\" is not marked self-service. Mark it in "
                                                + row.at().file()
                                                + " or take it off the terminal."));
    }

    List<WindowSetup> windows() {
        return windows;
    }

    List<WindowId> terminals() {
        return terminals;
    }

    /**
     * {@return the items of the catalogue, placed; what no window or terminal does is a problem}
     */
    List<Item> items() {
        List<Item> items = new ArrayList<>();
        for (ItemRow row : catalogue.rows()) {
            Optional<ItemGroup> group = furniture.groups().find(row.at(), row.group());
            Optional<String> place =
                    Optional.ofNullable(selfServicePlaces.get(row.code()))
                            .filter(any -> row.selfService());
            if (group.isPresent()) {
                items.add(row.in(group.get(), place));
                stranded(row, place);
            }
        }
        return items;
    }

    /**
     * While a window's skills name something unknown, that may be the very item: nothing is said.
     */
    private void stranded(ItemRow row, Optional<String> place) {
        if (skillsKnown && row.selfService() && place.isEmpty()) {
            problems.add(
                    row.at(),
                    "“" + row.name() + "”标了自助办理，却没有终端能办。在 hall.yaml 的 terminals 加上，或标“否”。",
                    "\""
                            + row.name()
                            + "\" is marked self-service, but no terminal does it. Add it to a"
                            + " terminal in hall.yaml, or mark it 否.");
        }
        if (skillsKnown && !atWindows.contains(row.code())) {
            problems.add(
                    row.at(),
                    "“" + row.name() + "”没有窗口能办。在 hall.yaml 给窗口加上技能 " + row.group() + "。",
                    "No window takes \""
                            + row.name()
                            + "\". Give a window in hall.yaml the skill "
                            + row.group()
                            + ".");
        }
    }
}
