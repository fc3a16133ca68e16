package yichuang.hall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What happened. Not stored: replay makes the same events again. A ticket or window in an event is
 * as the event left it.
 */
public sealed interface Event {
    Instant at();

    /** Something happened to a ticket. */
    sealed interface OfTicket extends Event {
        Ticket ticket();
    }

    /** Something happened to a ticket at a window. */
    sealed interface AtWindow extends OfTicket {
        Window window();

        /** {@return the index of the leg it happened to} */
        int leg();
    }

    record Configured(Instant at, Setup setup) implements Event {}

    record DayOpened(Instant at, LocalDate day) implements Event {}

    record DayClosed(Instant at, LocalDate day) implements Event {}

    record TimeCorrected(Instant at, Instant from) implements Event {}

    record TicketTaken(Instant at, Ticket ticket) implements OfTicket {}

    record Cancelled(Instant at, Ticket ticket) implements OfTicket {}

    record ItemsChanged(Instant at, Ticket ticket) implements OfTicket {}

    record CameBack(Instant at, Ticket ticket) implements OfTicket {}

    record Expired(Instant at, Ticket ticket) implements OfTicket {}

    /** The person let {@code passed} others go first; the legs count from their new instant. */
    record Postponed(Instant at, Ticket ticket, int passed) implements OfTicket {}

    record ReprintAsked(Instant at, Ticket ticket, String printer) implements OfTicket {}

    record Printed(Instant at, Ticket ticket) implements OfTicket {}

    record Called(Instant at, Ticket ticket, Window window, int leg, Why why) implements AtWindow {}

    record Recalled(Instant at, Ticket ticket, Window window, int leg) implements AtWindow {}

    record Serving(Instant at, Ticket ticket, Window window, int leg) implements AtWindow {}

    record Held(Instant at, Ticket ticket, Window window, int leg) implements AtWindow {}

    record Transferred(Instant at, Ticket ticket, Window window, int leg, Optional<String> note)
            implements AtWindow {}

    record MissedCall(Instant at, Ticket ticket, Window window, int leg) implements AtWindow {}

    /** A leg closed; {@code claim} when the visit is over with it and can be rated. */
    record LegClosed(
            Instant at,
            Ticket ticket,
            Window window,
            int leg,
            Closing closing,
            Optional<Claim> claim)
            implements AtWindow {}

    /** The window took back {@code act}; ticket and window stand as before it. */
    record Undone(Instant at, Ticket ticket, Window window, int leg, String act)
            implements AtWindow {}

    record WindowChanged(Instant at, Window window) implements Event {}

    record DutyAnswered(Instant at, Duty duty, String answer) implements Event {}

    record Rated(
            Instant at,
            String id,
            Claim claim,
            int level,
            Channel channel,
            List<String> reasons,
            Optional<String> comment)
            implements Event {}

    record Complained(Instant at, String id, String channel, String text, Optional<TicketId> ticket)
            implements Event {}

    record HelpAsked(Instant at, HelpCall call) implements Event {}

    record HelpAnswered(Instant at, HelpCall call, String by) implements Event {}

    /** The day ended and nobody had answered. */
    record HelpLapsed(Instant at, HelpCall call) implements Event {}

    record TokenGranted(Instant at, Token token) implements Event {}

    record TokenRevoked(Instant at, Token token) implements Event {}

    record CodeIssued(Instant at, EnrolCode code) implements Event {}
}
