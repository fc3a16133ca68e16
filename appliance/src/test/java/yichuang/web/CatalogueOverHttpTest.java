package yichuang.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yichuang.hall.Role;

/** What a kiosk must know before it can ask anything: items, zones, and who may say 优先. */
class CatalogueOverHttpTest {
    @Test
    void the_catalogue_names_zones_and_the_priority_groups_that_are_on(@TempDir Path dir)
            throws IOException {
        try (Server hall = Server.open(dir)) {
            JsonObject catalogue = hall.get(Role.KIOSK, "/api/items").json();

            assertEquals(List.of("社保", "医保", "营业执照"), names(catalogue.getJsonArray("items")));
            assertEquals(List.of("社会保障"), names(catalogue.getJsonArray("zones")));
            assertEquals(List.of("老年人"), names(catalogue.getJsonArray("groups")));
        }
    }

    @Test
    void an_item_is_found_by_the_initials_of_its_name_or_alias(@TempDir Path dir)
            throws IOException {
        try (Server hall = Server.open(dir)) {
            JsonObject item =
                    hall.get(Role.KIOSK, "/api/items")
                            .json()
                            .getJsonArray("items")
                            .getJsonObject(0);
            assertTrue(item.getJsonArray("initials").contains("sb"), item::encode);
        }
    }

    @Test
    void a_person_is_told_where_the_zone_is_and_what_to_show(@TempDir Path dir) throws IOException {
        try (Server hall = Server.open(dir)) {
            JsonObject catalogue = hall.get(Role.KIOSK, "/api/items").json();

            JsonObject zone = catalogue.getJsonArray("zones").getJsonObject(0);
            assertEquals("一楼西侧", zone.getString("place"));
            assertEquals("1F west", zone.getString("placeEn"));
            JsonObject group = catalogue.getJsonArray("groups").getJsonObject(0);
            assertEquals("身份证", group.getString("proof"));
        }
    }

    @Test
    void a_kiosk_is_told_what_to_offer_first_and_when_tickets_are_given(@TempDir Path dir)
            throws IOException {
        try (Server hall = Server.open(dir)) {
            JsonObject catalogue = hall.get(Role.KIOSK, "/api/items").json();

            assertEquals(List.of("医保"), catalogue.getJsonArray("frequent").getList());
            assertEquals(
                    "Terminal T1, first on the left",
                    catalogue
                            .getJsonArray("items")
                            .getJsonObject(1)
                            .getString("selfServicePlaceEn"));
            assertFalse(catalogue.getJsonObject("hours").getString("until").isEmpty());
        }
    }

    @Test
    void staff_sign_on_by_name_at_the_windows_of_their_zone(@TempDir Path dir) throws IOException {
        try (Server hall = Server.open(dir)) {
            JsonArray staff = hall.get(Role.WINDOW, "/api/staff").json().getJsonArray("staff");

            assertEquals(List.of("王芳", "李强"), names(staff));
            assertEquals("s1", staff.getJsonObject(0).getString("id"));
            assertEquals(
                    List.of("1", "2", "3", "4"),
                    staff.getJsonObject(0).getJsonArray("windows").getList());
            assertFalse(staff.getJsonObject(1).containsKey("windows"));
            assertEquals("403 forbidden", hall.get(Role.KIOSK, "/api/staff").problem());
        }
    }

    private static List<String> names(JsonArray list) {
        return list.stream().map(one -> ((JsonObject) one).getString("name")).toList();
    }
}
