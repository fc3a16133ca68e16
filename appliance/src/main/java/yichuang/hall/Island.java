package yichuang.hall;

import java.time.Instant;
import java.util.List;

/**
 * What this copy of the hall is while its node is cut off: a part with a log, windows and numbers
 * of its own.
 *
 * @param epoch which island of the node this is, from 1
 * @param since when it began, by the node's own clock
 * @param letter of the tickets it gives
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
        List<WindowId> windows,
        List<TicketId> had,
        long sequence) {
    public Island {
        windows = List.copyOf(windows);
        had = List.copyOf(had);
    }

    /** {@return whether the ticket is in this island's hands} */
    public boolean has(Ticket ticket) {
        return ticket.series().equals(letter) || had.contains(ticket.id());
    }

    Island after(int events) {
        return new Island(node, epoch, since, letter, windows, had, sequence + events);
    }
}
