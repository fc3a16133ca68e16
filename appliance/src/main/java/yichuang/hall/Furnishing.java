package yichuang.hall;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The {@link Setup}, looked up by code. */
public final class Furnishing {
    /** The hall before its first configuration: nothing is known, nothing can be taken. */
    static final Furnishing NONE =
            new Furnishing(
                    new Setup(
                            "none",
                            "",
                            "UTC",
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            new Hours(LocalTime.MIN, LocalTime.MIN, LocalTime.MIN, List.of()),
                            new WorkingDays(List.of(), List.of()),
                            new VisitRules(
                                    0,
                                    1,
                                    Duration.ZERO,
                                    Duration.ZERO,
                                    Duration.ZERO,
                                    Duration.ZERO,
                                    Duration.ZERO,
                                    0,
                                    1,
                                    0),
                            RatingSetup.PLAIN,
                            List.of()));

    private final Setup setup;
    private final ZoneId zone;
    private final Map<ItemCode, Item> items = new LinkedHashMap<>();
    private final Map<ThemeCode, Theme> themes = new LinkedHashMap<>();
    private final Map<WindowId, WindowSetup> windows = new LinkedHashMap<>();
    private final Map<GroupCode, PriorityGroup> groups = new LinkedHashMap<>();
    private final Map<StaffId, Staff> staff = new LinkedHashMap<>();
    private final Map<WindowId, Set<ItemCode>> skills = new LinkedHashMap<>();

    private Furnishing(Setup setup) {
        this.setup = setup;
        this.zone = setup.zone();
        setup.items().forEach(item -> items.put(item.code(), item));
        setup.themes().forEach(theme -> themes.put(theme.code(), theme));
        setup.groups().forEach(group -> groups.put(group.code(), group));
        setup.staff().forEach(person -> staff.put(person.id(), person));
        for (WindowSetup window : setup.windows()) {
            windows.put(window.id(), window);
            Set<ItemCode> can = new LinkedHashSet<>(window.primary());
            can.addAll(window.secondary());
            skills.put(window.id(), can);
        }
    }

    static Furnishing of(Setup setup) {
        return new Furnishing(setup);
    }

    public Setup setup() {
        return setup;
    }

    public ZoneId zone() {
        return zone;
    }

    public VisitRules rules() {
        return setup.rules();
    }

    public Optional<Item> findItem(ItemCode code) {
        return Optional.ofNullable(items.get(code));
    }

    public Optional<Theme> findTheme(ThemeCode code) {
        return Optional.ofNullable(themes.get(code));
    }

    public Optional<WindowSetup> findWindow(WindowId id) {
        return Optional.ofNullable(windows.get(id));
    }

    /** {@return the group, if the hall knows it and has it switched on} */
    public Optional<PriorityGroup> findGroup(GroupCode code) {
        return Optional.ofNullable(groups.get(code)).filter(PriorityGroup::on);
    }

    public Optional<Staff> findStaff(StaffId id) {
        return Optional.ofNullable(staff.get(id));
    }

    /** {@return the items the window takes, primary ones first; empty for a window that is gone} */
    public Set<ItemCode> skills(WindowId window) {
        return skills.getOrDefault(window, new LinkedHashSet<>());
    }
}
