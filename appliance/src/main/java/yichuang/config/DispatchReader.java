package yichuang.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yichuang.hall.PriorityGroup;
import yichuang.hall.WindowId;
import yichuang.hall.ZoneCode;

/** Reads who is called next: the settings of the built-in policy. */
final class DispatchReader {
    private static final String ORDINARY = "ordinary";

    private final Furniture furniture;
    private final Catalogue catalogue;
    private final Problems problems;

    DispatchReader(Furniture furniture, Catalogue catalogue, Problems problems) {
        this.furniture = furniture;
        this.catalogue = catalogue;
        this.problems = problems;
    }

    Config.Dispatching read(Yaml.Mapping dispatch, List<PriorityGroup> groups, Path folder) {
        return new Config.Dispatching(
                classes(dispatch, groups),
                Duration.ofMinutes(dispatch.whole("appointmentBonusMinutes")),
                Duration.ofMinutes(dispatch.whole("returningBonusMinutes")),
                dispatch.decimal("secondaryFactor"),
                shares(dispatch),
                dispatch.mappings("conditions").stream().map(this::condition).toList(),
                script(dispatch, folder));
    }

    private List<Config.ClassRule> classes(Yaml.Mapping dispatch, List<PriorityGroup> groups) {
        Yaml.Mapping rates = dispatch.mapping("rates");
        Yaml.Mapping bounds = dispatch.mapping("starvationMinutes");
        List<Config.ClassRule> classes = new ArrayList<>();
        classes.add(rule(ORDINARY, rates, bounds));
        for (PriorityGroup group : groups) {
            String name = group.code().value();
            boolean rated = present(name, rates);
            boolean bounded = present(name, bounds);
            if (rated && bounded) {
                classes.add(rule(name, rates, bounds));
            }
        }
        return classes;
    }

    private boolean present(String name, Yaml.Mapping settings) {
        boolean present = settings.entries().containsKey(name);
        if (!present) {
            problems.add(
                    settings.at(),
                    "缺少 " + name + "，它是 priorityGroups 里的一类。补上。",
                    "lacks " + name + ", which is one of priorityGroups. Add it.");
        }
        return present;
    }

    private static Config.ClassRule rule(String name, Yaml.Mapping rates, Yaml.Mapping bounds) {
        return new Config.ClassRule(
                name, rates.decimal(name), Duration.ofMinutes(bounds.whole(name)));
    }

    private static Map<String, Integer> shares(Yaml.Mapping dispatch) {
        Map<String, Integer> shares = new LinkedHashMap<>();
        dispatch.findMapping("shares")
                .ifPresent(
                        given ->
                                given.entries()
                                        .keySet()
                                        .forEach(name -> shares.put(name, given.whole(name))));
        return shares;
    }

    private Condition condition(Yaml.Mapping condition) {
        Yaml.Mapping when = condition.mapping("when");
        List<Yaml.Text> items = new ArrayList<>(when.texts("items"));
        items.addAll(when.texts("groups"));
        List<Yaml.Text> zones = when.texts("zones");
        zones.forEach(zone -> furniture.zones().find(zone.at(), zone.value()));
        List<Yaml.Text> windows = when.texts("windows");
        windows.forEach(window -> furniture.spots().find(window.at(), window.value()));
        Optional<LocalTime> from = when.findText("from").map(Clock::time);
        Optional<LocalTime> until = when.findText("to").map(Clock::time);
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            Clock.endsBeforeItStarts(when, problems);
        }
        return new Condition(
                condition.word("name"),
                catalogue.spread(items, furniture.groups()),
                when.texts("priority").stream().map(Yaml.Text::value).toList(),
                zones.stream().map(zone -> new ZoneCode(zone.value())).toList(),
                windows.stream().map(window -> new WindowId(window.value())).toList(),
                from,
                until,
                when.findWhole("waitedOverMinutes").map(Duration::ofMinutes),
                Duration.ofMinutes(condition.whole("addMinutes")));
    }

    private Optional<Path> script(Yaml.Mapping dispatch, Path folder) {
        Optional<Yaml.Text> named = dispatch.findText("script");
        Optional<Path> script = named.map(word -> folder.resolve(word.value()).normalize());
        if (script.isPresent() && !Files.isRegularFile(script.get())) {
            problems.add(
                    named.get().at(),
                    "没有脚本 " + script.get() + "。检查路径，或删去 script。",
                    "There is no script " + script.get() + ". Check the path, or remove script.");
        }
        return script;
    }
}
