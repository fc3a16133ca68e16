package yichuang.devices;

import java.util.List;
import java.util.function.Consumer;

/**
 * How the devices of all nodes are, as each one's owner said last. Nothing that a person was
 * promised rests on it: it may be late, and it may be lost. Any thread, never blocks.
 */
public interface DeviceReports {
    /** The owner of a device says how it is now. */
    void tell(DeviceReport own);

    /** {@return what each node said last about a device, as far as any did} */
    List<DeviceReport> about(String device);

    /** Tells of each report of another node. */
    void listen(Consumer<DeviceReport> listener);
}
