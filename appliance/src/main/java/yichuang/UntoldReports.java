package yichuang;

import java.util.Optional;
import java.util.function.Consumer;
import yichuang.devices.DeviceReport;
import yichuang.devices.DeviceReports;

/** Nodes that tell each other nothing about their devices. */
record UntoldReports() implements DeviceReports {
    @Override
    public void tell(DeviceReport own) {}

    @Override
    public Optional<DeviceReport> find(String device) {
        return Optional.empty();
    }

    @Override
    public void listen(Consumer<DeviceReport> listener) {}
}
