package yichuang.devices;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import yichuang.hall.Command;
import yichuang.hall.WindowId;

/** The keys that a caller pad may have. What each asks is what the console's button asks. */
public enum CallerKey {
    /** Whoever is next; the policy says who. */
    NEXT("next"),
    RECALL("recall"),
    SERVE("serve"),
    HOLD("hold"),
    NO_SHOW("no-show"),
    PAUSE("pause"),
    OPEN("open"),
    UNDO("undo");

    private final String code;

    CallerKey(String code) {
        this.code = code;
    }

    /** {@return the name in the API and in the configuration} */
    public String code() {
        return code;
    }

    public static Optional<CallerKey> find(String code) {
        return Arrays.stream(values()).filter(key -> key.code.equals(code)).findFirst();
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(CallerKey::code).toList();
    }

    /** {@return what the hall is asked; empty for the next, whom the leader chooses} */
    Optional<Command> command(WindowId window) {
        return switch (this) {
            case NEXT -> Optional.empty();
            case RECALL -> Optional.of(new Command.Recall(window));
            case SERVE -> Optional.of(new Command.Serve(window));
            case HOLD -> Optional.of(new Command.Hold(window));
            case NO_SHOW -> Optional.of(new Command.NoShow(window));
            case PAUSE -> Optional.of(new Command.PauseWindow(window));
            case OPEN -> Optional.of(new Command.OpenWindow(window, Optional.empty()));
            case UNDO -> Optional.of(new Command.Undo(window));
        };
    }
}
