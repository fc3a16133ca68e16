package yichuang.devices;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import yichuang.hall.WindowId;

/**
 * A device as it can be looked at: how it is, and what it was last made to do.
 *
 * @param node the controller it hangs on
 * @param since since when it is in this state, in the hall's time
 * @param fault what is wrong, in the state FAULT
 */
public record DeviceView(
        String id,
        DeviceKind kind,
        Optional<WindowId> window,
        String node,
        State state,
        Instant since,
        Optional<DeviceFault.Kind> fault,
        Content content) {
    /** How a device is. */
    public enum State {
        /** Its last act or check went well. */
        OK,
        FAULT,
        /** Nothing was asked of it yet, or its controller is away. */
        UNKNOWN;

        /** {@return the name in the API} */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What it was last made to do, and did. */
    public sealed interface Content {}

    public record Shown(Face face) implements Content {}

    public record Printed(Optional<Slip> last) implements Content {}

    /** The last sentences, oldest first. */
    public record Said(List<String> sentences) implements Content {
        public Said {
            sentences = List.copyOf(sentences);
        }
    }

    /** Only the controller it hangs on knows. */
    public record Unseen() implements Content {}

    /** Keys of the staff; {@code number} is what the pad shows, if it can. */
    public record Pressed(Optional<String> lastKey, Optional<String> number) implements Content {}

    /** {@code lastKey}: the last key that was pressed while it was lit. */
    public record Lit(boolean lit, Optional<String> lastKey) implements Content {}
}
