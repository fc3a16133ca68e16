package yichuang.devices.bus;

import java.io.IOException;
import yichuang.devices.DeviceFault;
import yichuang.devices.gpio.DriverEnable;

/** A transceiver that a pin of the header switches. */
final class PinTransceiver implements Transceiver {
    private final DriverEnable pin;

    PinTransceiver(int number) {
        this.pin = new DriverEnable(number);
    }

    @Override
    public void talk() throws IOException {
        try {
            pin.talk();
        } catch (DeviceFault fault) {
            throw new IOException("the driver-enable pin does not turn", fault);
        }
    }

    @Override
    public void listen() throws IOException {
        try {
            pin.listen();
        } catch (DeviceFault fault) {
            throw new IOException("the driver-enable pin does not turn", fault);
        }
    }

    @Override
    public void close() {
        pin.close();
    }
}
