package yichuang.devices.port;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a device is plugged in, as the devices file writes it: {@code /dev/ttyUSB0} or {@code
 * tcp://10.0.0.9:4001}.
 */
public final class PortName {
    public static final String FORM =
            "/dev/[A-Za-z0-9/._-]{1,64}|tcp://[A-Za-z0-9.-]{1,64}:[0-9]{1,5}";
    private static final Pattern TCP = Pattern.compile("tcp://(.*):([0-9]+)");

    private PortName() {}

    /** {@code baud}: of a serial port; else it means nothing. */
    public static Port of(String name, int baud) {
        Matcher tcp = TCP.matcher(name);
        return tcp.matches()
                ? new NetworkPort(tcp.group(1), Integer.parseInt(tcp.group(2)))
                : new SerialLine(name, baud, false);
    }
}
