package yichuang.devices;

import java.time.InstantSource;
import java.util.function.Consumer;

/** Makes the line of a device when this node begins to drive it. */
final class LineMaker {
    private final Drivers drivers;
    private final InstantSource clock;
    private final Consumer<DeviceView> changed;

    LineMaker(Drivers drivers, InstantSource clock, Consumer<DeviceView> changed) {
        this.drivers = drivers;
        this.clock = clock;
        this.changed = changed;
    }

    /** {@return the line, at work: it asks at once how the device is} */
    Line make(DevicePlan.Spot spot) {
        Line line =
                switch (spot.kind()) {
                    case DISPLAY -> new DisplayLine(spot, clock, changed, drivers.display(spot));
                    case KEYPAD -> new KeypadLine(spot, clock, changed, drivers.keypad(spot));
                    case PRINTER -> new PrinterLine(spot, clock, changed, drivers.printer(spot));
                    case SPEAKER -> new SpeakerLine(spot, clock, changed, drivers.speaker(spot));
                };
        line.start();
        line.check();
        return line;
    }
}
