package yichuang.devices.port;

import java.io.IOException;
import java.nio.channels.ByteChannel;
import java.nio.file.Path;

/** A device file, for instance {@code /dev/usb/lp0} of a printer on USB. */
public record FilePort(Path file) implements Port {
    @Override
    public ByteChannel open() throws IOException {
        return DeviceFile.open(file);
    }
}
