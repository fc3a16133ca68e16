package yichuang.devices.driver;

/**
 * Something that only one device or bus of a controller can have: a pin, an address. Two that say
 * the same are refused.
 *
 * @param chinese for instance {@code GPIO 17 号引脚}
 */
public record Claim(String chinese, String english) {
    static final int PIN_MAX = 27;

    /** A GPIO pin, by its BCM number. */
    public static Claim pin(int number) {
        return new Claim("引脚 GPIO" + number, "pin GPIO" + number);
    }

    /** An address on a bus. */
    public static Claim address(String bus, int address) {
        return new Claim("总线 " + bus + " 上的地址 " + address, "address " + address + " on bus " + bus);
    }

    /** A port of the machine, for instance {@code /dev/ttyAMA0}. */
    public static Claim port(String port) {
        return new Claim("端口 " + port, "port " + port);
    }
}
