package yichuang.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import yichuang.hall.IslandSetup;
import yichuang.hall.ItemCode;
import yichuang.hall.PriorityGroup;
import yichuang.hall.Series;
import yichuang.hall.Setup;

/**
 * Reads all files of a hall: first each by itself, then what they say of one another. References
 * are looked at only when it is known what there is to refer to; otherwise one true complaint would
 * bring a train of false ones behind it.
 */
final class ConfigReader {
    private final Path hallFile;
    private final Path folder;
    private final Problems problems = new Problems();

    ConfigReader(Path hallFile) {
        this.hallFile = hallFile;
        this.folder = Optional.ofNullable(hallFile.getParent()).orElse(Path.of(""));
    }

    Config read() throws ConfigErrors {
        Optional<Yaml.Mapping> hall = yaml(hallFile, "hall");
        Optional<Yaml.Mapping> devices =
                hall.map(read -> read.mapping("hall").word("devices"))
                        .flatMap(file -> yaml(folder.resolve(file), "devices"));
        List<Yaml.Mapping> themes =
                files("themes", ".yaml").stream()
                        .flatMap(file -> yaml(file, "themes").stream())
                        .toList();
        CalendarReader calendar = new CalendarReader(problems);
        for (Path file : files("calendar", ".yaml")) {
            yaml(file, "calendar")
                    .ifPresent(year -> calendar.read(year, file.getFileName().toString()));
        }
        List<Department> departments = departments();
        Optional<List<ItemRow>> rows = rows(departments);
        if (hall.isEmpty() || devices.isEmpty() || rows.isEmpty()) {
            problems.refuseAny();
        }
        int before = problems.count();
        Catalogue catalogue = new Catalogue(rows.orElseThrow(), problems);
        if (problems.count() > before) {
            problems.refuseAny();
        }
        return join(
                hall.orElseThrow(),
                devices.orElseThrow(),
                themes,
                calendar,
                departments,
                catalogue);
    }

    private Config join(
            Yaml.Mapping hall,
            Yaml.Mapping devices,
            List<Yaml.Mapping> themeFiles,
            CalendarReader calendar,
            List<Department> departments,
            Catalogue catalogue)
            throws ConfigErrors {
        Furniture furniture = Furniture.of(hall, problems);
        HallReader simple = new HallReader(hall, furniture, problems);
        WindowReader windows = new WindowReader(furniture, catalogue, problems);
        windows.read(hall);
        ThemeReader themes = new ThemeReader(catalogue, furniture.otherHalls(), problems);
        themeFiles.forEach(themes::read);
        DispatchReader dispatch =
                new DispatchReader(hall.mapping("dispatch"), furniture, catalogue, problems);
        Register<Series> letters = simple.letters();
        List<Series> series = letters.all();
        List<IslandSetup> islands = new IslandReader(furniture, problems).read(hall, letters);
        List<PriorityGroup> groups = simple.priorityGroups();
        List<Config.Person> people = simple.people();
        UnitReader units = new UnitReader(departments, problems);
        Setup setup =
                new Setup(
                        hall.mapping("hall").word("id"),
                        hall.mapping("hall").word("name"),
                        simple.timeZone(),
                        furniture.zones().all(),
                        series,
                        windows.items(),
                        themes.themes(),
                        windows.windows(),
                        groups,
                        HallReader.staff(people),
                        new HoursReader(furniture, problems).read(hall.mapping("hours")),
                        calendar.workingDays(),
                        RulesReader.read(hall, problems),
                        new TagReader(folder, problems)
                                .read(hall, units.read(hall), UnitReader.limits(hall)),
                        islands);
        DeviceReader.Read read = new DeviceReader(furniture, problems).read(devices);
        Config config =
                new Config(
                        hallFile,
                        setup,
                        simple.front(),
                        HoursReader.windows(hall.mapping("hours")),
                        simple.paperLetter(),
                        departments,
                        furniture.groups().all(),
                        themes.notes(),
                        windows.terminals(),
                        simple.places(),
                        frequent(hall, catalogue),
                        simple.boards(),
                        read.devices(),
                        read.hardware(),
                        people,
                        dispatch.settings(),
                        dispatch.script(folder),
                        RulesReader.limits(hall),
                        simple.notices(),
                        new PlatformReader(folder, problems)
                                .read(hall, simple.front().areaCode(), setup),
                        new GatewayReader(folder, problems)
                                .read(hall, simple.front().publicUrl(), setup),
                        calendar.years());
        problems.refuseAny();
        return config;
    }

