package yichuang.devices;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** The line of a panic button. */
final class PanicLine extends Line {
    private final PanicButton button;
    private volatile Optional<String> lastKey = Optional.empty();

    PanicLine(
            DevicePlan.Spot spot,
            InstantSource clock,
            Consumer<DeviceView> changed,
            PanicButton button) {
        super(spot, clock, changed);
        this.button = button;
    }

    void pressed(String key) {
        lastKey = Optional.of(key);
    }

    @Override
    Device device() {
        return button;
    }

    @Override
    void check() {
        askIfIdle(
                () -> {
                    button.check();
                    return button;
                });
    }

    @Override
    DeviceView.Content content() {
        return new DeviceView.Pressed(lastKey, Optional.empty());
    }
}
