package yichuang.devices;

import java.time.Instant;
import java.util.Optional;

/**
 * How a device is, as the node that drives it tells the others.
 *
 * @param node that drives it
 * @param since since when it is so, in the hall's time
 * @param fault what is wrong, in the state FAULT
 */
public record DeviceReport(
        String device,
        String node,
        DeviceView.State state,
        Instant since,
        Optional<DeviceFault.Kind> fault) {
    static DeviceReport of(DeviceView view) {
        return new DeviceReport(view.id(), view.node(), view.state(), view.since(), view.fault());
    }
}
