package yichuang.devices;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * How the devices of all nodes are, as each one's owner said last. Nothing that a person was
 * promised rests on it: it may be late, and it may be lost. Any thread, never blocks.
 */
public interface DeviceReports {
    /** The owner of a device says how it is now. */
    void tell(DeviceReport own);

    /** {@return what was said last about a device} */
    Optional<DeviceReport> find(String device);

    /** Tells of each report of another node. */
    void listen(Consumer<DeviceReport> listener);
}
