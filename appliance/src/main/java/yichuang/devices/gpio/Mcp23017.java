package yichuang.devices.gpio;

import java.util.logging.Level;
import java.util.logging.Logger;
import yichuang.devices.DeviceFault;

/**
 * One MCP23017 expander: 16 lines, port A in bits 0–7 and port B in bits 8–15 (Microchip data sheet
 * DS20001952). It may lose its power or come back at any time; whatever it then forgot is written
 * again before it is used. Safe for any thread.
 */
final class Mcp23017 {
    /** {@code A7} and {@code B7} can only be outputs, as the data sheet says since revision D. */
    static final int OUTPUTS_ONLY = 0x8080;

    private static final Logger LOG = Logger.getLogger(Mcp23017.class.getName());

    // Register of port A, in the order that both ports alternate; port B's is the next.
    private static final int IODIR = 0x00;
    private static final int IPOL = 0x02;
    private static final int GPINTENB = 0x05;
    private static final int IOCON = 0x0A;
    private static final int GPPU = 0x0C;
    private static final int GPIO = 0x12;
    private static final int OLAT = 0x14;
    private static final int LINES = 0xFFFF;

    private final String name;
    private final Registers registers;
    private int outputs;
    private int latch;
    private boolean ready;

    /** {@code name} is for the log, for instance {@code i2c-1 0x20}. */
    Mcp23017(String name, Registers registers) {
        this.name = name;
        this.registers = registers;
    }

    /** From now on these lines are driven, low at first; all others are inputs with pull-ups. */
    synchronized void driveAlso(int lines) {
        outputs |= lines;
        ready = false;
    }

    /** These lines are driven no more. */
    synchronized void release(int lines) {
        outputs &= ~lines;
        latch &= ~lines;
        ready = false;
    }

    /** {@return how all lines are, high ones as 1} */
    synchronized int levels() throws DeviceFault {
        begin();
        try {
            return registers.readPair(GPIO);
        } catch (DeviceFault gone) {
            ready = false;
            throw gone;
        }
    }

    /** Drives those {@code high} of these lines high, and the others of them low. */
    synchronized void drive(int lines, int high) throws DeviceFault {
        int next = (latch & ~lines) | (high & lines);
        boolean changed = next != latch;
        latch = next;
        if (!ready) {
            begin();
        } else if (changed) {
            try {
                registers.writePair(OLAT, latch);
            } catch (DeviceFault gone) {
                ready = false;
                throw gone;
            }
        }
    }

    /** Reads back what was written, for a dip of its power between two looks would go unnoticed. */
    synchronized void check() throws DeviceFault {
        begin();
        try {
            if (!standsAsWritten()) {
                ready = false;
                LOG.log(
                        Level.WARNING,
                        "扩展器 {0} 忘了设置，已重写。检查它的电源。 Expander {0} forgot its settings; they were"
                                + " written again. Look at its power.",
                        name);
                begin();
            }
        } catch (DeviceFault gone) {
            ready = false;
            throw gone;
        }
    }

    private boolean standsAsWritten() throws DeviceFault {
        return registers.readPair(IODIR) == inputs()
                && registers.readPair(GPPU) == inputs()
                && registers.readPair(OLAT) == latch;
    }

    private int inputs() {
        return ~outputs & LINES;
    }

    private void begin() throws DeviceFault {
        if (ready) {
            return;
        }
        // Whoever used the chip before may have left its registers in banks: there this is IOCON,
        // which ends that; in the order that is meant here it is an interrupt mask of no use.
        registers.write(GPINTENB, 0);
        registers.write(IOCON, 0);
        // The levels before the directions, so that no lamp flashes.
        registers.writePair(OLAT, latch);
        registers.writePair(IPOL, 0);
        registers.writePair(GPPU, inputs());
        registers.writePair(IODIR, inputs());
        if (!standsAsWritten()) {
            throw new DeviceFault(DeviceFault.Kind.BROKEN);
        }
        ready = true;
    }
}
