package yichuang.devices;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import yichuang.hall.WindowId;

/** The lines of all devices, by id and by what they are there for. Never changes. */
final class Lines {
    private final Map<String, Line> byId = new LinkedHashMap<>();
    private final Map<String, PrinterLine> printers = new LinkedHashMap<>();

    Lines(DevicePlan plan, Drivers drivers, InstantSource clock, Consumer<DeviceView> changed) {
        for (DevicePlan.Spot spot : plan.spots()) {
            Line line =
                    switch (spot.kind()) {
                        case DISPLAY ->
                                new DisplayLine(spot, clock, changed, drivers.display(spot));
                        case KEYPAD -> new KeypadLine(spot, clock, changed, drivers.keypad(spot));
                        case PRINTER ->
                                new PrinterLine(spot, clock, changed, drivers.printer(spot));
                        case SPEAKER ->
                                new SpeakerLine(spot, clock, changed, drivers.speaker(spot));
                    };
            if (byId.put(spot.id(), line) != null) {
                throw new IllegalArgumentException("two devices have the id " + spot.id());
            }
            if (line instanceof PrinterLine printer) {
                printers.putIfAbsent(spot.place(), printer);
            }
        }
        of(PrinterLine.class).forEach(printer -> printers.put(printer.spot().id(), printer));
    }

    Collection<Line> all() {
        return byId.values();
    }

    Optional<Line> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** {@return the devices of one kind at a window} */
    <L extends Line> List<L> at(WindowId window, Class<L> kind) {
        return of(kind).filter(line -> line.spot().window().equals(Optional.of(window))).toList();
    }

    /** {@return the devices of one kind that stand at no window: boards, their speakers, kiosks} */
    <L extends Line> List<L> atNoWindow(Class<L> kind) {
        return of(kind).filter(line -> line.spot().window().isEmpty()).toList();
    }

    /**
     * {@return the printer with this id or at this place; somebody who says {@code k1} means the
     * one there}
     */
    Optional<PrinterLine> findPrinter(String device) {
        return Optional.ofNullable(printers.get(device));
    }

    <L extends Line> Stream<L> of(Class<L> kind) {
        List<L> lines = new ArrayList<>();
        for (Line line : byId.values()) {
            if (kind.isInstance(line)) {
                lines.add(kind.cast(line));
            }
        }
        return lines.stream();
    }
}
