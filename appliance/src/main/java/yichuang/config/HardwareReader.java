package yichuang.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import yichuang.devices.DeviceKind;
import yichuang.devices.driver.Finding;
import yichuang.devices.driver.Hardware;
import yichuang.devices.driver.HardwareCheck;
import yichuang.devices.driver.Installed;
import yichuang.devices.driver.Settings;
import yichuang.hall.NodeId;

/**
 * Reads which devices are real and how they are wired. What each driver asks for is the driver's
 * own to say; here is only what all have: names, places and lines.
 */
final class HardwareReader {
    private static final Set<String> OF_BUSES = Set.of("id", "kind");
    private static final Set<String> OF_PIECES = Set.of("at", "driver");

    private final List<DeviceSetup> devices;
    private final Register<String> known;
    private final Problems problems;
    private final Installed installed = Installed.all();

    /** {@code known}: the places and devices that there are. */
    HardwareReader(List<DeviceSetup> devices, Register<String> known, Problems problems) {
        this.devices = devices;
        this.known = known;
        this.problems = problems;
    }

    Hardware read(Yaml.Mapping file) {
        int before = problems.count();
        Hardware hardware = new Hardware(buses(file), pieces(file));
        if (problems.count() == before) {
            for (Finding finding : HardwareCheck.of(installed, hardware)) {
                problems.add(
                        new At(file.at().file(), finding.line()),
                        finding.chinese(),
                        finding.english());
            }
        }
        return hardware;
    }

    private List<Hardware.Wire> buses(Yaml.Mapping file) {
        Register<String> once = new Register<>("总线", "bus", problems);
        List<Hardware.Wire> buses = new ArrayList<>();
        for (Yaml.Mapping bus : file.mappings("buses")) {
            once.declare(bus.at(), bus.word("id"), bus.word("id"));
            if (isOffered(bus.text("kind"), installed.busKinds())) {
                buses.add(
                        new Hardware.Wire(
                                bus.word("id"), bus.word("kind"), settings(bus, OF_BUSES)));
            }
        }
        return buses;
    }

    private List<Hardware.Piece> pieces(Yaml.Mapping file) {
        Register<String> once = new Register<>("设备", "device", problems);
        List<Hardware.Piece> pieces = new ArrayList<>();
        for (Yaml.Mapping entry : file.mappings("hardware")) {
            Yaml.Text at = entry.text("at");
            if (isOffered(entry.text("driver"), installed.driverNames())
                    && known.find(at.at(), at.value()).isPresent()) {
                String driver = entry.word("driver");
                List<DeviceSetup> parts = parts(at.value(), installed.kinds(driver));
                if (parts.isEmpty()) {
                    nothingThere(at, driver);
                } else {
                    parts.forEach(part -> once.declare(entry.at(), part.id(), part.id()));
                    pieces.add(
                            new Hardware.Piece(
                                    at.value(),
                                    driver,
                                    settings(entry, OF_PIECES),
                                    parts.stream().map(HardwareReader::part).toList()));
                }
            }
        }
        return pieces;
    }

    private List<DeviceSetup> parts(String at, List<DeviceKind> kinds) {
        return devices.stream()
                .filter(device -> device.id().equals(at) || device.place().equals(at))
                .filter(device -> kinds.contains(kind(device)))
                .toList();
    }

    private static DeviceKind kind(DeviceSetup device) {
        return DeviceKind.valueOf(device.kind().name());
    }

    private static Hardware.Part part(DeviceSetup device) {
        return new Hardware.Part(device.id(), kind(device), device.node().map(NodeId::value));
    }

    private void nothingThere(Yaml.Text at, String driver) {
        String kinds =
                String.join(" / ", installed.kinds(driver).stream().map(DeviceKind::code).toList());
        problems.add(
                at.at(),
                "“"
                        + at.value()
                        + "”没有 "
                        + kinds
                        + "，"
                        + driver
                        + " 用不上。在 windows、boards 或 except 里写上，或改正 at。",
                "\""
                        + at.value()
                        + "\" has no "
                        + kinds
                        + " that "
                        + driver
                        + " could be. Add it under windows, boards or except, or correct \"at\".");
    }

    private boolean isOffered(Yaml.Text word, Set<String> offered) {
        if (!offered.contains(word.value())) {
            problems.add(
                    word.at(),
                    "“" + word.value() + "”不能用。" + Nearest.chinese(word.value(), offered),
                    "\""
                            + word.value()
                            + "\" cannot be used. "
                            + Nearest.english(word.value(), offered));
        }
        return offered.contains(word.value());
    }

    private Settings settings(Yaml.Mapping entry, Set<String> without) {
        Map<String, Settings.Value> values = new LinkedHashMap<>();
        entry.entries()
                .forEach(
                        (key, one) -> {
                            if (!without.contains(key)) {
                                values.put(
                                        key,
                                        new Settings.Value(one.key().line(), plain(one.value())));
                            }
                        });
        return new Settings(entry.at().line(), values);
    }

    /** What is none of these fits no field, and is shown as it stands. */
    private static Object plain(Yaml value) {
        return switch (value) {
            case Yaml.Text text -> text.value();
            case Yaml.Whole whole -> whole.value();
            case Yaml.Flag flag -> flag.value();
            case Yaml.Sequence list -> list.entries().stream().map(HardwareReader::plain).toList();
            case Yaml.Decimal decimal -> decimal.value();
            case Yaml.Blank blank -> Map.of();
            case Yaml.Mapping mapping -> Map.of();
        };
    }
}
