package yichuang.evaluation.sending;

import java.time.Instant;
import java.util.Optional;
import yichuang.hall.Command;

/** The hall as a sender needs it. */
public interface Desk {
    /** {@return whether this node leads: only the leader sends} */
    boolean leads();

    /** {@return the hall's time} */
    Instant now();

    /**
     * Has the hall take a command. Returns when it is on disk and in this node's rows, so that what
     * is due next no longer names it.
     *
     * @return false when the log took none, or nobody knows; then the same is due again
     */
    boolean settle(Command command);

    /**
     * {@return what was sealed, as it was before; empty when it was sealed under another hall key}
     */
    Optional<String> unsealed(String sealed);
}
