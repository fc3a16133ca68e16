package yichuang.devices.gpio;

import yichuang.devices.DeviceFault;

/** The sending half of an SPI device. */
@FunctionalInterface
interface SpiOut {
    /** Sends it all while chip select is low, which is high before and after. */
    void send(byte[] bytes) throws DeviceFault;
}
