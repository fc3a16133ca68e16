package yichuang.devices;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

/** The line of a display. */
final class DisplayLine extends SteadyLine<Face> {
    static final int SHOW_SECONDS_MAX = 2;

    private final Display display;

    DisplayLine(
            DevicePlan.Spot spot,
            InstantSource clock,
            Consumer<DeviceView> changed,
            Display display) {
        super(spot, clock, changed, new Face.Blank(), Duration.ofSeconds(SHOW_SECONDS_MAX));
        this.display = display;
    }

    @Override
    Device device() {
        return display;
    }

    @Override
    void make(Face face) throws DeviceFault, InterruptedException {
        display.show(face);
    }

    @Override
    DeviceView.Content content() {
        return new DeviceView.Shown(stands());
    }
}
