package yichuang.bench.day;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the hall offers, as it says itself: its items, its themes, and what each window takes.
 *
 * @param skills the items of each window, in the hall's order
 * @param keypads the keypad of each window that has one
 */
record Catalogue(
        List<Item> items,
        List<Theme> themes,
        Map<String, List<String>> skills,
        Map<String, String> keypads) {
    /**
     * One item.
     *
     * @param minutes what the catalogue expects at the window
     */
    record Item(String code, int minutes, List<String> materials) {}

    /** One theme and what can be chosen in it. */
    record Theme(String code, List<String> choices) {}

    static Catalogue of(JsonObject items, JsonObject themes, JsonObject hall) {
        Map<String, List<String>> skills = new LinkedHashMap<>();
        for (JsonObject window : objects(hall.getJsonArray("windows"))) {
            skills.put(
                    window.getString("id"),
                    window.getJsonArray("skills").stream().map(String::valueOf).toList());
        }
        return new Catalogue(
                objects(items.getJsonArray("items")).stream().map(Catalogue::item).toList(),
                objects(themes.getJsonArray("themes")).stream().map(Catalogue::theme).toList(),
                skills,
                keypads(hall.getJsonArray("devices")));
    }

    private static Map<String, String> keypads(JsonArray devices) {
        return objects(devices).stream()
                .filter(device -> device.getString("kind").equals("keypad"))
                .collect(
                        Collectors.toMap(
                                device -> device.getString("window"),
                                device -> device.getString("id")));
    }

    private static Item item(JsonObject item) {
        List<String> materials =
                item.getJsonArray("materials", new JsonArray()).stream()
                        .map(Catalogue::name)
                        .toList();
        return new Item(item.getString("code"), item.getInteger("minutes", 8), materials);
    }

    private static Theme theme(JsonObject theme) {
        List<String> choices =
                theme.getJsonArray("choices", new JsonArray()).stream()
                        .map(choice -> ((JsonObject) choice).getString("id"))
                        .toList();
        return new Theme(theme.getString("code"), choices);
    }

    private static String name(Object material) {
        return material instanceof JsonObject object
                ? object.getString("name")
                : String.valueOf(material);
    }

    static List<JsonObject> objects(JsonArray array) {
        List<JsonObject> objects = new ArrayList<>();
        array.forEach(one -> objects.add((JsonObject) one));
        return objects;
    }

    Item item(String code) {
        return items.stream().filter(item -> item.code().equals(code)).findFirst().orElseThrow();
    }

    /** {@return whether the window takes all that any of these codes stand for} */
    boolean takes(String window, String item) {
        return skills.getOrDefault(window, List.of()).contains(item);
    }
}
