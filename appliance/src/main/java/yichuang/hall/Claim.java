package yichuang.hall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The right to rate one served visit, once 一次一评, and once more after that 追评; kept until the
 * deadline has passed, also after it was used.
 *
 * @param window where the visit closed; only its keypad may rate it
 * @param first empty while unrated, and it stays empty when nobody rates
 * @param second the one follow-up; it stands beside the first and never in its place
 */
public record Claim(
        TicketId ticket,
        String number,
        LocalDate day,
        WindowId window,
        Instant closedAt,
        Instant deadline,
        Optional<Given> first,
        Optional<Given> second) {
    /**
     * A rating that was given.
     *
     * @param id the rating's own
     * @param unexplained whether it is a negative press of a keypad, which cannot say why, and its
     *     reasons may still be told; until the end of the day
     */
    public record Given(String id, int level, boolean unexplained) {}

    /** {@return the level first given, 1 to 5} */
    public Optional<Integer> level() {
        return first.map(Given::level);
    }

    Claim rated(Given given) {
        return with(Optional.of(given), second);
    }

    Claim ratedAgain(Given given) {
        return with(first, Optional.of(given));
    }

    /** What the keypad could not say was said, or the time for it is over. */
    Claim settled() {
        return with(first.map(one -> new Given(one.id(), one.level(), false)), second);
    }

    boolean isUnexplained() {
        return first.filter(Given::unexplained).isPresent();
    }

    private Claim with(Optional<Given> nextFirst, Optional<Given> nextSecond) {
        return new Claim(ticket, number, day, window, closedAt, deadline, nextFirst, nextSecond);
    }
}
