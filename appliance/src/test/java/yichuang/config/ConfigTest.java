package yichuang.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.dispatch.Condition;
import yichuang.dispatch.PolicySettings;
import yichuang.hall.GroupCode;
import yichuang.hall.Hours;
import yichuang.hall.Item;
import yichuang.hall.ItemCode;
import yichuang.hall.NodeId;
import yichuang.hall.Series;
import yichuang.hall.Theme;
import yichuang.hall.VisitRules;
import yichuang.hall.WindowId;
import yichuang.hall.WindowSetup;
import yichuang.hall.ZoneCode;

/** What the files of the small hall say is what the hall gets. */
class ConfigTest {
    private static final ItemCode FIRM = new ItemCode("11370302004200106F437014500100001");
    private static final ItemCode SOLE = new ItemCode("11370302004200106F437014500200001");
    private static final ItemCode EMPLOYER = new ItemCode("11370302004200202Q437014500100001");
    private static final ItemCode RECORD = new ItemCode("11370302004200202Q437014500200001");

    @TempDir Path folder;

    @Test
    void a_window_takes_the_items_of_its_groups_and_those_named_singly() throws Exception {
        List<WindowSetup> windows = SmallHall.in(folder).load().setup().windows();

        assertEquals(List.of(FIRM, SOLE), windows.get(0).primary());
        assertEquals(List.of(EMPLOYER), windows.get(0).secondary());
        assertEquals(List.of(EMPLOYER, RECORD), windows.get(1).primary());
        assertEquals(new WindowId("T1"), windows.get(2).id());
    }

    @Test
    void an_item_gets_letter_and_zone_from_its_group_and_its_place_from_a_terminal()
            throws Exception {
        List<Item> items = SmallHall.in(folder).load().setup().items();

        Item record = items.get(3);
        assertEquals("B", record.series());
        assertEquals(new ZoneCode("social"), record.zone());
        assertEquals(Optional.of("1号终端（门口）"), record.selfServicePlace());
        assertEquals(List.of(4, 3), List.of(record.level(), record.minutes()));
        assertEquals("区人社局", record.department());
        Item firm = items.get(0);
        assertTrue(firm.forEnterprise() && firm.commitmentAllowed() && !firm.cityWide());
        assertEquals(Optional.empty(), firm.selfServicePlace());
        assertEquals("Material[name=住所证明, deferrable=true]", firm.materials().get(2).toString());
    }

    @Test
    void letters_of_groups_and_of_paper_are_series_and_those_of_islands_are_kept_apart()
            throws Exception {
        Config config = SmallHall.in(folder).load();

        assertEquals(
                List.of("A", "B", "V"),
                config.setup().series().stream().map(Series::letter).toList());
        assertEquals(
                List.of("W", "X"),
                config.setup().islands().stream().map(one -> one.letter()).toList());
    }

    @Test
    void a_theme_keeps_its_order_and_what_excludes_what() throws Exception {
        Config config = SmallHall.in(folder).load();

        Theme theme = config.setup().themes().getFirst();
        assertEquals(List.of(SOLE, FIRM, EMPLOYER), theme.legs());
        assertEquals(List.of(SOLE), theme.choices().get(0).items());
        assertTrue(theme.choices().get(0).chosen() && !theme.choices().get(1).chosen());
        Config.ThemeNote note = config.themeNotes().getFirst();
        assertEquals(List.of(List.of("sole", "firm")), note.alternatives());
        assertEquals(List.of("kunlun"), note.otherHalls());
    }

    @Test
    void numbers_of_the_rules_carry_their_units() throws Exception {
        Config config = SmallHall.in(folder).load();

        assertEquals(
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
                config.setup().rules());
        assertEquals(
                new Hours.Session(DayOfWeek.SATURDAY, LocalTime.of(9, 0), LocalTime.of(12, 0)),
                config.setup().hours().sessions().getFirst());
    }

    @Test
    void who_is_called_next_is_set_by_plain_words() throws Exception {
        PolicySettings policy = SmallHall.in(folder).load().policy();

        assertEquals(
                new PolicySettings(
                        PolicySettings.Mode.SHARES,
                        Map.of("ordinary", 1.0, "elderly", 2.5, "talent", 1.0),
                        Map.of(
                                "ordinary", Duration.ofMinutes(45),
                                "elderly", Duration.ofMinutes(30),
                                "talent", Duration.ofMinutes(45)),
                        Duration.ofMinutes(30),
                        Duration.ofMinutes(20),
                        0.6,
                        Map.of("ordinary", 2, "priority", 1),
                        List.of(
                                new Condition(
                                        "午间",
                                        List.of(RECORD, FIRM, SOLE),
                                        List.of(new GroupCode("elderly")),
                                        List.of(new ZoneCode("market")),
                                        Optional.of(LocalTime.of(11, 30)),
                                        Optional.of(LocalTime.of(13, 30)),
                                        Optional.of(Duration.ofMinutes(5)),
                                        1.5,
                                        Duration.ofMinutes(10)))),
                policy);
    }

    @Test
    void devices_are_named_by_kind_and_place() throws Exception {
        List<String> ids =
                SmallHall.in(folder).load().devices().stream().map(DeviceSetup::id).toList();

        assertEquals(
                List.of(
                        "display-1",
                        "keypad-1",
                        "printer-1",
                        "speaker-1",
                        "display-2",
                        "printer-T1",
                        "printer-k1",
                        "display-b1"),
                ids);
    }

    @Test
    void a_device_hangs_on_the_node_that_its_place_names_unless_it_names_one_itself()
            throws Exception {
        SmallHall hall = SmallHall.in(folder);
        hall.write(
                "devices/virtual.yaml",
                hall.read("devices/virtual.yaml")
                        + "\nnodes:\n  - {node: s1, at: [\"1\"]}\n  - {node: s2, at: [keypad-1]}\n");

        assertEquals(
                List.of(
                        "display-1 s1",
                        "keypad-1 s2",
                        "printer-1 s1",
                        "speaker-1 s1",
                        "display-2 -",
                        "printer-T1 -",
                        "printer-k1 -",
                        "display-b1 -"),
                hall.load().devices().stream()
                        .map(
                                device ->
                                        device.id()
                                                + " "
                                                + device.node().map(NodeId::value).orElse("-"))
                        .toList());
    }

    @Test
    void a_time_without_quotes_is_a_time_and_a_table_may_have_a_byte_order_mark() throws Exception {
        SmallHall hall = SmallHall.in(folder).with("hall.yaml", "\"07:30\"", "07:30");
        hall.write("catalogue/approval.csv", "\uFEFF" + hall.read("catalogue/approval.csv"));

        assertEquals(LocalTime.of(7, 30), hall.load().setup().hours().ticketsFrom());
    }

    @Test
    void kiosks_offer_first_what_the_hall_names_and_nothing_when_it_names_nothing()
            throws Exception {
        assertEquals(List.of(), SmallHall.in(folder).load().frequent());

        SmallHall hall =
                SmallHall.in(folder).with("hall.yaml", "boards:", "frequent: [企业社会保险登记]\nboards:");
        assertEquals(List.of(EMPLOYER), hall.load().frequent());
    }

    @Test
    void a_theme_may_name_an_item_by_its_code() throws Exception {
        SmallHall hall =
                SmallHall.in(folder)
                        .with("themes/all.yaml", "- 企业社会保险登记", "- \"" + EMPLOYER + "\"");

        assertEquals(EMPLOYER, hall.load().setup().themes().getFirst().legs().getLast());
    }
}
