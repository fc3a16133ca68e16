package yichuang.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import yichuang.devices.driver.Hardware;
import yichuang.hall.NodeId;
import yichuang.hall.WindowId;

/** Reads which devices stand where. */
final class DeviceReader {
    private final Furniture furniture;
    private final Problems problems;

    DeviceReader(Furniture furniture, Problems problems) {
        this.furniture = furniture;
        this.problems = problems;
    }

    /** The devices, and which of them are real. */
    record Read(List<DeviceSetup> devices, Hardware hardware) {}

    Read read(Yaml.Mapping file) {
        Map<String, List<Yaml.Text>> exceptions = exceptions(file);
        List<DeviceSetup> devices = new ArrayList<>();
        for (Furniture.Spot spot : furniture.spots().all()) {
            List<Yaml.Text> kinds =
                    exceptions.getOrDefault(spot.id(), file.texts(spot.kind().key()));
            for (Yaml.Text kind : kinds) {
                devices.add(device(spot, kind.value()));
            }
        }
        Register<String> known = known(file, devices);
        List<DeviceSetup> placed = onNodes(file, known, devices);
        return new Read(placed, new HardwareReader(placed, known, problems).read(file));
    }

    private Register<String> known(Yaml.Mapping file, List<DeviceSetup> devices) {
        Register<String> known = new Register<>("位置或设备", "place or device", problems);
        furniture.spots().all().forEach(spot -> known.declare(file.at(), spot.id(), spot.id()));
        devices.forEach(device -> known.declare(file.at(), device.id(), device.id()));
        return known;
    }

    /** A name may be a place, with all that stands there, or one device, which then goes first. */
    private List<DeviceSetup> onNodes(
            Yaml.Mapping file, Register<String> known, List<DeviceSetup> devices) {
        Register<NodeId> nodes = new Register<>("位置或设备", "place or device", problems);
        for (Yaml.Mapping group : file.mappings("nodes")) {
            NodeId node = new NodeId(group.word("node"));
            for (Yaml.Text at : group.texts("at")) {
                if (known.find(at.at(), at.value()).isPresent()) {
                    nodes.declare(at.at(), at.value(), node);
                }
            }
        }
        return devices.stream()
                .map(
                        device ->
                                device.on(
                                        nodes.peek(device.id())
                                                .or(() -> nodes.peek(device.place()))))
                .toList();
    }

    private Map<String, List<Yaml.Text>> exceptions(Yaml.Mapping file) {
        Register<String> once = new Register<>("位置", "place", problems);
        Map<String, List<Yaml.Text>> exceptions = new LinkedHashMap<>();
        for (Yaml.Mapping exception : file.mappings("except")) {
            Yaml.Text at = exception.text("at");
            once.declare(at.at(), at.value(), at.value());
            if (furniture.spots().find(at.at(), at.value()).isPresent()) {
                exceptions.put(at.value(), exception.texts("kinds"));
            }
        }
        return exceptions;
    }

    private static DeviceSetup device(Furniture.Spot spot, String kind) {
        Optional<WindowId> window =
                switch (spot.kind()) {
                    case WINDOW, TERMINAL -> Optional.of(new WindowId(spot.id()));
                    case KIOSK, BOARD -> Optional.empty();
                };
        return new DeviceSetup(
                kind + "-" + spot.id(),
                DeviceSetup.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                spot.id(),
                window,
                Optional.empty());
    }
}
