package yichuang;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import yichuang.devices.DeviceKind;
import yichuang.devices.DeviceView;
import yichuang.devices.Devices;

/** How many devices are well, for whoever watches the hall from outside. */
final class DeviceFigures {
    private DeviceFigures() {}

    /** Counted anew at each scrape: this node's own devices, and the others' as far as it knows. */
    static void register(MeterRegistry registry, Devices devices) {
        for (DeviceKind kind : DeviceKind.values()) {
            for (DeviceView.State state : DeviceView.State.values()) {
                Gauge.builder("hall.devices", devices, all -> count(all, kind, state))
                        .description("Devices by kind and state")
                        .tag("kind", kind.code())
                        .tag("state", state.code())
                        .register(registry);
            }
        }
    }

    private static double count(Devices devices, DeviceKind kind, DeviceView.State state) {
        return devices.all().stream()
                .filter(device -> device.kind() == kind && device.state() == state)
                .count();
    }
}
