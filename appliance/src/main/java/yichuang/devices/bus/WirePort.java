package yichuang.devices.bus;

import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a bus is plugged in, as the devices file writes it: {@code /dev/ttyAMA0}, {@code
 * tcp://10.0.0.9:4001} or {@code unix:/run/bus.sock}.
 */
final class WirePort {
    static final String FORM = "/dev/.{1,64}|tcp://[A-Za-z0-9.-]{1,64}:[0-9]{1,5}|unix:/.{1,96}";
    private static final String UNIX = "unix:";
    private static final Pattern TCP = Pattern.compile("tcp://(.*):([0-9]+)");

    private WirePort() {}

    static boolean isSerial(String port) {
        return port.startsWith("/dev/");
    }

    /** {@code transceiver}: made anew for each opening; used by serial ports only. */
    static Wire.Opening of(String port, int baud, boolean rts, Supplier<Transceiver> transceiver) {
        if (isSerial(port)) {
            return () -> SerialWire.open(port, baud, rts, transceiver.get());
        }
        if (port.startsWith(UNIX)) {
            return () -> SocketWire.unix(Path.of(port.substring(UNIX.length())));
        }
        Matcher tcp = TCP.matcher(port);
        if (!tcp.matches()) {
            throw new IllegalArgumentException(port + " is no port");
        }
        return () -> SocketWire.tcp(tcp.group(1), Integer.parseInt(tcp.group(2)));
    }
}
