package yichuang.devices.gpio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import yichuang.devices.driver.Claim;
import yichuang.devices.driver.Finding;
import yichuang.devices.driver.Settings;

/**
 * The 40-pin header, which is the same on Pi 3, 4, 5 and Zero 2 W. Pins are named by their BCM
 * number, as everywhere in Linux. The lines of the buses are kept for them, used or not: a hall
 * that adds an expander next year must not have to move a keypad.
 */
public final class HeaderPins {
    /** What a pin is kept for, by its BCM number. */
    private static final Map<Integer, String> KEPT = new TreeMap<>();

    /** The place on the header of each BCM number, from 0. */
    private static final int[] PLACES = {
        27, 28, 3, 5, 7, 29, 31, 26, 24, 21, 19, 23, 32, 33, 8, 10, 36, 11, 12, 35, 38, 40, 15, 16,
        18, 22, 37, 13
    };

    static {
        keep("ID EEPROM", 0, 1);
        keep("I²C", 2, 3);
        keep("SPI", 7, 8, 9, 10, 11);
        keep("UART", 14, 15);
    }

    private HeaderPins() {}

    private static void keep(String what, int... pins) {
        for (int pin : pins) {
            KEPT.put(pin, what);
        }
    }

    /** {@return the place on the header, 1–40} */
    static int place(int pin) {
        return PLACES[pin];
    }

    /** {@return the pins of these settings that cannot be used freely, each a finding} */
    public static List<Finding> check(Settings settings, String... keys) {
        List<Finding> findings = new ArrayList<>();
        for (String key : keys) {
            for (int pin : pins(settings, key)) {
                if (KEPT.containsKey(pin)) {
                    findings.add(kept(settings.lineOf(key), pin, KEPT.get(pin)));
                }
            }
        }
        return findings;
    }

    private static Finding kept(int line, int pin, String what) {
        String free = free();
        return new Finding(
                line,
                "GPIO" + pin + " 留给 " + what + "，不能接别的。可用：" + free + "。",
                "GPIO" + pin + " is kept for " + what + ". Give one of: " + free + ".");
    }

    private static String free() {
        List<String> free = new ArrayList<>();
        for (int pin = 0; pin < PLACES.length; pin++) {
            if (!KEPT.containsKey(pin)) {
                free.add(String.valueOf(pin));
            }
        }
        return String.join(" ", free);
    }

    /** {@return the pins of these settings, which nobody else may have} */
    static List<Claim> claims(Settings settings, String... keys) {
        List<Claim> claims = new ArrayList<>();
        for (String key : keys) {
            pins(settings, key).forEach(pin -> claims.add(Claim.pin(pin)));
        }
        return claims;
    }

    /** A setting is one pin or a list of them. */
    private static List<Integer> pins(Settings settings, String key) {
        if (!settings.has(key)) {
            return List.of();
        }
        return settings.values().get(key).what() instanceof List<?>
                ? settings.wholes(key)
                : List.of(settings.whole(key));
    }
}
