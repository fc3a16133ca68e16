package yichuang.devices.driver;

import java.util.List;

/**
 * Something that only one device or bus of a controller can have: a pin, an address. Two that say
 * the same are refused.
 *
 * @param chinese for instance {@code GPIO 17 号引脚}
 */
public record Claim(String chinese, String english) {
    static final int PIN_MAX = 27;

    /** The 40-pin header's own UART, whichever name the system gives it. */
    private static final List<String> HEADER_UARTS =
            List.of("/dev/ttyAMA0", "/dev/ttyS0", "/dev/serial0");

    private static final int TXD = 14;
    private static final int RXD = 15;

    /** A GPIO pin, by its BCM number. */
    public static Claim pin(int number) {
        return new Claim("引脚 GPIO" + number, "pin GPIO" + number);
    }

    /** An address on a bus. */
    public static Claim address(String bus, int address) {
        return new Claim("总线 " + bus + " 上的地址 " + address, "address " + address + " on bus " + bus);
    }

    /** A serial port, and the pins of the header that it is on. */
    public static List<Claim> serial(String port) {
        return HEADER_UARTS.contains(port)
                ? List.of(port(port), pin(TXD), pin(RXD))
                : List.of(port(port));
    }

    /** A port of the machine, for instance {@code /dev/ttyAMA0}. */
    public static Claim port(String port) {
        return new Claim("端口 " + port, "port " + port);
    }
}
