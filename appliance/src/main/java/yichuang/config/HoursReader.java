package yichuang.config;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import yichuang.hall.Hours;
import yichuang.hall.WindowId;

/** Reads the hall's hours. */
final class HoursReader {
    private final Furniture furniture;
    private final Problems problems;

    HoursReader(Furniture furniture, Problems problems) {
        this.furniture = furniture;
        this.problems = problems;
    }

    Hours read(Yaml.Mapping hours) {
        Yaml.Mapping tickets = hours.mapping("tickets");
        Yaml.Mapping windows = hours.mapping("windows");
        Clock.startsBeforeItEnds(tickets, problems);
        Clock.startsBeforeItEnds(windows, problems);
        Yaml.Text dayEnds = hours.text("dayEnds");
        LocalTime last = Clock.to(tickets);
        if (last.isBefore(Clock.to(windows))) {
            last = Clock.to(windows);
        }
        if (!Clock.time(dayEnds).isAfter(last)) {
            problems.add(
                    dayEnds.at(),
                    "业务日在 " + dayEnds.value() + " 结束，不晚于 " + last + "。改晚一些，让取了号的人都能办完。",
                    "The day ends at "
                            + dayEnds.value()
                            + ", not after "
                            + last
                            + ". End it later, so that all with a ticket are served.");
        }
        return new Hours(
                Clock.from(tickets), Clock.to(tickets), Clock.time(dayEnds), sessions(hours));
    }

    private List<Hours.Session> sessions(Yaml.Mapping hours) {
        Register<String> days = new Register<>("延时服务日", "day of extended hours", problems);
        List<Hours.Session> sessions = new ArrayList<>();
        for (Yaml.Mapping session : hours.mappings("extended")) {
            Yaml.Text day = session.text("day");
            days.declare(day.at(), day.value(), day.value());
            Clock.startsBeforeItEnds(session, problems);
            for (Yaml.Text window : session.texts("windows")) {
                furniture.spots().find(window.at(), window.value());
            }
            sessions.add(new Hours.Session(day(session), Clock.from(session), Clock.to(session)));
        }
        return sessions;
    }

    static Config.WindowHours windows(Yaml.Mapping hours) {
        Yaml.Mapping windows = hours.mapping("windows");
        return new Config.WindowHours(
                Clock.from(windows),
                Clock.to(windows),
                hours.mappings("extended").stream().map(HoursReader::extended).toList());
    }

    private static Config.Extended extended(Yaml.Mapping session) {
        return new Config.Extended(
                session.word("name"),
                session.word("nameEn"),
                day(session),
                session.texts("windows").stream()
                        .map(window -> new WindowId(window.value()))
                        .toList());
    }

    private static DayOfWeek day(Yaml.Mapping session) {
        return DayOfWeek.valueOf(session.word("day").toUpperCase(Locale.ROOT));
    }
}
