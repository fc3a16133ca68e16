package yichuang;

import yichuang.config.Config;
import yichuang.hall.StaffId;
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
                        .toList());
    }

    /** A manager may do what a window does, and does when many wait. */
    private static boolean atWindows(Config.Person.Duty duty) {
        return switch (duty) {
            case WINDOW, MANAGER -> true;
            case HELPER, OFFICER, ADMIN -> false;
        };
    }
}
