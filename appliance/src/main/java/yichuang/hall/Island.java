package yichuang.hall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What this copy of the hall is while its node is cut off: a part with a log, windows and numbers
 * of its own.
 *
 * @param epoch which island of the node this is, from 1
 * @param since when it began, by the node's own clock
 * @param letter of the tickets it gives
 * @param day that was open when it began; empty outside the hours
 * @param given last number with this letter on that day before it began: an island before this one
 *     gave it, and it is the main hall's
 * @param knew the last time that the node was cut off, as far as it knew of it
 * @param windows that it works
 * @param had tickets of the main hall that were called or served at these windows when it began;
 *     they are in its hands until it has joined
 * @param sequence of the last thing that happened here; its beginning is the first
 */
public record Island(
        NodeId node,
        long epoch,
        Instant since,
        String letter,
        Optional<LocalDate> day,
        int given,
        Optional<CutOffNode> knew,
        List<WindowId> windows,
        List<TicketId> had,
        long sequence) {
    public Island {
        windows = List.copyOf(windows);
        had = List.copyOf(had);
    }

    /** {@return whether the ticket is in this island's hands} */
    public boolean has(Ticket ticket) {
        return had.contains(ticket.id()) || (ticket.series().equals(letter) && isOwn(ticket));
    }

    private boolean isOwn(Ticket ticket) {
        return ticket.sequence() > given || !day.filter(ticket.day()::equals).isPresent();
    }

    Island after(int events) {
        return new Island(
                node, epoch, since, letter, day, given, knew, windows, had, sequence + events);
    }
}
