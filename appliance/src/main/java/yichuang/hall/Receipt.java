package yichuang.hall;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import yichuang.hall.codec.Tag;

/**
 * What the caller of a command is told, as facts. Kept under the request key, so that every retry
 * is told the same across restarts and leaders; the edge makes the answer's body from it and from
 * nothing else that can change.
 */
public sealed interface Receipt {
    /** The answer to taking a ticket. */
    @Tag(1)
    record Taken(TicketId id, String series, String number, Outlook outlook, Instant takenAt)
            implements Receipt {}

    /** The answer to an act on a ticket that is at no window. */
    @Tag(2)
    record OfTicket(TicketId id, String number, TicketState state) implements Receipt {}

    /** The answer to every act of a window: what it is doing now, and with whom. */
    @Tag(3)
    record OfWindow(WindowId window, Window.State state, Optional<Visitor> visitor)
            implements Receipt {}

    /** The ticket an act of a window was about. */
    record Visitor(
            TicketId id,
            String number,
            TicketState state,
            List<ItemCode> items,
            Optional<Why> why,
            Optional<String> caseNumber) {
        public Visitor {
            items = List.copyOf(items);
        }

        static Visitor of(Ticket ticket, int leg) {
            Leg at = ticket.legs().get(leg);
            return new Visitor(
                    ticket.id(),
                    ticket.number(),
                    ticket.state(),
                    ticket.legs().stream().map(Leg::item).toList(),
                    at.why(),
                    at.closing().map(Closing::caseNumber));
        }
    }

    @Tag(4)
    record Rated(String id, TicketId ticket, int level, Instant at) implements Receipt {}

    /** A complaint, an answer: it is written down under this id. */
    @Tag(5)
    record Noted(String id, Instant at) implements Receipt {}

    /**
     * The answer to letting others go first.
     *
     * @param passed how many
     * @param left how often the ticket may do so again
     */
    @Tag(7)
    record Postponed(TicketId id, String number, int passed, int left) implements Receipt {}

    /** The answer to a call for help, and to answering one. */
    @Tag(8)
    record Help(String id, HelpCall.Kind kind, String where, Instant at) implements Receipt {}

    /** An enrolment: whom the new token speaks for. */
    @Tag(6)
    record Granted(TokenId id, Role role, Optional<WindowId> window) implements Receipt {}

    /** The answer to inviting, admitting and every other act on a node: what it is then. */
    @Tag(9)
    record OfNode(NodeId node, NodeRole role, Instant at) implements Receipt {}

    /** The answer to every act on a part of the hall: how far that node's island has joined. */
    @Tag(75)
    record OfPart(NodeId node, long epoch, long sequence, Instant at) implements Receipt {}
}
