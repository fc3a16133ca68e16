package yichuang.devices.gpio;

import com.pi4j.io.i2c.I2C;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import yichuang.devices.DeviceFault;
import yichuang.devices.driver.BusFactory;

/** An I²C bus of this machine and its expanders. Safe for any thread. */
final class I2cBus implements BusFactory.Bus {
    private static final int HEX_SHIFT = 8;
    private static final int BYTE = 0xFF;

    private final PiPorts ports;
    private final int number;
    private final Scanner scanner;
    private final Map<Integer, PiRegisters> registers = new LinkedHashMap<>();
    private final Map<Integer, Mcp23017> chips = new LinkedHashMap<>();

    /** {@code number}: of {@code /dev/i2c-1} it is 1. */
    I2cBus(PiPorts ports, int number) {
        this.ports = ports;
        this.number = number;
        this.scanner = new Scanner("i2c-" + number);
    }

    /** {@return the thread that looks at this bus's keys} */
    Scanner scanner() {
        return scanner;
    }

    /** {@return the expander at an address, there or not} */
    synchronized Mcp23017 chip(int address) {
        return chips.computeIfAbsent(
                address,
                at ->
                        new Mcp23017(
                                "i2c-" + number + " 0x" + Integer.toHexString(at),
                                registers.computeIfAbsent(at, PiRegisters::new)));
    }

    @Override
    public synchronized void close() {
        scanner.close();
        registers.values().forEach(PiRegisters::close);
    }

    /** Opened at the first use, and closed and opened anew after a failure. */
    private final class PiRegisters implements Registers {
        private final int address;
        private Optional<I2C> open = Optional.empty();

        PiRegisters(int address) {
            this.address = address;
        }

        @Override
        public int readPair(int register) throws DeviceFault {
            byte[] pair = new byte[2];
            transfer(chip -> chip.readRegister(register, pair, 0, pair.length));
            return (pair[0] & BYTE) | (pair[1] & BYTE) << HEX_SHIFT;
        }

        @Override
        public void writePair(int register, int value) throws DeviceFault {
            byte[] pair = {(byte) value, (byte) (value >> HEX_SHIFT)};
            transfer(chip -> chip.writeRegister(register, pair, 0, pair.length));
        }

        @Override
        public void write(int register, int value) throws DeviceFault {
            transfer(chip -> chip.writeRegister(register, new byte[] {(byte) value}, 0, 1));
        }

        private synchronized void transfer(Transfer transfer) throws DeviceFault {
            if (open.isEmpty()) {
                open = Optional.of(ports.i2c(number, address));
            }
            try {
                if (transfer.on(open.get()) < 0) {
                    throw new DeviceFault(DeviceFault.Kind.NO_ANSWER);
                }
            } catch (RuntimeException e) { // what Pi4J makes of an address that nobody acknowledges
                throw new DeviceFault(DeviceFault.Kind.NO_ANSWER);
            }
        }

        synchronized void close() {
            open.ifPresent(ports::close);
            open = Optional.empty();
        }
    }

    private interface Transfer {
        int on(I2C chip);
    }
}
