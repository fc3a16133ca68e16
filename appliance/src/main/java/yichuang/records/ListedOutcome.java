package yichuang.records;

import java.time.Instant;
import java.util.Optional;
import yichuang.hall.TicketId;

/**
 * A leg that ended other than accepted, done or committed: the manager sees it the same day
 * (opinion §8: a window has no veto).
 *
 * @param details JSON of what was recorded with the outcome
 */
public record ListedOutcome(
        TicketId ticket,
        String number,
        String item,
        String department,
        String window,
        Optional<String> staff,
        Instant at,
        String outcome,
        String details,
        Optional<String> note) {}
