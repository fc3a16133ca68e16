package yichuang.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import yichuang.devices.driver.Hardware;
import yichuang.dispatch.PolicySettings;
import yichuang.evaluation.platform.Settings;
import yichuang.hall.ItemCode;
import yichuang.hall.Setup;
import yichuang.hall.ThemeCode;
import yichuang.hall.WindowId;
import yichuang.hall.ZoneCode;

/**
 * One hall as its files describe it: the {@link Setup} that enters the log, and beside it what only
 * the other rooms need.
 *
 * @param file the {@code hall.yaml} it was read from
 * @param paperLetter of numbers from a paper roll, entered after an outage
 * @param terminals which windows of the setup are self-service terminals, without staff
 * @param policy settings of the built-in policy
 * @param script a policy script beside it, when the hall has one
 * @param frequent items that kiosks offer on their first screen, as the hall chose them
 * @param hardware which of the devices are real, and how they are wired
 * @param platform where ratings are sent; empty: they are kept and not sent
 * @param gateway by what links to rate by are sent; empty: none are
 * @param calendarYears the years that have a calendar file; in others Monday to Friday are worked
 */
public record Config(
        Path file,
        Setup setup,
        Front front,
        WindowHours windowHours,
        String paperLetter,
        List<Department> departments,
        List<ItemGroup> groups,
        List<ThemeNote> themeNotes,
        List<WindowId> terminals,
        List<Place> places,
        List<ItemCode> frequent,
        List<Board> boards,
        List<DeviceSetup> devices,
        Hardware hardware,
        List<Person> people,
        PolicySettings policy,
        Optional<Path> script,
        Limits limits,
        List<Notice> notices,
        Optional<Settings> platform,
        Optional<yichuang.evaluation.gateway.Settings> gateway,
        List<Integer> calendarYears) {
    public Config {
        departments = List.copyOf(departments);
        groups = List.copyOf(groups);
        themeNotes = List.copyOf(themeNotes);
        terminals = List.copyOf(terminals);
        places = List.copyOf(places);
        frequent = List.copyOf(frequent);
        boards = List.copyOf(boards);
        devices = List.copyOf(devices);
        people = List.copyOf(people);
        notices = List.copyOf(notices);
        calendarYears = List.copyOf(calendarYears);
    }

    /**
     * Reads and checks a whole hall.
     *
     * @param file its {@code hall.yaml}; the other files are found beside it
     * @throws ConfigErrors with everything that is wrong; nothing of the configuration is in force
     */
    public static Config load(Path file) throws ConfigErrors {
        return new ConfigReader(file).read();
    }

    /** {@return the kiosks, by the place they stand at} */
    public List<Place> kiosks() {
        return places.stream().filter(place -> place.kind() == Place.Kind.KIOSK).toList();
    }

    /**
     * How the hall shows itself to people.
     *
     * @param areaCode 行政区划, 12 digits
     * @param publicUrl begins the address in a ticket's QR code; no slash at its end
     */
    public record Front(
            String englishName, String areaCode, URI publicUrl, List<OtherHall> otherHalls) {
        public Front {
            otherHalls = List.copyOf(otherHalls);
        }
    }

    /** Another hall of the district that people may be sent to. */
    public record OtherHall(String id, String name, String englishName) {}

    /** When windows serve; shown to people, and where a forecast ends. */
    public record WindowHours(LocalTime from, LocalTime until, List<Extended> extended) {
        public WindowHours {
            extended = List.copyOf(extended);
        }
    }

    /** Which windows open in a session of extended hours 延时服务; its times are in the setup. */
    public record Extended(String name, String englishName, DayOfWeek day, List<WindowId> windows) {
        public Extended {
            windows = List.copyOf(windows);
        }
    }

    /**
     * What a theme says beyond {@link yichuang.hall.Theme}.
     *
     * @param alternatives of the choices in one list at most one is taken
     * @param workingDaysMax the whole theme's term, when it has one
     * @param otherHalls ids of halls that do it too
     */
    public record ThemeNote(
            ThemeCode theme,
            List<List<String>> alternatives,
            Optional<Integer> workingDaysMax,
            List<String> otherHalls) {
        public ThemeNote {
            alternatives = List.copyOf(alternatives);
            otherHalls = List.copyOf(otherHalls);
        }
    }

    /** Where a zone, terminal or kiosk is, in the words a person is told. */
    public record Place(Kind kind, String id, String name, String where, String englishWhere) {
        /** What stands there. */
        public enum Kind {
            ZONE,
            TERMINAL,
            KIOSK
        }
    }

    /** A hall board; {@code zones} empty shows the whole hall. */
    public record Board(String id, String name, List<ZoneCode> zones) {
        public Board {
            zones = List.copyOf(zones);
        }
    }

    /** One of the staff; {@code zone} is where they usually work. */
    public record Person(String id, String name, Duty duty, Optional<ZoneCode> zone) {
        /** What a person is in the hall. */
        public enum Duty {
            WINDOW,
            HELPER,
            MANAGER,
            OFFICER,
            ADMIN
        }
    }

    /**
     * Bounds that are kept at the hall's edge: how often one browser may ask, and how many tickets
     * one person may take. Service tokens are not counted.
     *
     * @param noShowGraceCalls a no-show may also come back until so many others were called
     */
    public record Limits(
            int kioskTicketsPerMinute,
            int kioskRatingsPerMinute,
            int phoneTicketsPerMinute,
            int phoneReadsPerMinute,
            int ticketsPerDayByPhone,
            int ticketsPerDayByDevice,
            int noShowGraceCalls) {}

    /** A line of text the hall shows. */
    public record Notice(List<Where> where, String chinese, String english) {
        public Notice {
            where = List.copyOf(where);
        }

        /** Where a notice shows. */
        public enum Where {
            KIOSK,
            BOARD,
            PHONE,
            TICKET
        }
    }
}
