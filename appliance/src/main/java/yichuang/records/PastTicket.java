package yichuang.records;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import yichuang.hall.LegState;
import yichuang.hall.TicketId;
import yichuang.hall.TicketState;

/**
 * A ticket as the records have it, long after the hall forgot it; with nothing that names the
 * person.
 *
 * @param people how many cases the ticket stood for
 * @param missedCalls how many times its call was missed
 */
public record PastTicket(
        TicketId id,
        String number,
        LocalDate day,
        Instant takenAt,
        TicketState state,
        String standing,
        Optional<String> group,
        Optional<String> theme,
        int people,
        String language,
        Optional<String> printed,
        Optional<String> returnCode,
        int missedCalls,
        List<PastLeg> legs) {
    public PastTicket {
        legs = List.copyOf(legs);
    }

    /**
     * One leg of it.
     *
     * @param item what the ticket asked for; {@code trueItem} what it was, when that differed
     * @param queuedAt when it joined the line, {@code firstCalledAt} when a window first called it
     * @param outcomeDetails JSON of what was recorded with the outcome
     */
    public record PastLeg(
            String item,
            String itemName,
            Optional<String> trueItem,
            String department,
            String zone,
            LegState state,
            Optional<Instant> queuedAt,
            Optional<Instant> firstCalledAt,
            Optional<Instant> calledAt,
            Optional<Instant> servingAt,
            Optional<Instant> endedAt,
            Optional<String> window,
            Optional<String> staff,
            Optional<String> outcome,
            Optional<String> outcomeDetails,
            Optional<String> caseNumber,
            Optional<String> note) {}
}
