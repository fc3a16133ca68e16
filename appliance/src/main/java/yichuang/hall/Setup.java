package yichuang.hall;

import java.time.ZoneId;
import java.util.List;

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
        RatingSetup ratings) {
    public Setup {
        zones = List.copyOf(zones);
        series = List.copyOf(series);
        items = List.copyOf(items);
        themes = List.copyOf(themes);
        windows = List.copyOf(windows);
        groups = List.copyOf(groups);
        staff = List.copyOf(staff);
    }

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }
}
