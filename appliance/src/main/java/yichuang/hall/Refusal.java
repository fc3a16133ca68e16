package yichuang.hall;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import yichuang.hall.codec.Tag;

/**
 * Why not, as facts. The sentence a person reads, and what to do, are made from them at the edge,
 * in their language. The tags are for {@link Answer}s that travel between nodes.
 */
public sealed interface Refusal {
    @Tag(1)
    record UnknownTicket(String ticket) implements Refusal {}

    @Tag(2)
    record UnknownWindow(String window) implements Refusal {}

    /**
     * {@code what}: item, theme, choice, group, staff, duty, help, token, node, node-code, island,
     * conflict, rectification or unit.
     */
    @Tag(3)
    record Unknown(String what, String value) implements Refusal {}

    @Tag(4)
    record WindowClosed(WindowId window) implements Refusal {}

    @Tag(5)
    record WindowBusy(WindowId window, String number, Instant since) implements Refusal {}

    /** The act needs a ticket called or served at the window, and there is none. */
    @Tag(6)
    record NothingHere(WindowId window, Window.State is, String act) implements Refusal {}

    /** The ticket is not where the act needs it. */
    @Tag(7)
    record TicketElsewhere(String number, TicketState is, Optional<WindowId> window)
            implements Refusal {}

    /** The window has no skill for the item. */
    @Tag(8)
    record Unskilled(WindowId window, ItemCode item) implements Refusal {}

    /** No tickets now; {@code opens}: the next day that opens by itself. */
    @Tag(9)
    record HallClosed(Optional<LocalDate> opens) implements Refusal {}

    /** The fair no-show: more calls, or more time. */
    @Tag(10)
    record NoShowTooEarly(String number, int calls, int callsNeeded, Instant notBefore)
            implements Refusal {}

    @Tag(11)
    record RecallsUsed(String number, int recallsMax) implements Refusal {}

    /** Nothing to take back, too long ago, or somebody else has acted on it since. */
    @Tag(12)
    record NothingToUndo(WindowId window, Duration undo) implements Refusal {}

    @Tag(13)
    record GraceOver(String number) implements Refusal {}

    /** The ticket has let others go first as often as the hall allows. */
    @Tag(14)
    record PostponesUsed(String number, int postponesMax) implements Refusal {}

    /** Nobody stands behind the ticket who could go first. */
    @Tag(15)
    record NobodyBehind(String number) implements Refusal {}

    @Tag(16)
    record HelpAnswered(String help, String by, Instant at) implements Refusal {}

    /** So many calls for help are open that another would be seen by nobody. */
    @Tag(17)
    record HelpFull(int openMax) implements Refusal {}

    @Tag(18)
    record AlreadyRated(String number) implements Refusal {}

    @Tag(19)
    record NotRateable(String number, TicketState is) implements Refusal {}

    @Tag(20)
    record RatingOver(String ticket) implements Refusal {}

    @Tag(21)
    record UnknownLevel(int level) implements Refusal {}

    @Tag(22)
    record MissingField(String field) implements Refusal {}

    /** The person has this item open already. */
    @Tag(23)
    record Hoarding(ItemCode item, int openMax) implements Refusal {}

    @Tag(24)
    record KeyReused(String key) implements Refusal {}

    /** Too many young request keys are held. */
    @Tag(25)
    record Busy(int keysHeld) implements Refusal {}

    /** A one-time code that is unknown, used or expired. */
    @Tag(26)
    record BadCode() implements Refusal {}

    /** The day is over, or another is open. */
    @Tag(27)
    record DayConflict(LocalDate day) implements Refusal {}

    /** A member has this name. */
    @Tag(28)
    record NodeTaken(NodeId node) implements Refusal {}

    @Tag(29)
    record VotersFull(int votersMax) implements Refusal {}

    /** So many codes for nodes are open. */
    @Tag(30)
    record NodeCodesFull(int openMax) implements Refusal {}

    /** Only the node that founds the hall comes without a code. */
    @Tag(31)
    record NodeCodeNeeded(NodeId node) implements Refusal {}

    @Tag(32)
    record NodeCodeUsed(String code, Instant used) implements Refusal {}

    @Tag(33)
    record NodeCodeOver(String code, Instant until) implements Refusal {}

    /** The code is for that node in that role, not for the one that brought it. */
    @Tag(34)
    record NodeCodeForOther(String code, NodeId node, NodeRole role) implements Refusal {}

    /** The hall would have no voter. */
    @Tag(35)
    record NoVoterLeft(NodeId node) implements Refusal {}

    /** The hall was taken over since; this is its epoch. */
    @Tag(36)
    record EpochOver(long epoch) implements Refusal {}

    /** Who takes the hall over names every other voter: these. */
    @Tag(37)
    record OtherVoters(List<NodeId> voters) implements Refusal {}

    /** The hall went on without it, and it has not rejoined. */
    @Tag(38)
    record NodeFenced(NodeId node) implements Refusal {}

    /** No such reason, or one of another level, or the same twice. */
    @Tag(100)
    record UnknownReason(String reason, int level) implements Refusal {}

    /** A negative rating says why. */
    @Tag(101)
    record ReasonNeeded(int level) implements Refusal {}

    @Tag(102)
    record CommentTooLong(int length, int lengthMax) implements Refusal {}

    /** A follow-up comes after a first rating. */
    @Tag(103)
    record NotRatedYet(String number) implements Refusal {}

    /** Its rating was no silent press of a key, or has its reasons, or its day is over. */
    @Tag(104)
    record NothingToExplain(String number) implements Refusal {}

    /**
     * Another step comes first, or this one was done already: {@code next} is what has to be done.
     */
    @Tag(105)
    record RectificationOrder(
            String rectification, Rectification.Step asked, Rectification.Step next)
            implements Refusal {}

    /** Nobody knows whose it is, so nobody can be called. */
    @Tag(106)
    record RectificationUnnamed(String rectification) implements Refusal {}

    /** There is one appeal. */
    @Tag(107)
    record AppealUsed(String rectification) implements Refusal {}

    /** Somebody else reviews it than whoever appealed. */
    @Tag(108)
    record OwnAppeal(String rectification) implements Refusal {}

    /** It was put off before, or its reply was due or given. */
    @Tag(109)
    record ExtensionOver(String rectification, boolean complex) implements Refusal {}

    /** The page of the office was opened too long ago. */
    @Tag(113)
    record OpeningOver(String unit, Instant until) implements Refusal {}

    /** One opening of the page, one rating. */
    @Tag(114)
    record OpeningUsed(String unit) implements Refusal {}

    /** So many ratings of the office were given today: by this browser, from there, by all. */
    @Tag(115)
    record UnitRatedEnough(String unit, UnitLimits.Bound bound, int perDay) implements Refusal {}

    /** The window hangs on a node that is cut off; only a manager may free its ticket. */
    @Tag(75)
    record WindowCutOff(WindowId window, NodeId node, Instant since) implements Refusal {}

    /** This node is an island, and that is the main hall's. */
    @Tag(76)
    record OnIsland(NodeId node, Instant since) implements Refusal {}

    /** The ticket is in the hands of an island. */
    @Tag(77)
    record TicketCutOff(String number, NodeId node) implements Refusal {}

    /** What comes next of this island is {@code next}; something before it is missing. */
    @Tag(78)
    record IslandGap(NodeId node, long epoch, long next) implements Refusal {}

    /** The node's next island has this number. */
    @Tag(79)
    record IslandEpoch(NodeId node, long epoch) implements Refusal {}
}
