package yichuang.dispatch;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import yichuang.hall.GroupCode;
import yichuang.hall.Hours;
import yichuang.hall.Item;
import yichuang.hall.ItemCode;
import yichuang.hall.Material;
import yichuang.hall.PriorityGroup;
import yichuang.hall.RatingSetup;
import yichuang.hall.Series;
import yichuang.hall.Setup;
import yichuang.hall.Theme;
import yichuang.hall.ThemeCode;
import yichuang.hall.VisitRules;
import yichuang.hall.WindowId;
import yichuang.hall.WindowSetup;
import yichuang.hall.WorkingDays;
import yichuang.hall.Zone;
import yichuang.hall.ZoneCode;

/** Halls for the tests of the policy: so many windows and items, skills as asked or at random. */
final class Furnished {
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    static final List<ZoneCode> ZONES = List.of(new ZoneCode("east"), new ZoneCode("west"));
    static final List<GroupCode> GROUPS =
            List.of(new GroupCode("elderly"), new GroupCode("talent"));
    static final ThemeCode ANY_ORDER = new ThemeCode("any");
    static final ThemeCode IN_ORDER = new ThemeCode("in-order");

    private Furnished() {}

    static ItemCode item(int index) {
        return new ItemCode("i" + index);
    }

    static WindowId window(int index) {
        return new WindowId(String.valueOf(index));
    }

    /** Windows whose skills overlap in any way, some with none. */
    static Setup random(Random random, int windows, int items) {
        List<WindowSetup> list = new ArrayList<>();
        for (int i = 0; i < windows; i++) {
            List<ItemCode> primary = new ArrayList<>();
            List<ItemCode> secondary = new ArrayList<>();
            for (int j = 0; j < items; j++) {
                switch (random.nextInt(4)) {
                    case 0 -> primary.add(item(j));
                    case 1 -> secondary.add(item(j));
                    default -> {}
                }
            }
            list.add(window(i, primary, secondary));
        }
        return setup(list, items);
    }

    static WindowSetup window(int index, List<ItemCode> primary, List<ItemCode> secondary) {
        return new WindowSetup(
                window(index), index + "号窗口", ZONES.get(index % ZONES.size()), primary, secondary);
    }

    static Setup setup(List<WindowSetup> windows, int items) {
        return new Setup(
                "test",
                "测试大厅",
                "Asia/Shanghai",
                ZONES.stream().map(code -> new Zone(code, code.value(), code.value())).toList(),
                List.of(new Series("A", "一"), new Series("B", "二")),
                IntStream.range(0, items).mapToObj(Furnished::furnishedItem).toList(),
                List.of(
                        theme(ANY_ORDER, Theme.Order.ANY_ORDER, items),
                        theme(IN_ORDER, Theme.Order.IN_ORDER, items)),
                windows,
                GROUPS.stream()
                        .map(code -> new PriorityGroup(code, code.value(), code.value(), "", true))
                        .toList(),
                List.of(),
                new Hours(LocalTime.of(7, 0), LocalTime.of(17, 0), LocalTime.of(20, 0), List.of()),
                new WorkingDays(List.of(), List.of()),
                new VisitRules(
                        3,
                        1,
                        Duration.ZERO,
                        Duration.ofMinutes(15),
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(10),
                        Duration.ofSeconds(60),
                        5,
                        1,
                        3),
                RatingSetup.PLAIN,
                List.of());
    }

    private static Theme theme(ThemeCode code, Theme.Order order, int items) {
        return new Theme(
                code,
                code.value(),
                code.value(),
                Theme.Audience.PERSON,
                order,
                IntStream.range(0, Math.min(3, items)).mapToObj(Furnished::item).toList(),
                List.of(),
                List.of());
    }

    private static Item furnishedItem(int index) {
        ItemCode code = item(index);
        return new Item(
                code,
                "事项" + index,
                "Item " + index,
                "20",
                "",
                4,
                "",
                List.of("1"),
                List.of(new Material("身份证", false)),
                "即时",
                "免费",
                "人社局",
                ZONES.get(index % ZONES.size()),
                index % 2 == 0 ? "A" : "B",
                List.of(),
                true,
                false,
                false,
                Optional.empty(),
                5 + index,
                List.of());
    }
}
