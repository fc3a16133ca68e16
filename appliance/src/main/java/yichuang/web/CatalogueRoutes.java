package yichuang.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import yichuang.hall.Furnishing;
import yichuang.hall.Hours;
import yichuang.hall.Item;
import yichuang.hall.ItemCode;
import yichuang.hall.Material;
import yichuang.hall.PriorityGroup;
import yichuang.hall.Theme;
import yichuang.hall.Zone;

/** The catalogue and the themes, encoded once for each configuration. */
final class CatalogueRoutes {
    private final Front front;
    private final Signboard signboard;
    private final AtomicReference<Encoded> encoded = new AtomicReference<>();

    private record Encoded(Furnishing of, Zipped items, Zipped themes) {}

    CatalogueRoutes(Front front, Signboard signboard) {
        this.front = front;
        this.signboard = signboard;
    }

    void addTo(Map<String, Act> acts) {
        acts.put("listItems", exchange -> json(exchange, current().items()));
        acts.put("listThemes", exchange -> json(exchange, current().themes()));
    }

    private static Future<Reply> json(Exchange exchange, Zipped body) {
        return Future.succeededFuture(body.reply(exchange.request(), "application/json"));
    }

    private Encoded current() {
        Furnishing furnishing = front.furnishing();
        Encoded last = encoded.get();
        if (last == null || last.of() != furnishing) {
            Initials initials = new Initials(PinyinTable.of(names(furnishing)));
            last =
                    new Encoded(
                            furnishing,
                            Zipped.of(items(furnishing, initials).toBuffer()),
                            Zipped.of(themes(furnishing, initials).toBuffer()));
            encoded.set(last);
        }
        return last;
    }

    /** {@return everything that a person may look for by its initials} */
    private static List<String> names(Furnishing furnishing) {
        List<String> names = new ArrayList<>();
        furnishing.setup().items().forEach(item -> names.addAll(names(item)));
        furnishing.setup().themes().forEach(theme -> names.addAll(names(theme)));
        return names;
    }

    private static List<String> names(Item item) {
        return with(item.name(), item.aliases());
    }

    private static List<String> names(Theme theme) {
        return with(theme.name(), theme.aliases());
    }

    private static List<String> with(String name, List<String> aliases) {
        List<String> names = new ArrayList<>(List.of(name));
        names.addAll(aliases);
        return names;
    }

    private JsonObject items(Furnishing furnishing, Initials initials) {
        JsonArray items = new JsonArray();
        for (Item item : furnishing.setup().items()) {
            items.add(item(item).put("initials", new JsonArray(initials.of(names(item)))));
        }
        Hours hours = furnishing.setup().hours();
        return new JsonObject()
                .put("items", items)
                .put("zones", zones(furnishing))
                .put("groups", groups(furnishing))
                .put("frequent", codes(signboard.offer().frequent()))
                .put(
                        "hours",
                        new JsonObject()
                                .put("from", hours.ticketsFrom().toString())
                                .put("until", hours.ticketsUntil().toString()));
    }

    private JsonArray zones(Furnishing furnishing) {
        JsonArray zones = new JsonArray();
        for (Zone zone : furnishing.setup().zones()) {
            JsonObject json = named(zone.code().value(), zone.name(), zone.englishName());
            signboard
                    .place(zone.code())
                    .ifPresent(
                            place ->
                                    json.put("place", place.chinese())
                                            .put("placeEn", place.english()));
            zones.add(json);
        }
        return zones;
    }

    /** The priority groups a person may name; one that is switched off is none. */
    private static JsonArray groups(Furnishing furnishing) {
        JsonArray groups = new JsonArray();
        for (PriorityGroup group : furnishing.setup().groups()) {
            if (group.on()) {
                groups.add(
                        named(group.code().value(), group.name(), group.englishName())
                                .put("proof", group.proof()));
            }
        }
        return groups;
    }

    private static JsonObject named(String id, String name, String englishName) {
        return new JsonObject().put("id", id).put("name", name).put("englishName", englishName);
    }

    private JsonObject item(Item item) {
        JsonArray materials = new JsonArray();
        for (Material material : item.materials()) {
            materials.add(
                    new JsonObject()
                            .put("name", material.name())
                            .put("deferrable", material.deferrable()));
        }
        JsonObject json =
                new JsonObject()
                        .put("code", item.code().value())
                        .put("name", item.name())
                        .put("englishName", item.englishName())
                        .put("department", item.department())
                        .put("zone", item.zone().value())
                        .put("series", item.series())
                        .put("minutes", item.minutes())
                        .put("materials", materials)
                        .put("selfService", item.selfService())
                        .put("kind", item.kind())
                        .put("legalBasis", item.legalBasis())
                        .put("level", item.level())
                        .put("conditions", item.conditions())
                        .put("serves", new JsonArray(item.serves()))
                        .put("timeLimit", item.timeLimit())
                        .put("fee", item.fee())
                        .put("modes", new JsonArray(item.modes()))
                        .put("commitmentAllowed", item.commitmentAllowed())
                        .put("cityWide", item.cityWide())
                        .put("forEnterprise", item.forEnterprise())
                        .put("aliases", new JsonArray(item.aliases()));
        item.selfServicePlace().ifPresent(place -> json.put("selfServicePlace", place));
        Optional.ofNullable(signboard.offer().terminals().get(item.code()))
                .ifPresent(place -> json.put("selfServicePlaceEn", place));
        return json;
    }

    private JsonObject themes(Furnishing furnishing, Initials initials) {
        JsonArray themes = new JsonArray();
        for (Theme theme : furnishing.setup().themes()) {
            JsonArray choices = new JsonArray();
            for (Theme.Choice choice : theme.choices()) {
                choices.add(
                        new JsonObject()
                                .put("id", choice.id())
                                .put("name", choice.name())
                                .put("englishName", choice.englishName())
                                .put("items", codes(choice.items()))
                                .put("chosen", choice.chosen()));
            }
            themes.add(
                    new JsonObject()
                            .put("code", theme.code().value())
                            .put("name", theme.name())
                            .put("englishName", theme.englishName())
                            .put("for", Refusals.code(theme.audience()))
                            .put("order", Refusals.code(theme.order()))
                            .put("legs", codes(theme.legs()))
                            .put("choices", choices)
                            .put(
                                    "alternatives",
                                    signboard
                                            .offer()
                                            .alternatives()
                                            .getOrDefault(theme.code(), List.of()))
                            .put("aliases", new JsonArray(theme.aliases()))
                            .put("initials", new JsonArray(initials.of(names(theme)))));
        }
        return new JsonObject().put("themes", themes);
    }

    private static JsonArray codes(Iterable<ItemCode> items) {
        JsonArray codes = new JsonArray();
        items.forEach(item -> codes.add(item.value()));
        return codes;
    }
}