    private static List<ItemCode> frequent(Yaml.Mapping hall, Catalogue catalogue) {
        return hall.texts("frequent").stream()
                .flatMap(word -> catalogue.item(word).stream())
                .map(ItemRow::code)
                .distinct()
                .toList();
    }

    private Optional<Yaml.Mapping> yaml(Path file, String schema) {
        return TextFile.read(file, problems)
                .flatMap(text -> YamlReader.read(text, file.toString(), problems))
                .flatMap(read -> Shape.check(read, schema, problems));
    }

    private List<Department> departments() {
        Register<Department> departments = new Register<>("部门", "department", problems);
        Register<Department> codes = new Register<>("信用代码", "credit code", problems);
        yaml(folder.resolve("catalogue/departments.yaml"), "departments")
                .ifPresent(
                        file -> {
                            for (Yaml.Mapping entry : file.mappings("departments")) {
                                Department read = department(entry);
                                departments.declare(entry.at(), read.id(), read);
                                codes.declare(entry.at(), read.creditCode(), read);
                            }
                        });
        return departments.all();
    }

    private Department department(Yaml.Mapping entry) {
        Yaml.Text code = entry.text("uscc");
        if (!CreditCode.isRight(code.value())) {
            char right = CreditCode.check(code.value());
            problems.add(
                    code.at(),
                    "信用代码 " + code.value() + " 的校验位应为 " + right + "。核对这个代码。",
                    "The credit code "
                            + code.value()
                            + " should end in "
                            + right
                            + ". Compare it.");
        }
        return new Department(
                entry.word("id"), code.value(), entry.word("name"), entry.word("nameEn"));
    }

    /** {@return the whole catalogue; empty when it is not known what is in it} */
    private Optional<List<ItemRow>> rows(List<Department> departments) {
        List<ItemRow> rows = new ArrayList<>();
        boolean whole = !departments.isEmpty();
        for (Department department : departments) {
            Path file = folder.resolve("catalogue").resolve(department.id() + ".csv");
            Optional<List<ItemRow>> read =
                    TextFile.read(file, problems)
                            .flatMap(
                                    text ->
                                            new CatalogueReader(department, problems)
                                                    .read(text, file.toString()));
            whole &= read.isPresent();
            read.ifPresent(rows::addAll);
        }
        List<String> ids = departments.stream().map(Department::id).toList();
        for (Path file : files("catalogue", ".csv")) {
            String id = file.getFileName().toString().replaceAll("\\.csv$", "");
            if (!ids.isEmpty() && !ids.contains(id)) {
                problems.add(
                        new At(file.toString(), 1),
                        "departments.yaml 里没有部门“" + id + "”。" + Nearest.chinese(id, ids),
                        "departments.yaml has no department \""
                                + id
                                + "\". "
                                + Nearest.english(id, ids));
            }
        }
        return whole ? Optional.of(rows) : Optional.empty();
    }

    private List<Path> files(String name, String ending) {
        Path inside = folder.resolve(name);
        if (!Files.isDirectory(inside)) {
            problems.add(
                    new At(inside.toString(), 1),
                    "没有这个文件夹。从示例复制一份。",
                    "There is no such folder. Copy the example.");
            return List.of();
        }
        try (Stream<Path> listed = Files.list(inside)) {
            return listed.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
