package yichuang.devices.gpio;

import yichuang.devices.DeviceFault;

/**
 * The wires of some keys and lamps, wherever they end. A key ties its wire to ground; a lamp shines
 * while its wire is high. Bit 0 is the first key or lamp. Used by one thread at a time.
 */
interface Wires extends AutoCloseable {
    /** {@return which keys look down at this instant} */
    int down() throws DeviceFault;

    void light(int lamps) throws DeviceFault;

    /** Looks whether everything still is as it was set. */
    void check() throws DeviceFault;

    /** All lamps go dark, and the wires are free. */
    @Override
    void close();
}
