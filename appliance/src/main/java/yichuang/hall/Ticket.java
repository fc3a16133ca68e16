package yichuang.hall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One person's place in the hall for one visit 号票. Immutable: an act makes a new one, so that undo
 * is putting the old one back.
 *
 * @param order the order of the legs, as the theme says
 * @param takenAt when it was taken; the wait of its legs counts from here unless it returned
 * @param takenBy the credential that asked for it
 * @param printed empty until a printer has answered
 * @param returnCode set when the day ended before the ticket was served: it buys a returning ticket
 *     tomorrow
 * @param postponed how often the person let others go first
 */
public record Ticket(
        TicketId id,
        String series,
        int sequence,
        LocalDate day,
        Instant takenAt,
        TokenId takenBy,
        Standing standing,
        Optional<GroupCode> group,
        int count,
        Optional<ThemeCode> theme,
        Theme.Order order,
        List<Leg> legs,
        String language,
        Optional<Contact> contact,
        Outlook outlook,
        Optional<Printed> printed,
        Optional<String> returnCode,
        int postponed) {
    public Ticket {
        legs = List.copyOf(legs);
        Checks.atLeast("legs of a ticket", legs.size(), 1);
    }

    /** With what claim a ticket waits, besides its priority group. */
    public enum Standing {
        ORDINARY,
        APPOINTMENT,
        RETURNING
    }

    /** Whether the paper came out. */
    public enum Printed {
        YES,
        FAILED
    }

    /**
     * {@return the number as it is shown and spoken, for instance {@code A0012}; past 9999 it has
     * five digits}
     */
    public String number() {
        return series + String.format("%04d", sequence);
    }

    /**
     * {@return the index of the leg that speaks for the ticket now: at a window, else the first not
     * ended, else the last}
     */
    public int current() {
        int open = -1;
        for (int i = 0; i < legs.size(); i++) {
            LegState state = legs.get(i).state();
            if (state.atWindow() || state == LegState.HELD || state == LegState.NO_SHOW) {
                return i;
            }
            if (open < 0 && !state.ended()) {
                open = i;
            }
        }
        return open < 0 ? legs.size() - 1 : open;
    }

    public Leg currentLeg() {
        return legs.get(current());
    }

    public TicketState state() {
        return switch (currentLeg().state()) {
            case PENDING, WAITING -> TicketState.WAITING;
            case CALLED -> TicketState.CALLED;
            case SERVING -> TicketState.SERVING;
            case HELD -> TicketState.HELD;
            case NO_SHOW -> TicketState.NO_SHOW;
            case CLOSED, CANCELLED, EXPIRED -> ended();
        };
    }

    /** {@return whether every leg has ended} */
    public boolean isEnded() {
        return legs.stream().allMatch(leg -> leg.state().ended());
    }

    /** {@return whether a window served at least one leg, so that the visit can be rated} */
    public boolean wasServed() {
        return legs.stream().anyMatch(leg -> leg.state() == LegState.CLOSED);
    }

    private TicketState ended() {
        if (wasServed()) {
            return TicketState.CLOSED;
        }
        return legs.stream().anyMatch(leg -> leg.state() == LegState.EXPIRED)
                ? TicketState.EXPIRED
                : TicketState.CANCELLED;
    }

    Ticket withLegs(List<Leg> next) {
        return copy(next, standing, printed, returnCode, postponed);
    }

    Ticket withLeg(int index, Leg leg) {
        List<Leg> next = new ArrayList<>(legs);
        next.set(index, leg);
        return withLegs(next);
    }

    /** Applies a change to every leg that has not ended. */
    Ticket openLegs(UnaryOperator<Leg> change) {
        return withLegs(
                legs.stream().map(leg -> leg.state().ended() ? leg : change.apply(leg)).toList());
    }

    Ticket standing(Standing next) {
        return copy(legs, next, printed, returnCode, postponed);
    }

    Ticket printed(Printed result) {
        return copy(legs, standing, Optional.of(result), returnCode, postponed);
    }

    Ticket returnCode(String code) {
        return copy(legs, standing, printed, Optional.of(code), postponed);
    }

    /** The person let others go first: what is still open counts from then. */
    Ticket postponedTo(Instant since) {
        Ticket later = openLegs(leg -> leg.countingFrom(since));
        return later.copy(later.legs, standing, printed, returnCode, postponed + 1);
    }

    private Ticket copy(
            List<Leg> nextLegs,
            Standing nextStanding,
            Optional<Printed> nextPrinted,
            Optional<String> nextReturnCode,
            int nextPostponed) {
        return new Ticket(
                id,
                series,
                sequence,
                day,
                takenAt,
                takenBy,
                nextStanding,
                group,
                count,
                theme,
                order,
                nextLegs,
                language,
                contact,
                outlook,
                nextPrinted,
                nextReturnCode,
                nextPostponed);
    }

    /** When one leg is at a window, the others that waited beside it wait no more. */
    Ticket onlyAtWindow(int leg) {
        List<Leg> next = new ArrayList<>(legs);
        for (int i = 0; i < next.size(); i++) {
            if (i != leg && next.get(i).state() == LegState.WAITING) {
                next.set(i, next.get(i).in(LegState.PENDING, next.get(i).since()));
            }
        }
        return withLegs(next);
    }

    /**
     * Puts the next leg in the line (or, in any order, all that are left), with the time already
     * waited counted.
     */
    Ticket nextLegsWaiting(Instant at) {
        List<Leg> next = new ArrayList<>(legs);
        for (int i = 0; i < next.size(); i++) {
            if (next.get(i).state() == LegState.PENDING) {
                next.set(i, next.get(i).waiting(at, next.get(i).only()));
                if (order == Theme.Order.IN_ORDER) {
                    break;
                }
            }
        }
        return withLegs(next);
    }
}
