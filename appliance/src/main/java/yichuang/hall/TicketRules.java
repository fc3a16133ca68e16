package yichuang.hall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * What a person may still do with a ticket: leave, ask for something else, let others go first,
 * come back, get it printed again.
 */
final class TicketRules {
    private TicketRules() {}

    static Answer cancel(Command.CancelTicket cancel, Draft draft) {
        Ticket ticket = draft.ownTicket(cancel.ticket());
        if (ticket.state() == TicketState.CANCELLED) {
            return draft.agreed(receipt(ticket));
        }
        if (ticket.isEnded() || ticket.currentLeg().state().atWindow()) {
            throw elsewhere(ticket);
        }
        Ticket cancelled = ticket.openLegs(leg -> leg.in(LegState.CANCELLED, draft.at()));
        draft.put(cancelled);
        ClosingRules.openClaim(cancelled, draft);
        draft.happened(new Event.Cancelled(draft.at(), cancelled));
        return draft.agreed(receipt(cancelled));
    }

    /**
     * Legs that are over stay; everything that is still open is replaced, with the arrival time
     * kept.
     */
    static Answer change(Command.ChangeItems change, Draft draft) {
        Ticket ticket = draft.ownTicket(change.ticket());
        if (ticket.isEnded() || ticket.currentLeg().state().atWindow()) {
            throw elsewhere(ticket);
        }
        if (change.items().isEmpty()) {
            throw new Refused(new Refusal.MissingField("items"));
        }
        change.items().forEach(draft::item);
        List<Leg> legs = kept(ticket, draft.at());
        Leg current = ticket.currentLeg();
        for (ItemCode item : new LinkedHashSet<>(change.items())) {
            legs.add(Leg.pending(item, current.since()));
        }
        if (legs.size() > TakeRules.LEGS_MAX) {
            throw new Refused(new Refusal.Unknown("items", "more than " + TakeRules.LEGS_MAX));
        }
        Ticket changed = ticket.withLegs(legs).nextLegsWaiting(draft.at());
        draft.put(changed);
        draft.happened(new Event.ItemsChanged(draft.at(), changed));
        return draft.agreed(receipt(changed));
    }

    /** Up to the last closed leg every leg keeps its place; an open one among them is cancelled. */
    private static List<Leg> kept(Ticket ticket, Instant at) {
        List<Leg> legs = ticket.legs().subList(0, ClosingRules.afterTheClosed(ticket.legs()));
        return new ArrayList<>(
                legs.stream()
                        .map(leg -> leg.state().ended() ? leg : leg.in(LegState.CANCELLED, at))
                        .toList());
    }

    /**
     * Who was held waits for the same window first; who missed the call waits with the arrival time
     * kept.
     */
    static Answer comeBack(Command.ComeBack back, Draft draft) {
        Ticket ticket = draft.ownTicket(back.ticket());
        int index = ticket.current();
        Leg leg = ticket.legs().get(index);
        if (leg.state() == LegState.WAITING) {
            return draft.agreed(receipt(ticket));
        }
        if (leg.state() != LegState.HELD && leg.state() != LegState.NO_SHOW) {
            throw elsewhere(ticket);
        }
        if (DayRules.graceOver(ticket, draft.rules(), draft.at())) {
            throw new Refused(new Refusal.GraceOver(ticket.number()));
        }
        Optional<WindowId> only = leg.state() == LegState.HELD ? leg.window() : Optional.empty();
        Ticket waiting =
                ticket.withLeg(index, leg.waiting(draft.at(), only))
                        .standing(returning(ticket.standing()));
        draft.put(waiting);
        draft.happened(new Event.CameBack(draft.at(), waiting));
        return draft.agreed(receipt(waiting));
    }

    /** The hall trusts nobody with a place in front, nor with one that is not there yet. */
    static Answer postpone(Command.Postpone postpone, Draft draft) {
        Ticket ticket = draft.ownTicket(postpone.ticket());
        if (ticket.currentLeg().state() != LegState.WAITING) {
            throw elsewhere(ticket);
        }
        int left = draft.rules().postponesMax() - ticket.postponed();
        if (left < 1) {
            throw new Refused(
                    new Refusal.PostponesUsed(ticket.number(), draft.rules().postponesMax()));
        }
        boolean later =
                ticket.legs().stream()
                        .filter(leg -> leg.state() == LegState.WAITING)
                        .anyMatch(leg -> postpone.since().isAfter(leg.since()));
        if (postpone.passed() < 1 || !later || postpone.since().isAfter(draft.at())) {
            throw new Refused(new Refusal.NobodyBehind(ticket.number()));
        }
        Ticket next = ticket.postponedTo(postpone.since());
        draft.put(next);
        draft.happened(new Event.Postponed(draft.at(), next, postpone.passed()));
        return draft.agreed(
                new Receipt.Postponed(next.id(), next.number(), postpone.passed(), left - 1));
    }

    static Answer reprint(Command.Reprint reprint, Draft draft) {
        Ticket ticket = draft.ownTicket(reprint.ticket());
        if (ticket.isEnded()) {
            throw elsewhere(ticket);
        }
        draft.happened(new Event.ReprintAsked(draft.at(), ticket, reprint.printer()));
        return draft.agreed(receipt(ticket));
    }

    static Answer notePrinted(Command.NotePrinted note, Draft draft) {
        note.printed().forEach(id -> printed(id, Ticket.Printed.YES, draft));
        note.failed().forEach(id -> printed(id, Ticket.Printed.FAILED, draft));
        return draft.agreed(new Receipt.Noted("printed", draft.at()));
    }

    private static void printed(TicketId id, Ticket.Printed result, Draft draft) {
        Ticket ticket = draft.state().tickets.get(id);
        boolean onIsland = draft.state().island.isPresent();
        if (ticket != null && (!onIsland || draft.state().isOurs(ticket))) {
            Ticket known = ticket.printed(result);
            draft.put(known);
            draft.happened(new Event.Printed(draft.at(), known));
        }
    }

    /** An appointment keeps its claim; anybody else who comes again is a returning visitor. */
    static Ticket.Standing returning(Ticket.Standing before) {
        return before == Ticket.Standing.APPOINTMENT ? before : Ticket.Standing.RETURNING;
    }

    static Refused elsewhere(Ticket ticket) {
        Leg leg = ticket.currentLeg();
        return new Refused(
                new Refusal.TicketElsewhere(
                        ticket.number(),
                        ticket.state(),
                        leg.state().ended() ? Optional.empty() : leg.window()));
    }

    private static Receipt receipt(Ticket ticket) {
        return new Receipt.OfTicket(ticket.id(), ticket.number(), ticket.state());
    }
}
