package yichuang.config;

import java.util.List;
import yichuang.hall.Zone;
import yichuang.hall.ZoneCode;

/** What {@code hall.yaml} declares and other parts and files refer to by name. */
record Furniture(
        Register<Zone> zones,
        Register<ItemGroup> groups,
        Register<Spot> spots,
        Register<Config.OtherHall> otherHalls) {

    /** A window, terminal, kiosk or board. */
    record Spot(String id, Kind kind) {
        /** What stands there; {@code key} names it in the devices file. */
        enum Kind {
            WINDOW("windows"),
            TERMINAL("terminals"),
            KIOSK("kiosks"),
            BOARD("boards");

            private final String key;

            Kind(String key) {
                this.key = key;
            }

            String key() {
                return key;
            }
        }
    }

    /** Declares everything of the file that has a name; a name that is there twice is a problem. */
    static Furniture of(Yaml.Mapping hall, Problems problems) {
        Furniture furniture =
                new Furniture(
                        new Register<>("区", "zone", problems),
                        new Register<>("事项组", "item group", problems),
                        new Register<>(
                                "窗口、终端、取号机或大屏", "window, terminal, kiosk or board", problems),
                        new Register<>("大厅", "hall", problems));
        for (Yaml.Mapping zone : hall.mappings("zones")) {
            Zone read =
                    new Zone(new ZoneCode(zone.word("id")), zone.word("name"), zone.word("nameEn"));
            furniture.zones.declare(zone.at(), zone.word("id"), read);
        }
        for (Yaml.Mapping group : hall.mappings("groups")) {
            furniture.zones.find(group.text("zone").at(), group.word("zone"));
            ItemGroup read =
                    new ItemGroup(
                            group.word("id"),
                            group.word("series"),
                            new ZoneCode(group.word("zone")),
                            group.word("name"),
                            group.word("nameEn"));
            furniture.groups.declare(group.at(), group.word("id"), read);
        }
        for (Spot.Kind kind : Spot.Kind.values()) {
            for (Yaml.Mapping spot : hall.mappings(kind.key())) {
                String id = spot.word("id");
                furniture.spots.declare(spot.at(), id, new Spot(id, kind));
            }
        }
        for (Yaml.Mapping other : hall.mappings("otherHalls")) {
            Config.OtherHall read =
                    new Config.OtherHall(
                            other.word("id"), other.word("name"), other.word("nameEn"));
            furniture.otherHalls.declare(other.at(), other.word("id"), read);
        }
        return furniture;
    }

    List<String> windowIds() {
        return spots.all().stream()
                .filter(spot -> spot.kind() == Spot.Kind.WINDOW)
                .map(Spot::id)
                .toList();
    }
}
