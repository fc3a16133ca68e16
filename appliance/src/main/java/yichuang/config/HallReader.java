package yichuang.config;

import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import yichuang.hall.GroupCode;
import yichuang.hall.PriorityGroup;
import yichuang.hall.Series;
import yichuang.hall.Staff;
import yichuang.hall.StaffId;
import yichuang.hall.ZoneCode;

/** Reads the simple lists of {@code hall.yaml}: letters, people, places, notices. */
final class HallReader {
    private final Yaml.Mapping hall;
    private final Furniture furniture;
    private final Problems problems;

    HallReader(Yaml.Mapping hall, Furniture furniture, Problems problems) {
        this.hall = hall;
        this.furniture = furniture;
        this.problems = problems;
    }

    String timeZone() {
        Yaml.Text zone = hall.mapping("hall").text("timeZone");
        try {
            ZoneId.of(zone.value());
        } catch (DateTimeException unknown) {
            List<String> known = ZoneId.getAvailableZoneIds().stream().sorted().toList();
            problems.add(
                    zone.at(),
                    "没有“" + zone.value() + "”时区。" + Nearest.chinese(zone.value(), known),
                    "There is no time zone \""
                            + zone.value()
                            + "\". "
                            + Nearest.english(zone.value(), known));
        }
        return zone.value();
    }

    Config.Front front() {
        Yaml.Mapping self = hall.mapping("hall");
        return new Config.Front(
                self.word("nameEn"),
                self.word("areaCode"),
                publicUrl(self.text("publicUrl")),
                furniture.otherHalls().all());
    }

    private URI publicUrl(Yaml.Text url) {
        try {
            return URI.create(url.value());
        } catch (IllegalArgumentException none) {
            problems.add(
                    url.at(),
                    "“" + url.value() + "”不是网址。写成 http://大厅域名 的样子。",
                    "\"" + url.value() + "\" is no address. Give one like http://hall.example.");
            return URI.create("http://localhost");
        }
    }

    /**
     * {@return the letters of the item groups and of paper; what else has one is declared there}
     */
    Register<Series> letters() {
        Register<Series> letters = new Register<>("号的字母", "ticket letter", problems);
        for (Yaml.Mapping group : hall.mappings("groups")) {
            Yaml.Text letter = group.text("series");
            letters.declare(
                    letter.at(), letter.value(), new Series(letter.value(), group.word("name")));
        }
        Yaml.Text paper = hall.mapping("series").text("paper");
        letters.declare(paper.at(), paper.value(), new Series(paper.value(), "纸号补录"));
        return letters;
    }

    String paperLetter() {
        return hall.mapping("series").word("paper");
    }

    List<PriorityGroup> priorityGroups() {
        Register<PriorityGroup> groups = new Register<>("优先人群", "priority group", problems);
        for (Yaml.Mapping group : hall.mappings("priorityGroups")) {
            PriorityGroup read =
                    new PriorityGroup(
                            new GroupCode(group.word("id")),
                            group.word("name"),
                            group.word("nameEn"),
                            group.word("show"),
                            group.flag("enabled"));
            groups.declare(group.at(), group.word("id"), read);
        }
        return groups.all();
    }

    List<Config.Person> people() {
        Register<Config.Person> people = new Register<>("工号", "staff id", problems);
        for (Yaml.Mapping person : hall.mappings("staff")) {
            Optional<Yaml.Text> zone = person.findText("zone");
            zone.ifPresent(named -> furniture.zones().find(named.at(), named.value()));
            Config.Person read =
                    new Config.Person(
                            person.word("id"),
                            person.word("name"),
                            Config.Person.Duty.valueOf(
                                    person.word("role").toUpperCase(Locale.ROOT)),
                            zone.map(named -> new ZoneCode(named.value())));
            people.declare(person.at(), person.word("id"), read);
        }
        return people.all();
    }

    static List<Staff> staff(List<Config.Person> people) {
        return people.stream()
                .map(person -> new Staff(new StaffId(person.id()), person.name()))
                .toList();
    }

    List<Config.Place> places() {
        List<Config.Place> places = new ArrayList<>();
        hall.mappings("zones").forEach(zone -> places.add(place(zone, Config.Place.Kind.ZONE)));
        hall.mappings("terminals")
                .forEach(terminal -> places.add(place(terminal, Config.Place.Kind.TERMINAL)));
        hall.mappings("kiosks").forEach(kiosk -> places.add(place(kiosk, Config.Place.Kind.KIOSK)));
        return places;
    }

    private static Config.Place place(Yaml.Mapping place, Config.Place.Kind kind) {
        return new Config.Place(
                kind,
                place.word("id"),
                place.word("name"),
                place.word("place"),
                place.word("placeEn"));
    }

    List<Config.Board> boards() {
        return hall.mappings("boards").stream().map(this::board).toList();
    }

    private Config.Board board(Yaml.Mapping board) {
        List<Yaml.Text> zones = board.texts("zones");
        zones.forEach(zone -> furniture.zones().find(zone.at(), zone.value()));
        return new Config.Board(
                board.word("id"),
                board.word("name"),
                zones.stream().map(zone -> new ZoneCode(zone.value())).toList());
    }

    List<Config.Notice> notices() {
        return hall.mappings("notices").stream().map(HallReader::notice).toList();
    }

    private static Config.Notice notice(Yaml.Mapping notice) {
        List<Config.Notice.Where> where =
                notice.texts("where").stream()
                        .map(Yaml.Text::value)
                        .map(word -> Config.Notice.Where.valueOf(word.toUpperCase(Locale.ROOT)))
                        .toList();
        return new Config.Notice(where, notice.word("zh"), notice.word("en"));
    }
}
