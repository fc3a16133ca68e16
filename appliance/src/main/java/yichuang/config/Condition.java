package yichuang.config;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import yichuang.hall.ItemCode;
import yichuang.hall.WindowId;
import yichuang.hall.ZoneCode;

/**
 * A plain rule of the built-in policy: when all it names holds, {@code add} counts as waited (less,
 * when negative). An empty list or Optional asks nothing.
 *
 * @param items the leg's item; groups of the file are spread out into their items
 * @param classes {@code ordinary} or priority groups
 * @param waitedOver the person has waited longer than this
 */
public record Condition(
        String name,
        List<ItemCode> items,
        List<String> classes,
        List<ZoneCode> zones,
        List<WindowId> windows,
        Optional<LocalTime> from,
        Optional<LocalTime> until,
        Optional<Duration> waitedOver,
        Duration add) {
    public Condition {
        items = List.copyOf(items);
        classes = List.copyOf(classes);
        zones = List.copyOf(zones);
        windows = List.copyOf(windows);
    }
}
