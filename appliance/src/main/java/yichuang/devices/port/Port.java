package yichuang.devices.port;

import java.io.IOException;
import java.nio.channels.ByteChannel;

/** Where a device is plugged in: a network address, a device file, a serial line. */
public interface Port {
    /**
     * {@return a way to the device, of which neither reading nor writing waits: a read that finds
     * nothing and a write that finds no room move no byte}
     *
     * @throws IOException when nobody is there, at most a second later
     */
    ByteChannel open() throws IOException;
}
