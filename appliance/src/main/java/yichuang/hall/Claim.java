package yichuang.hall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The right to rate one served visit, once 一次一评; kept until the deadline has passed, also after it
 * was used.
 *
 * @param window where the visit closed; only its keypad may rate it
 * @param level the level given, 1 to 5; empty while unrated, and it stays empty when nobody rates
 */
public record Claim(
        TicketId ticket,
        String number,
        LocalDate day,
        WindowId window,
        Instant closedAt,
        Instant deadline,
        Optional<Integer> level) {
    Claim rated(int given) {
        return new Claim(ticket, number, day, window, closedAt, deadline, Optional.of(given));
    }
}
