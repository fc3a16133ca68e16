package yichuang.config;

import java.util.Optional;
import yichuang.hall.WindowId;

/**
 * A device the hall should have.
 *
 * @param id place and kind, for instance {@code w3-display}, {@code k1-printer}
 * @param place window, terminal, kiosk or board
 * @param window the window it serves, if it stands at one
 */
public record DeviceSetup(String id, Kind kind, String place, Optional<WindowId> window) {
    /** What a device is. */
    public enum Kind {
        DISPLAY,
        KEYPAD,
        PRINTER,
        SPEAKER
    }
}
