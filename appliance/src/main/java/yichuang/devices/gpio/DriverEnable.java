package yichuang.devices.gpio;

import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import java.util.Optional;
import yichuang.devices.DeviceFault;

/**
 * The line that makes an RS-485 transceiver talk: high to send, low to listen. Used by one thread.
 */
public final class DriverEnable implements AutoCloseable {
    private final PiPorts ports;
    private final int pin;
    private Optional<DigitalOutput> open = Optional.empty();

    /** On a pin of the header, by its BCM number; opened at the first use. */
    public DriverEnable(int pin) {
        this(PiPorts.HERE, pin);
    }

    DriverEnable(PiPorts ports, int pin) {
        this.ports = ports;
        this.pin = pin;
    }

    public void talk() throws DeviceFault {
        turn(DigitalState.HIGH);
    }

    public void listen() throws DeviceFault {
        turn(DigitalState.LOW);
    }

    private void turn(DigitalState state) throws DeviceFault {
        if (open.isEmpty()) {
            open = Optional.of(ports.output(pin));
        }
        try {
            open.get().state(state);
        } catch (RuntimeException e) {
            close();
            throw new DeviceFault(DeviceFault.Kind.BROKEN);
        }
    }

    @Override
    public void close() {
        open.ifPresent(ports::close);
        open = Optional.empty();
    }
}
