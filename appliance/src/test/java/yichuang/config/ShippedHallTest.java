package yichuang.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import yichuang.hall.Item;
import yichuang.hall.Material;
import yichuang.hall.Theme;
import yichuang.hall.WindowSetup;

/** The hall that is shipped is a whole one, and keeps what the opinion asks of its catalogue. */
class ShippedHallTest {
    private static Config hall;

    @BeforeAll
    static void load() throws ConfigErrors {
        hall = Config.load(Path.of("../config/hall.yaml"));
    }

    @Test
    void it_has_windows_items_departments_and_themes_enough() {
        int staffed = hall.setup().windows().size() - hall.terminals().size();
        assertTrue(staffed >= 24, "windows: " + staffed);
        assertTrue(hall.setup().items().size() >= 120, "items: " + hall.setup().items().size());
        assertTrue(hall.departments().size() >= 12, "departments: " + hall.departments().size());
        for (Theme.Audience audience : Theme.Audience.values()) {
            long themes =
                    hall.setup().themes().stream()
                            .filter(theme -> theme.audience() == audience)
                            .count();
            assertTrue(themes >= 10, audience + " themes: " + themes);
        }
    }

    @Test
    void every_department_has_items() {
        for (Department department : hall.departments()) {
            assertTrue(
                    hall.setup().items().stream()
                            .anyMatch(item -> item.department().equals(department.name())),
                    department.name());
        }
    }

    @Test
    void every_item_names_three_materials_and_one_for_enterprises_can_wait_for_some() {
        for (Item item : hall.setup().items()) {
            assertTrue(item.materials().size() >= 3, item.name());
            boolean deferrable = item.materials().stream().anyMatch(Material::deferrable);
            assertTrue(deferrable || !item.forEnterprise(), item.name());
            assertFalse(
                    item.materials().stream().allMatch(Material::deferrable),
                    "nothing need be brought for " + item.name());
        }
    }

    @Test
    void no_item_is_of_the_halls_own_making() {
        // The platform takes no item whose code contains 00000000.
        for (Item item : hall.setup().items()) {
            assertFalse(item.code().value().contains("00000000"), item.name());
            assertEquals(33, item.code().value().length(), item.name());
            assertEquals(31, item.taskCode().length(), item.name());
        }
    }

    @Test
    void people_find_a_restaurant_by_their_own_words() {
        List<String> found =
                Stream.concat(
                                hall.setup().items().stream()
                                        .filter(item -> item.aliases().contains("我要开一家饭店"))
                                        .map(Item::name),
                                hall.setup().themes().stream()
                                        .filter(theme -> theme.name().equals("我要开一家饭店"))
                                        .map(Theme::name))
                        .toList();
        assertEquals(List.of("食品经营许可（新办）", "我要开一家饭店"), found);
    }

    @Test
    void the_calendar_knows_the_days_worked_instead() {
        assertFalse(works("2026-10-01"), "国庆节");
        assertTrue(works("2026-10-10"), "调休");
        assertFalse(works("2026-10-11"), "周日");
        assertFalse(works("2026-02-23"), "春节");
        assertTrue(works("2026-02-14"), "调休");
        assertTrue(works("2026-02-24"), "节后第一天");
        assertEquals(
                LocalDate.parse("2026-10-10"),
                hall.setup().workingDays().after(LocalDate.parse("2026-09-30"), 2 + 1));
    }

    private static boolean works(String day) {
        return hall.setup().workingDays().isWorkingDay(LocalDate.parse(day));
    }

    @Test
    void every_staffed_window_has_a_display_and_a_keypad() {
        for (WindowSetup window : hall.setup().windows()) {
            if (hall.terminals().contains(window.id())) {
                continue;
            }
            List<DeviceSetup.Kind> kinds =
                    hall.devices().stream()
                            .filter(
                                    device ->
                                            device.window().filter(window.id()::equals).isPresent())
                            .map(DeviceSetup::kind)
                            .toList();
            assertTrue(kinds.contains(DeviceSetup.Kind.DISPLAY), window.name());
            assertTrue(kinds.contains(DeviceSetup.Kind.KEYPAD), window.name());
        }
    }
}
