package yichuang.records;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import yichuang.hall.Rectification.About;
import yichuang.hall.Rectification.Step;
import yichuang.hall.TicketId;

/**
 * A negative rating or a complaint, and what became of it.
 *
 * @param channel how it came
 * @param level of a rating
 * @param number of the ticket it is about, with {@code items} as they were done
 * @param unit the office outside of the hall, when it is one that was rated
 * @param staff who served, of a rating only: a complaint is not about one person before it is
 *     looked into
 * @param text the comment of a rating, the words of a complaint
 * @param reasons codes, JSON
 * @param closedAt empty while it is open
 */
public record RectificationCase(
        String id,
        About about,
        State state,
        Step step,
        Instant openedAt,
        Instant due,
        Deadlines deadlines,
        boolean complex,
        boolean named,
        boolean escalated,
        boolean excluded,
        Optional<Instant> closedAt,
        String channel,
        Optional<Integer> level,
        Optional<TicketId> ticket,
        Optional<String> number,
        List<Done> items,
        Optional<String> unit,
        Optional<String> window,
        Optional<String> department,
        Optional<String> staff,
        Optional<String> text,
        String reasons) {
    public RectificationCase {
        items = List.copyOf(items);
    }

    /** How it stands. */
    public enum State {
        OPEN,
        APPEALED,
        CLOSED
    }

    /** When each step has, or had, to be done. */
    public record Deadlines(
            Instant verify, Instant contact, Instant fix, Instant reply, Instant followUp) {}

    /** An item of the visit. */
    public record Done(String code, String name) {}

    /** {@return the same, with what its visit was about} */
    RectificationCase visited(List<VisitLeg> legs) {
        List<VisitLeg> served = legs.stream().filter(VisitLeg::served).toList();
        List<VisitLeg> visit = served.isEmpty() ? legs : served;
        VisitLeg last = visit.getLast();
        return new RectificationCase(
                id,
                about,
                state,
                step,
                openedAt,
                due,
                deadlines,
                complex,
                named,
                escalated,
                excluded,
                closedAt,
                channel,
                level,
                ticket,
                number,
                visit.stream().map(VisitLeg::done).toList(),
                unit,
                window.or(last::window),
                Optional.of(last.department()),
                about == About.RATING ? last.staff() : Optional.empty(),
                text,
                reasons);
    }

    /** {@return whether its next step had to be done by this time} */
    public boolean isOverdue(Instant now) {
        return state != State.CLOSED && !now.isBefore(due);
    }
}
