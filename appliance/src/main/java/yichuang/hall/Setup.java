package yichuang.hall;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The hall as it is furnished: everything of the configuration that its rules look at. It enters
 * the log as a command ({@link Command.Configure}), so that replay needs no file.
 *
 * @param timeZone the business day is the hall's own, in this zone, whatever a node's clock is set
 *     to
 */
public record Setup(
        String hall,
        String name,
        String timeZone,
        List<Zone> zones,
        List<Series> series,
        List<Item> items,
        List<Theme> themes,
        List<WindowSetup> windows,
        List<PriorityGroup> groups,
        List<Staff> staff,
        Hours hours,
        WorkingDays workingDays,
        VisitRules rules,
        RatingSetup ratings,
        List<IslandSetup> islands) {
    public Setup {
        zones = List.copyOf(zones);
        series = List.copyOf(series);
        items = List.copyOf(items);
        themes = List.copyOf(themes);
        windows = List.copyOf(windows);
        groups = List.copyOf(groups);
        staff = List.copyOf(staff);
        islands = List.copyOf(islands);
    }

    /** {@return what the node keeps going when it is cut off, if it is to be an island then} */
    public Optional<IslandSetup> findIsland(NodeId node) {
        return islands.stream().filter(one -> one.node().equals(node)).findFirst();
    }

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }
}
