package yichuang.evaluation.platform;

import java.time.Instant;
import java.util.Optional;
import yichuang.hall.Command;
import yichuang.records.Outbox;

/** The hall as the sender needs it. */
public interface Desk {
    /** {@return whether this node leads: only the leader sends} */
    boolean leads();

    /** {@return the hall's time} */
    Instant now();

    /**
     * {@return what is due}
     *
     * @throws yichuang.records.RecordsUnavailable while rows are missing or the disk is broken
     */
    Outbox outbox();

    /**
     * Has the hall take a command. Returns when it is on disk and in this node's rows, so that what
     * is due next no longer names it.
     *
     * @return false when the log took none, or nobody knows; then the same is due again
     */
    boolean settle(Command command);

    /** {@return a phone number or an applicant as they were before they were sealed} */
    Optional<String> unsealed(String sealed);
}
