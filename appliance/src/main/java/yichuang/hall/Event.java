package yichuang.hall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import yichuang.hall.codec.Tag;

/**
 * What happened. Not stored: replay makes the same events again. A ticket or window in an event is
 * as the event left it. The tags are for {@link Answer}s that travel between nodes.
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

    /** The hall is divided, or comes together again. */
    sealed interface OfParts extends Event {}

    /** Something happened to the controllers of the hall; no visitor and no page is told. */
    sealed interface OfRoster extends Event {}

    /** Something happened to the rectification of a negative rating or a complaint. */
    sealed interface OfRectification extends Event {
        Rectification rectification();
    }

    /**
     * Something happened to what is sent to the evaluation platform or to people; for the records
     * only.
     */
    sealed interface OfOutbox extends Event {}

    @Tag(1)
    record Configured(Instant at, Setup setup) implements Event {}

    @Tag(2)
    record DayOpened(Instant at, LocalDate day) implements Event {}

    @Tag(3)
    record DayClosed(Instant at, LocalDate day) implements Event {}

    @Tag(4)
    record TimeCorrected(Instant at, Instant from) implements Event {}

    @Tag(5)
    record TicketTaken(Instant at, Ticket ticket) implements OfTicket {}

    @Tag(6)
    record Cancelled(Instant at, Ticket ticket) implements OfTicket {}

    @Tag(7)
    record ItemsChanged(Instant at, Ticket ticket) implements OfTicket {}

    @Tag(8)
    record CameBack(Instant at, Ticket ticket) implements OfTicket {}

    @Tag(9)
    record Expired(Instant at, Ticket ticket) implements OfTicket {}

    /** The person let {@code passed} others go first; the legs count from their new instant. */
    @Tag(10)
    record Postponed(Instant at, Ticket ticket, int passed) implements OfTicket {}

    @Tag(11)
    record ReprintAsked(Instant at, Ticket ticket, String printer) implements OfTicket {}

    @Tag(12)
    record Printed(Instant at, Ticket ticket) implements OfTicket {}

    @Tag(13)
    record Called(Instant at, Ticket ticket, Window window, int leg, Why why) implements AtWindow {}

    @Tag(14)
    record Recalled(Instant at, Ticket ticket, Window window, int leg) implements AtWindow {}

    @Tag(15)
    record Serving(Instant at, Ticket ticket, Window window, int leg) implements AtWindow {}

    @Tag(16)
    record Held(Instant at, Ticket ticket, Window window, int leg) implements AtWindow {}

    @Tag(17)
    record Transferred(Instant at, Ticket ticket, Window window, int leg, Optional<String> note)
            implements AtWindow {}

    @Tag(18)
    record MissedCall(Instant at, Ticket ticket, Window window, int leg) implements AtWindow {}

    /** A leg closed; {@code claim} when the visit is over with it and can be rated. */
    @Tag(19)
    record LegClosed(
            Instant at,
            Ticket ticket,
            Window window,
            int leg,
            Closing closing,
            Optional<Claim> claim)
            implements AtWindow {}

    /** The window took back {@code act}; ticket and window stand as before it. */
    @Tag(20)
    record Undone(Instant at, Ticket ticket, Window window, int leg, String act)
            implements AtWindow {}

    @Tag(21)
    record WindowChanged(Instant at, Window window) implements Event {}

    @Tag(22)
    record DutyAnswered(Instant at, Duty duty, String answer) implements Event {}

    /**
     * {@code claim.first().unexplained()}: a negative press of a keypad; {@link RatingExplained} or
     * {@link RatingUnexplained} follows before the day is over.
     *
     * @param number 1 the first, 2 the follow-up 追评
     * @param contact empty for an anonymous rating
     */
    @Tag(23)
    record Rated(
            Instant at,
            String id,
            Claim claim,
            int level,
            Channel channel,
            List<String> reasons,
            Optional<String> comment,
            int number,
            Optional<Contact> contact)
            implements Event {}

    /** The reasons of the first rating of {@code claim}. */
    @Tag(100)
    record RatingExplained(Instant at, Claim claim, List<String> reasons, Optional<String> comment)
            implements Event {}

    /** Nobody said why until the day ended. */
    @Tag(101)
    record RatingUnexplained(Instant at, Claim claim) implements Event {}

    /** An office outside of the hall was rated. */
    @Tag(110)
    record UnitRated(
            Instant at,
            String id,
            RatedUnit unit,
            LocalDate day,
            int level,
            List<String> reasons,
            Optional<String> comment,
            Opening opening)
            implements Event {}

    @Tag(24)
    record Complained(
            Instant at,
            String id,
            String channel,
            String text,
            Optional<TicketId> ticket,
            Optional<Contact> contact)
            implements Event {}

    @Tag(102)
    record RectificationOpened(Instant at, Rectification rectification)
            implements OfRectification {}

    /** {@code rectification} as the act left it; after the closing it is open no longer. */
    @Tag(103)
    record Rectified(Instant at, TokenId by, Rectification rectification, RectificationAct act)
            implements OfRectification {}

    /** The person rated once more, and that is what they think of it now. */
    @Tag(104)
    record SecondOpinionGiven(Instant at, Rectification rectification) implements OfRectification {}

    /** Its step was not done in time. */
    @Tag(105)
    record RectificationOverdue(Instant at, Rectification rectification)
            implements OfRectification {}

    @Tag(25)
    record HelpAsked(Instant at, HelpCall call) implements Event {}

    @Tag(26)
    record HelpAnswered(Instant at, HelpCall call, String by) implements Event {}

    /** The day ended and nobody had answered. */
    @Tag(27)
    record HelpLapsed(Instant at, HelpCall call) implements Event {}

    @Tag(28)
    record TokenGranted(Instant at, Token token) implements Event {}

    @Tag(29)
    record TokenRevoked(Instant at, Token token) implements Event {}

    @Tag(30)
    record CodeIssued(Instant at, EnrolCode code) implements Event {}

    @Tag(31)
    record NodeInvited(Instant at, NodeCode code) implements OfRoster {}

    @Tag(32)
    record NodeAdmitted(Instant at, HallNode node) implements OfRoster {}

    @Tag(33)
    record NodeMoved(Instant at, HallNode node) implements OfRoster {}

    /** {@code node} as it was. */
    @Tag(34)
    record NodeRetired(Instant at, HallNode node) implements OfRoster {}

    @Tag(35)
    record NodePromoted(Instant at, HallNode node) implements OfRoster {}

    /** {@code fenced} are the voters without which the hall goes on. */
    @Tag(36)
    record HallTakenOver(Instant at, Epoch epoch, List<HallNode> fenced) implements OfRoster {}

    @Tag(37)
    record NodeRejoined(Instant at, HallNode node) implements OfRoster {}

    @Tag(111)
    record InvitationsNoted(Instant at, List<InvitationNote> notes) implements OfOutbox {}

    @Tag(90)
    record LettersDelivered(Instant at, List<Delivery> deliveries) implements OfOutbox {}

    @Tag(91)
    record LettersSetAside(Instant at, List<DeadLetter> letters) implements OfOutbox {}

    @Tag(92)
    record LetterResent(Instant at, String letter, List<Correction> corrections)
            implements OfOutbox {}

    @Tag(93)
    record ApplicantNamed(Instant at, TicketId ticket, String sealed) implements OfOutbox {}

    @Tag(94)
    record ApplicantsErased(Instant at, Instant deliveredBefore) implements OfOutbox {}

    /** The node is not reached; nobody acts on its windows here. */
    @Tag(75)
    record CutOff(Instant at, CutOffNode node) implements OfParts {}

    /** The windows of {@code node} are the hall's again, and the tickets of its island too. */
    @Tag(76)
    record CutOffEnded(Instant at, CutOffNode node) implements OfParts {}

    /** On the island itself: from here on this copy of the hall is one. */
    @Tag(77)
    record IslandBegun(Instant at, Island island) implements OfParts {}

    /**
     * Something happened on an island, and the hall takes it as it is told: {@code event} has the
     * island's time, and a ticket or window as the hall has it now.
     *
     * @param entry the island's command behind it
     * @param first whether it is the first event of that command
     */
    @Tag(78)
    record FromIsland(NodeId node, long epoch, Entry entry, boolean first, Event event)
            implements OfParts {
        @Override
        public Instant at() {
            return event.at();
        }
    }

    /** A batch has joined, up to this one. */
    @Tag(79)
    record IslandJoined(Instant at, JoinedIsland island) implements OfParts {}

    @Tag(80)
    record ConflictFound(Instant at, Conflict conflict) implements OfParts {}

    @Tag(81)
    record ConflictSettled(Instant at, Conflict conflict, Optional<String> note)
            implements OfParts {}

    /** Nobody has the ticket at that window any more; it waits, or ended with its day. */
    @Tag(82)
    record WindowReleased(Instant at, Ticket ticket, Window window, int leg)
            implements AtWindow, OfParts {}
}
