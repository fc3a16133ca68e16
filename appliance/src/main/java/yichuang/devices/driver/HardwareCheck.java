package yichuang.devices.driver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the hardware of a devices file with what its drivers ask for: each setting by itself,
 * then what two of them cannot both have. Every wrong thing is told, and no true complaint brings a
 * train of false ones behind it.
 */
public final class HardwareCheck {
    private final Installed installed;
    private final Hardware hardware;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Hardware.Wire> buses = new LinkedHashMap<>();

    private HardwareCheck(Installed installed, Hardware hardware) {
        this.installed = installed;
        this.hardware = hardware;
    }

    /** {@return everything that is wrong; the names of drivers and buses are known to be right} */
    public static List<Finding> of(Installed installed, Hardware hardware) {
        HardwareCheck check = new HardwareCheck(installed, hardware);
        check.buses();
        check.pieces();
        if (check.findings.isEmpty()) {
            check.nodes();
            check.claims();
        }
        return check.findings;
    }

    private void buses() {
        for (Hardware.Wire bus : hardware.buses()) {
            buses.putIfAbsent(bus.id(), bus);
            offered(installed.bus(bus.kind()).orElseThrow(), bus.settings());
        }
    }

    private void pieces() {
        for (Hardware.Piece piece : hardware.pieces()) {
            offered(installed.driver(piece.driver()).orElseThrow(), piece.settings());
        }
    }

    private void offered(Offer offer, Settings settings) {
        int before = findings.size();
        new FieldCheck(offer, settings, this::kindOf, findings).run();
        if (findings.size() == before) {
            findings.addAll(offer.check(settings));
        }
    }

    private Optional<String> kindOf(String bus) {
        return Optional.ofNullable(buses.get(bus)).map(Hardware.Wire::kind);
    }

    /** All devices of a bus hang on the controller that the bus is plugged into. */
    private void nodes() {
        Map<String, Optional<String>> first = new HashMap<>();
        for (Hardware.Piece piece : hardware.pieces()) {
            Optional<String> bus = busOf(piece);
            for (Hardware.Part part : piece.devices()) {
                if (bus.isPresent()
                        && !first.computeIfAbsent(bus.get(), any -> part.node())
                                .equals(part.node())) {
                    findings.add(
                            new Finding(
                                    piece.settings().line(),
                                    part.id()
                                            + " 和总线 "
                                            + bus.get()
                                            + " 上别的设备不在同一台控制器上。在 nodes 里把它们写到一起，或换一条总线。",
                                    part.id()
                                            + " hangs on another controller than the rest of bus "
                                            + bus.get()
                                            + ". Bring them together under \"nodes\", or give it"
                                            + " another bus."));
                }
            }
        }
    }

    private Optional<String> busOf(Hardware.Piece piece) {
        return installed.driver(piece.driver()).orElseThrow().fields().stream()
                .filter(field -> field.form() instanceof Field.OfBus)
                .filter(field -> piece.settings().has(field.key()))
                .map(field -> piece.settings().text(field.key()))
                .findFirst();
    }

    private record Taken(Optional<String> node, Claim claim) {}

    private void claims() {
        Map<Taken, Integer> taken = new HashMap<>();
        Map<String, Optional<String>> nodes = new HashMap<>();
        for (Hardware.Piece piece : hardware.pieces()) {
            busOf(piece).ifPresent(bus -> nodes.put(bus, piece.devices().getFirst().node()));
        }
        for (Hardware.Wire bus : hardware.buses()) {
            claim(
                    taken,
                    nodes.getOrDefault(bus.id(), Optional.empty()),
                    installed.bus(bus.kind()).orElseThrow(),
                    bus.settings());
        }
        for (Hardware.Piece piece : hardware.pieces()) {
            claim(
                    taken,
                    piece.devices().getFirst().node(),
                    installed.driver(piece.driver()).orElseThrow(),
                    piece.settings());
        }
    }

    private void claim(
            Map<Taken, Integer> taken, Optional<String> node, Offer offer, Settings settings) {
        for (Claim claim : offer.claims(settings)) {
            Integer first = taken.putIfAbsent(new Taken(node, claim), settings.line());
            if (first != null) {
                findings.add(
                        new Finding(
                                settings.line(),
                                claim.chinese() + " 已经用在第 " + first + " 行。换一个。",
                                claim.english()
                                        + " is taken already, on line "
                                        + first
                                        + ". Give another."));
            }
        }
    }
}
