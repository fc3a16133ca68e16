package yichuang.devices;

import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Makes the line of a device when this node begins to drive it. */
final class LineMaker {
    private final Drivers drivers;
    private final InstantSource clock;
    private final Consumer<DeviceView> changed;
    private final BiFunction<String, String, CompletionStage<Press>> pressed;

    /** {@code pressed}: takes the id of a device and the key that went down there. */
    LineMaker(
            Drivers drivers,
            InstantSource clock,
            Consumer<DeviceView> changed,
            BiFunction<String, String, CompletionStage<Press>> pressed) {
        this.drivers = drivers;
        this.clock = clock;
        this.changed = changed;
        this.pressed = pressed;
    }

    /** {@return the line, at work: it asks at once how the device is} */
    Line make(DevicePlan.Spot spot) {
        Keys keys = key -> pressed.apply(spot.id(), key);
        Line line =
                switch (spot.kind()) {
                    case DISPLAY -> new DisplayLine(spot, clock, changed, drivers.display(spot));
                    case KEYPAD -> new KeypadLine(spot, clock, changed, drivers.keypad(spot, keys));
                    case PRINTER -> new PrinterLine(spot, clock, changed, drivers.printer(spot));
                    case SPEAKER -> new SpeakerLine(spot, clock, changed, drivers.speaker(spot));
                    case CALLER -> new CallerLine(spot, clock, changed, drivers.caller(spot, keys));
                    case PANIC -> new PanicLine(spot, clock, changed, drivers.panic(spot, keys));
                };
        line.start();
        line.check();
        return line;
    }
}
