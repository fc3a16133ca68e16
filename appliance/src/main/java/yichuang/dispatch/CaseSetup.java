package yichuang.dispatch;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import yichuang.hall.GroupCode;
import yichuang.hall.Hours;
import yichuang.hall.Item;
import yichuang.hall.ItemCode;
import yichuang.hall.PriorityGroup;
import yichuang.hall.RatingSetup;
import yichuang.hall.Series;
import yichuang.hall.Setup;
import yichuang.hall.VisitRules;
import yichuang.hall.WindowId;
import yichuang.hall.WindowSetup;
import yichuang.hall.WorkingDays;
import yichuang.hall.Zone;
import yichuang.hall.ZoneCode;

/** The small hall that a cases file furnishes before its first case, and its policy settings. */
final class CaseSetup {
    private static final String SERIES = "A";
    private static final int MINUTES = 10;

    private final Set<ZoneCode> zones = new LinkedHashSet<>();
    private final List<Item> items = new ArrayList<>();
    private final List<WindowSetup> windows = new ArrayList<>();
    private final Map<String, Double> rates = new LinkedHashMap<>();
    private Duration bound = Duration.ofMinutes(45);

    private CaseSetup() {
        rates.put(PolicySettings.ORDINARY, 1.0);
    }

    static CaseSetup of(List<CaseLine> lines) throws ScriptError {
        CaseSetup setup = new CaseSetup();
        for (CaseLine line : lines) {
            setup.read(line);
        }
        return setup;
    }

    private void read(CaseLine line) throws ScriptError {
        try {
            switch (line.word(0)) {
                case "item" -> item(line.word(1), new ZoneCode(line.word(2)));
                case "window" -> window(line);
                case "rate" -> rates.put(line.word(1), Double.valueOf(line.word(2)));
                case "bound" -> bound = Duration.ofMinutes(Long.parseLong(line.word(1)));
                default -> throw line.wrong();
            }
        } catch (IllegalArgumentException badValue) {
            throw line.wrong();
        }
    }

    private void item(String name, ZoneCode zone) {
        zones.add(zone);
        items.add(
                new Item(
                        new ItemCode(name),
                        name,
                        name,
                        "",
                        "",
                        1,
                        "",
                        List.of(),
                        List.of(),
                        "",
                        "",
                        "",
                        zone,
                        SERIES,
                        List.of(),
                        false,
                        false,
                        false,
                        Optional.empty(),
                        MINUTES,
                        List.of()));
    }

    /** {@code window 4 market 开公司, 公章 also 食品许可}. */
    private void window(CaseLine line) throws ScriptError {
        ZoneCode zone = new ZoneCode(line.word(2));
        zones.add(zone);
        List<String> skills = line.from(3);
        int also = skills.indexOf("also");
        List<String> primary = also < 0 ? skills : skills.subList(0, also);
        List<String> secondary = also < 0 ? List.of() : skills.subList(also + 1, skills.size());
        for (String skill : skills) {
            boolean known =
                    skill.equals("also")
                            || items.stream().anyMatch(item -> item.name().equals(skill));
            if (!known) {
                throw new ScriptError(
                        line.number(),
                        "没有事项 " + skill + "。There is no item " + skill + ".",
                        "先写一行 item " + skill + " 区。Write a line before: item " + skill + " ZONE.");
            }
        }
        windows.add(
                new WindowSetup(
                        new WindowId(line.word(1)),
                        line.word(1) + "号窗口",
                        zone,
                        primary.stream().map(ItemCode::new).toList(),
                        secondary.stream().map(ItemCode::new).toList()));
    }

    PolicySettings settings() {
        return new PolicySettings(
                PolicySettings.Mode.WEIGHTED,
                rates,
                Map.of(PolicySettings.ORDINARY, bound),
                PolicySettings.DEFAULT.appointmentBonus(),
                PolicySettings.DEFAULT.returningBonus(),
                PolicySettings.DEFAULT.secondaryFactor(),
                Map.of(),
                List.of());
    }

    /** {@return the hall, open all of that day} */
    Setup furnished(LocalDate day) {
        return new Setup(
                "cases",
                "案例大厅",
                "Asia/Shanghai",
                zones.stream().map(code -> new Zone(code, code.value(), code.value())).toList(),
                List.of(new Series(SERIES, "号")),
                items,
                List.of(),
                windows,
                rates.keySet().stream()
                        .filter(of -> !of.equals(PolicySettings.ORDINARY))
                        .map(of -> new PriorityGroup(new GroupCode(of), of, of, "", true))
                        .toList(),
                List.of(),
                new Hours(LocalTime.MIN, LocalTime.of(23, 58), LocalTime.of(23, 59), List.of()),
                new WorkingDays(List.of(), List.of(day)),
                new VisitRules(
                        3,
                        1,
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(15),
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(15),
                        Duration.ofSeconds(60),
                        5,
                        1,
                        0),
                RatingSetup.PLAIN,
                List.of());
    }
}
