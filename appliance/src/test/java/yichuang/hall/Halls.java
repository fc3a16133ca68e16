package yichuang.hall;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * A small hall for rule tests: windows 1 to 3 take 社保, window 3 also 医保; window 4 takes 营业执照 only.
 */
public final class Halls {
    public static final ItemCode SOCIAL = new ItemCode("社保");
    public static final ItemCode MEDICAL = new ItemCode("医保");
    public static final ItemCode LICENCE = new ItemCode("营业执照");

    /**
     * An office outside of the hall: two ratings of one browser, three of one network, five of all.
     */
    public static final RatedUnit VEHICLES =
            new RatedUnit("cheguan", "车管所", "Vehicle Office", "交警大队", "松龄东路", "Songling Road");

    public static final ZoneCode ZONE = new ZoneCode("social");

    private Halls() {}

    public static Setup small() {
        return new Setup(
                "test",
                "测试大厅",
                "Asia/Shanghai",
                List.of(new Zone(ZONE, "社会保障", "Social insurance")),
                List.of(new Series("A", "社保"), new Series("B", "企业")),
                List.of(item(SOCIAL, "A"), item(MEDICAL, "A"), item(LICENCE, "B")),
                List.of(
                        new Theme(
                                new ThemeCode("退休"),
                                "退休一件事",
                                "Retiring",
                                Theme.Audience.PERSON,
                                Theme.Order.IN_ORDER,
                                List.of(SOCIAL, MEDICAL),
                                List.of(
                                        new Theme.Choice(
                                                "licence",
                                                "注销执照",
                                                "Licence",
                                                List.of(LICENCE),
                                                false)),
                                List.of()),
                        new Theme(
                                new ThemeCode("随到随办"),
                                "随到随办一件事",
                                "Any order",
                                Theme.Audience.PERSON,
                                Theme.Order.ANY_ORDER,
                                List.of(MEDICAL, SOCIAL),
                                List.of(),
                                List.of())),
                List.of(
                        window("1", List.of(SOCIAL), List.of()),
                        window("2", List.of(SOCIAL), List.of()),
                        window("3", List.of(SOCIAL), List.of(MEDICAL)),
                        window("4", List.of(LICENCE), List.of())),
                List.of(
                        new PriorityGroup(new GroupCode("elderly"), "老年人", "Elderly", "身份证", true),
                        new PriorityGroup(new GroupCode("talent"), "人才", "Talent", "人才卡", false)),
                List.of(new Staff(new StaffId("s1"), "王芳"), new Staff(new StaffId("s2"), "李强")),
                new Hours(LocalTime.of(8, 0), LocalTime.of(17, 0), LocalTime.of(20, 0), List.of()),
                new WorkingDays(
                        List.of(LocalDate.of(2026, 5, 1)), List.of(LocalDate.of(2026, 5, 9))),
                new VisitRules(
                        3,
                        3,
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(15),
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(15),
                        Duration.ofSeconds(60),
                        5,
                        1,
                        3),
                new RatingSetup(
                        List.of(
                                new RatingTag("517", 5, "服务热情效率高"),
                                new RatingTag("214", 2, "服务态度生硬"),
                                new RatingTag("213", 2, "窗口人员业务不熟练"),
                                new RatingTag("113", 1, "多头跑窗口和部门")),
                        20,
                        RectificationSetup.PLAIN,
                        List.of(VEHICLES),
                        new UnitLimits(2, 3, 5)),
                List.of());
    }

    /** {@return the small hall, where a missed call is soon known for one} */
    public static Setup quick() {
        Setup small = small();
        VisitRules rules = small.rules();
        return copy(
                small,
                new VisitRules(
                        rules.recallsMax(),
                        1,
                        Duration.ofSeconds(1),
                        rules.noShowGrace(),
                        rules.undo(),
                        Duration.ofSeconds(5),
                        rules.keypadLit(),
                        rules.ratingWorkingDays(),
                        rules.openPerPersonAndItem(),
                        rules.postponesMax()),
                small.islands());
    }

    /** {@return a hall whose nodes may be islands} */
    public static Setup withIslands(Setup setup, List<IslandSetup> islands) {
        return copy(setup, setup.rules(), islands);
    }

    private static Setup copy(Setup setup, VisitRules rules, List<IslandSetup> islands) {
        return new Setup(
                setup.hall(),
                setup.name(),
                setup.timeZone(),
                setup.zones(),
                setup.series(),
                setup.items(),
                setup.themes(),
                setup.windows(),
                setup.groups(),
                setup.staff(),
                setup.hours(),
                setup.workingDays(),
                rules,
                setup.ratings(),
                islands);
    }

    public static Item item(ItemCode code, String series) {
        return new Item(
                code,
                code.value(),
                code.value(),
                "20",
                "",
                4,
                "",
                List.of("1"),
                List.of(
                        new Material("身份证", false),
                        new Material("申请表", true),
                        new Material("照片", true)),
                "即时",
                "免费",
                "人社局",
                ZONE,
                series,
                List.of(),
                true,
                false,
                false,
                Optional.empty(),
                10,
                List.of());
    }

    private static WindowSetup window(String id, List<ItemCode> primary, List<ItemCode> secondary) {
        return new WindowSetup(new WindowId(id), id + "号窗口", ZONE, primary, secondary);
    }
}
