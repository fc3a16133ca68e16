package yichuang.config;

import java.util.Optional;
import yichuang.hall.NodeId;
import yichuang.hall.WindowId;

/**
 * A device the hall should have.
 *
 * @param id kind and place, for instance {@code display-3}, {@code printer-k1}
 * @param place window, terminal, kiosk or board
 * @param window the window it serves, if it stands at one
 * @param node the controller it hangs on; empty: the hall's first
 */
public record DeviceSetup(
        String id, Kind kind, String place, Optional<WindowId> window, Optional<NodeId> node) {
    /** What a device is. */
    public enum Kind {
        DISPLAY,
        KEYPAD,
        PRINTER,
        SPEAKER,
        CALLER,
        PANIC
    }

    DeviceSetup on(Optional<NodeId> owner) {
        return new DeviceSetup(id, kind, place, window, owner);
    }
}
