package yichuang;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import yichuang.config.Config;
import yichuang.hall.ItemCode;
import yichuang.hall.StaffId;
import yichuang.hall.ThemeCode;
import yichuang.hall.WindowSetup;
import yichuang.hall.ZoneCode;
import yichuang.web.Signboard;

/** What the configuration tells people, as the web wants it. */
final class Signboards {
    private Signboards() {}

    static Signboard of(Config config) {
        return new Signboard(
                config.front().publicUrl(),
                config.places().stream()
                        .filter(place -> place.kind() == Config.Place.Kind.ZONE)
                        .map(
                                place ->
                                        new Signboard.Place(
                                                new ZoneCode(place.id()),
                                                place.where(),
                                                place.englishWhere()))
                        .toList(),
                config.people().stream()
                        .filter(person -> atWindows(person.duty()))
                        .map(
                                person ->
                                        new Signboard.Colleague(
                                                new StaffId(person.id()),
                                                person.name(),
                                                person.zone()))
                        .toList(),
                config.notices().stream()
                        .map(
                                notice ->
                                        new Signboard.Notice(
                                                notice.where().stream()
                                                        .map(
                                                                where ->
                                                                        where.name()
                                                                                .toLowerCase(
                                                                                        Locale
                                                                                                .ROOT))
                                                        .toList(),
                                                notice.chinese(),
                                                notice.english()))
                        .toList(),
                config.kiosks().stream()
                        .collect(
                                Collectors.toMap(
                                        Config.Place::id,
                                        place -> place.name() + "（" + place.where() + "）")),
                new Signboard.Offer(config.frequent(), terminals(config), alternatives(config)));
    }

    private static Map<ItemCode, String> terminals(Config config) {
        Map<ItemCode, String> places = new LinkedHashMap<>();
        for (WindowSetup window : config.setup().windows()) {
            config.places().stream()
                    .filter(place -> place.kind() == Config.Place.Kind.TERMINAL)
                    .filter(place -> place.id().equals(window.id().value()))
                    .map(place -> "Terminal " + place.id() + ", " + place.englishWhere())
                    .forEach(
                            place ->
                                    window.primary()
                                            .forEach(item -> places.putIfAbsent(item, place)));
        }
        return places;
    }

    private static Map<ThemeCode, List<List<String>>> alternatives(Config config) {
        return config.themeNotes().stream()
                .collect(Collectors.toMap(Config.ThemeNote::theme, Config.ThemeNote::alternatives));
    }

    /** A manager may do what a window does, and does when many wait. */
    private static boolean atWindows(Config.Person.Duty duty) {
        return switch (duty) {
            case WINDOW, MANAGER -> true;
            case HELPER, OFFICER, ADMIN -> false;
        };
    }
}
