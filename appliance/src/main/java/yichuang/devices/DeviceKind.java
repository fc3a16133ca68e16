package yichuang.devices;

import java.util.Locale;

/** What a device can do. */
public enum DeviceKind {
    DISPLAY,
    KEYPAD,
    PRINTER,
    SPEAKER;

    /** {@return the name in the API and in the configuration, for instance {@code display}} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
