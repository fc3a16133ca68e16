package yichuang.devices.gpio;

import java.util.Arrays;
import yichuang.devices.DeviceFault;

/**
 * An MCP23017 as its data sheet has it, register banks included, and stricter in one thing: an
 * input without pull-up that no key holds reads low.
 */
final class ChipModel implements Registers {
    private static final int REGISTERS = 0x16;
    private static final int BANK_BIT = 0x80;
    private static final int IOCON = 0x0A;

    /** In the order of both ports alternating, whatever order the bus sees. */
    private final int[] register = new int[REGISTERS];

    private boolean present = true;
    private int grounded;
    private int writes;

    ChipModel() {
        powerOn();
    }

    /** Off, and on again: everything as after power-on. */
    void powerOn() {
        Arrays.fill(register, 0);
        register[0] = 0xFF;
        register[1] = 0xFF;
        present = true;
    }

    void unplug() {
        present = false;
    }

    /** Another program left its registers in two banks. */
    void leaveInBanks() {
        register[IOCON] = BANK_BIT;
    }

    void ground(int lines) {
        grounded = lines;
    }

    /** {@return the lines that it drives high} */
    int driven() {
        return pair(0x14) & ~pair(0x00) & 0xFFFF;
    }

    int writes() {
        return writes;
    }

    private int pair(int at) {
        return register[at] | register[at + 1] << 8;
    }

    /** Where an address of the bus is in the alternating order. */
    private int at(int address) {
        if ((register[IOCON] & BANK_BIT) == 0) {
            return address;
        }
        return (address & 0x0F) * 2 + ((address >> 4) & 1);
    }

    @Override
    public int readPair(int address) throws DeviceFault {
        answer();
        return read(at(address)) | read(at(address + 1)) << 8;
    }

    private int read(int at) {
        if ((at & ~1) == 0x12) {
            int shift = 8 * (at & 1);
            int inputs = register[at & 1];
            int high = register[0x0C | (at & 1)] & ~(grounded >> shift);
            return ((high & inputs) | (register[0x14 | (at & 1)] & ~inputs)) & 0xFF;
        }
        return register[at];
    }

    @Override
    public void writePair(int address, int value) throws DeviceFault {
        write(address, value & 0xFF);
        write(address + 1, (value >> 8) & 0xFF);
    }

    @Override
    public void write(int address, int value) throws DeviceFault {
        answer();
        writes++;
        int at = at(address);
        if ((at & ~1) == IOCON) {
            register[IOCON] = value;
            register[IOCON + 1] = value;
        } else {
            register[at] = value;
        }
    }

    private void answer() throws DeviceFault {
        if (!present) {
            throw new DeviceFault(DeviceFault.Kind.NO_ANSWER);
        }
    }
}
