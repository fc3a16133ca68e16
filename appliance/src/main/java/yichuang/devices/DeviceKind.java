package yichuang.devices;

import java.util.Locale;

/** What a device can do. */
public enum DeviceKind {
    DISPLAY,
    KEYPAD,
    PRINTER,
    SPEAKER,
    /** The staff's own keys at a window. */
    CALLER,
    /** A hidden button that calls security. */
    PANIC;

    /** {@return whether people press keys there} */
    boolean hasKeys() {
        return this == KEYPAD || this == CALLER || this == PANIC;
    }

    /** {@return the name in the API and in the configuration, for instance {@code display}} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
