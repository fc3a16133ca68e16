package yichuang.devices.gpio;

import yichuang.devices.DeviceFault;

/** The registers of one chip on an I²C bus. A pair is register n in the low byte, n + 1 above. */
interface Registers {
    int readPair(int register) throws DeviceFault;

    void writePair(int register, int value) throws DeviceFault;

    void write(int register, int value) throws DeviceFault;
}
