package yichuang.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import yichuang.dispatch.Condition;
import yichuang.dispatch.PolicySettings;
import yichuang.hall.GroupCode;
import yichuang.hall.ZoneCode;

/**
 * Reads who is called next: the settings of the built-in policy, and the script if there is one.
 */
final class DispatchReader {
    private final Yaml.Mapping dispatch;
    private final Furniture furniture;
    private final Catalogue catalogue;
    private final Problems problems;

    DispatchReader(
            Yaml.Mapping dispatch, Furniture furniture, Catalogue catalogue, Problems problems) {
        this.dispatch = dispatch;
        this.furniture = furniture;
        this.catalogue = catalogue;
        this.problems = problems;
    }

    PolicySettings settings() {
        Optional<Yaml.Mapping> shares = dispatch.findMapping("shares");
        PolicySettings.Mode mode = mode();
        if (mode == PolicySettings.Mode.SHARES && shares.isEmpty()) {
            problems.add(
                    dispatch.text("mode").at(),
                    "mode: shares 要有 shares。写上各类几个，或改用 weighted。",
                    "mode: shares needs shares. Say how many of each class, or use weighted.");
            mode = PolicySettings.Mode.WEIGHTED;
        }
        Yaml.Mapping bounds = dispatch.mapping("starvationMinutes");
        Yaml.Mapping rates = dispatch.mapping("rates");
        return new PolicySettings(
                mode,
                each(rates, rates::decimal),
                each(bounds, of -> Duration.ofMinutes(bounds.whole(of))),
                Duration.ofMinutes(dispatch.whole("appointmentBonusMinutes")),
                Duration.ofMinutes(dispatch.whole("returningBonusMinutes")),
                dispatch.decimal("secondaryFactor"),
                shares.map(given -> each(given, given::whole)).orElse(Map.of()),
                dispatch.mappings("conditions").stream()
                        .flatMap(condition -> condition(condition).stream())
                        .toList());
    }

    private PolicySettings.Mode mode() {
        return PolicySettings.Mode.valueOf(
                dispatch.word("mode").toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static <V> Map<String, V> each(Yaml.Mapping settings, Function<String, V> value) {
        Map<String, V> values = new LinkedHashMap<>();
        settings.entries().keySet().forEach(key -> values.put(key, value.apply(key)));
        return values;
    }

    private Optional<Condition> condition(Yaml.Mapping condition) {
        Yaml.Mapping when = condition.mapping("when");
        List<Yaml.Text> items = new ArrayList<>(when.texts("items"));
        items.addAll(when.texts("groups"));
        List<Yaml.Text> zones = when.texts("zones");
        zones.forEach(zone -> furniture.zones().find(zone.at(), zone.value()));
        Optional<LocalTime> from = when.findText("from").map(Clock::time);
        Optional<LocalTime> until = when.findText("to").map(Clock::time);
        int before = problems.count();
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            Clock.endsBeforeItStarts(when, problems);
        }
        double factor = condition.findDecimal("factor").orElse(1.0);
        int bonus = condition.findWhole("addMinutes").orElse(0);
        Optional<Duration> waitedOver =
                when.findWhole("waitedOverMinutes").map(Duration::ofMinutes);
        if (waitedOver.isPresent() && (factor < 1 || bonus < 0)) {
            problems.add(
                    condition.at(),
                    "条件“"
                            + condition.word("name")
                            + "”使久等的人靠后。有 waitedOverMinutes 时只能加分，factor 不小于 1。",
                    "The condition \""
                            + condition.word("name")
                            + "\" would punish waiting. With waitedOverMinutes only add, by a factor"
                            + " of 1 or more.");
        }
        if (problems.count() > before) {
            return Optional.empty();
        }
        return Optional.of(
                new Condition(
                        condition.word("name"),
                        catalogue.spread(items, furniture.groups()),
                        when.texts("priority").stream()
                                .map(group -> new GroupCode(group.value()))
                                .toList(),
                        zones.stream().map(zone -> new ZoneCode(zone.value())).toList(),
                        from,
                        until,
                        waitedOver,
                        factor,
                        Duration.ofMinutes(bonus)));
    }

    /** {@return the script, found from {@code folder}} */
    Optional<Path> script(Path folder) {
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
