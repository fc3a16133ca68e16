package yichuang.hall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import yichuang.hall.codec.Tag;

/**
 * What someone asks of the hall. When and by whom stands beside it in the {@link Entry}. The tags
 * are the stored form and never change; a command that is no longer used keeps its tag.
 */
public sealed interface Command {
    // The hall itself and its days: asked by the leader's timer or at start, safe to repeat.

    /**
     * The hall as the configuration describes it; a window that went away is closed, its line kept.
     */
    @Tag(1)
    record Configure(Setup setup) implements Command {}

    @Tag(2)
    record OpenDay(LocalDate day) implements Command {}

    /** Gives every open ticket a recorded end. */
    @Tag(3)
    record CloseDay(LocalDate day) implements Command {}

    @Tag(4)
    record ExpireNoShows() implements Command {}

    /**
     * Log time was wrong (audited): it goes back to {@code to}, and a day closed in error is open
     * again.
     */
    @Tag(5)
    record CorrectTime(Instant to) implements Command {}

    // A visit.

    /**
     * A person says what they came for.
     *
     * @param id random, made by the node that took the request
     * @param choices ids of the theme's choices; empty means the theme's own
     * @param returning a case number or return code
     * @param outlook what the person is told, decided by the leader
     */
    @Tag(10)
    record TakeTicket(
            TicketId id,
            List<ItemCode> items,
            Optional<ThemeCode> theme,
            Optional<List<String>> choices,
            int count,
            Optional<GroupCode> group,
            Optional<String> returning,
            String language,
            Optional<Contact> contact,
            Outlook outlook)
            implements Command {}

    @Tag(11)
    record CancelTicket(TicketId ticket) implements Command {}

    /** The wrong item was chosen: other items, the same arrival time. */
    @Tag(12)
    record ChangeItems(TicketId ticket, List<ItemCode> items) implements Command {}

    /** A held or missed person is back in the hall. */
    @Tag(13)
    record ComeBack(TicketId ticket) implements Command {}

    @Tag(14)
    record Reprint(TicketId ticket, String printer) implements Command {}

    /** What the printers answered since the last such command. */
    @Tag(15)
    record NotePrinted(List<TicketId> printed, List<TicketId> failed) implements Command {}

    /**
     * A person lets others go first. Where that leaves the ticket is the policy's to say, so the
     * leader decides it before it asks.
     *
     * @param by how many tickets they wanted to let go first
     * @param passed how many of them stand before the ticket when its wait counts from {@code
     *     since}; 0 when nobody could go first
     * @param since from then on the wait of the ticket's open legs counts
     */
    @Tag(16)
    record Postpone(TicketId ticket, int by, int passed, Instant since) implements Command {}

    // A window's turn.

    @Tag(20)
    record OpenWindow(WindowId window, Optional<StaffId> staff) implements Command {}

    @Tag(21)
    record PauseWindow(WindowId window) implements Command {}

    @Tag(22)
    record CloseWindow(WindowId window) implements Command {}

    /** The claim of a window to a leg; decided by the policy or by hand before it is asked. */
    @Tag(23)
    record Call(WindowId window, TicketId ticket, int leg, Why why) implements Command {}

    @Tag(24)
    record Recall(WindowId window) implements Command {}

    @Tag(25)
    record Serve(WindowId window) implements Command {}

    @Tag(26)
    record Hold(WindowId window) implements Command {}

    @Tag(27)
    record Transfer(
            WindowId window,
            Optional<WindowId> toWindow,
            Optional<ItemCode> toItem,
            Optional<String> note)
            implements Command {}

    @Tag(28)
    record NoShow(WindowId window) implements Command {}

    /**
     * Closes the leg that is being served.
     *
     * @param priorServices services of this case that only the records know of
     */
    @Tag(29)
    record Finish(
            WindowId window,
            Outcome outcome,
            Optional<String> caseNumber,
            Optional<ItemCode> item,
            Optional<String> note,
            int priorServices)
            implements Command {}

    @Tag(30)
    record Undo(WindowId window) implements Command {}

    @Tag(31)
    record AnswerDuty(TicketId ticket, int leg, String answer) implements Command {}

    // What people say.

    /**
     * One level for one served visit.
     *
     * @param id the rating's own id, random
     * @param reasons codes of {@link RatingTag}s of this level
     * @param number 1 the first, 2 the one follow-up 追评
     * @param contact of a person who wants to be called back 实名; empty, as it is unless they say
     *     so, for one who stays unknown
     */
    @Tag(40)
    record Rate(
            String id,
            TicketId ticket,
            int level,
            Channel channel,
            List<String> reasons,
            Optional<String> comment,
            int number,
            Optional<Contact> contact)
            implements Command {}

    /**
     * What somebody found wrong 吐槽找茬.
     *
     * @param contact of a person who wants to be called back
     */
    @Tag(41)
    record Complain(
            String id,
            String channel,
            String text,
            Optional<TicketId> ticket,
            Optional<Contact> contact)
            implements Command {}

    /**
     * Somebody is needed here; asked again at the same place while nobody has come, it is the same
     * call.
     *
     * @param id random
     */
    @Tag(42)
    record AskHelp(
            String id,
            HelpCall.Kind kind,
            String where,
            Optional<TicketId> ticket,
            Optional<String> note)
            implements Command {}

    /**
     * Somebody goes there, and the call is over.
     *
     * @param by the place of whoever goes
     */
    @Tag(43)
    record AnswerHelp(String help, String by) implements Command {}

    /** Why a negative key was pressed: a keypad cannot say it, the person's phone can. */
    @Tag(100)
    record ExplainRating(TicketId ticket, List<String> reasons, Optional<String> comment)
            implements Command {}

    // What follows a negative rating or a complaint.

    /** Something is done to an open rectification. */
    @Tag(101)
    record Rectify(String rectification, RectificationAct act) implements Command {}

    /** Marks what was not done in time, once for each step; asked by the leader. */
    @Tag(102)
    record EscalateRectifications() implements Command {}

    /**
     * One level for an office outside of the hall, by whoever opened its page.
     *
     * @param id the rating's own id, random
     * @param unit of a {@link RatedUnit}
     */
    @Tag(110)
    record RateUnit(
            String id,
            String unit,
            int level,
            List<String> reasons,
            Optional<String> comment,
            Opening opening)
            implements Command {}

    // Who may ask.

    @Tag(50)
    record GrantToken(Token token) implements Command {}

    @Tag(51)
    record RevokeToken(TokenId token) implements Command {}

    @Tag(52)
    record IssueCode(EnrolCode code) implements Command {}

    /** Turns the code with this hash into a token, once. */
    @Tag(53)
    record UseCode(String codeHash, TokenId id, String tokenHash, boolean browser)
            implements Command {}

    // Which controllers are the hall.

    /**
     * A code for one node to come by.
     *
     * @param code its id, no secret
     * @param until from then on it is good no longer
     */
    @Tag(60)
    record InviteNode(String code, String proofKey, NodeId node, NodeRole role, Instant until)
            implements Command {}

    /**
     * The node is a member from now on.
     *
     * @param code the id of the code it came by; empty for the node that founds the hall
     * @param address {@code host:port}
     * @param serial of its certificate, in hexadecimal digits
     */
    @Tag(61)
    record AdmitNode(
            Optional<String> code, NodeId node, NodeRole role, String address, String serial)
            implements Command {}

    /** The node is at another address, or has a renewed certificate. */
    @Tag(62)
    record MoveNode(NodeId node, String address, String serial) implements Command {}

    /** The node is a member no longer, and its certificates are revoked. */
    @Tag(63)
    record RetireNode(NodeId node) implements Command {}

    /** A satellite gets a vote. */
    @Tag(64)
    record PromoteNode(NodeId node) implements Command {}

    /**
     * The hall goes on at this node without its other voters: the first command of a new log.
     *
     * @param epoch one more than the hall's
     * @param without every other voter; each is fenced
     * @param term of the last command that this node had of the log before
     * @param index of that command
     */
    @Tag(65)
    record TakeOver(NodeId node, long epoch, List<NodeId> without, long term, long index)
            implements Command {}

    /** A node that was fenced follows the hall as it is now, and is believed again. */
    @Tag(66)
    record RejoinNode(NodeId node) implements Command {}

    // What the evaluation platform has, and has not. The hall keeps none of it; the records do.

    /**
     * The platform has these letters: it said so, now or before. Asked by the leader, safe to
     * repeat.
     */
    @Tag(90)
    record NoteDelivered(List<Delivery> deliveries) implements Command {}

    /** The platform will not take these letters as they are; a person has to look. */
    @Tag(91)
    record SetLettersAside(List<DeadLetter> letters) implements Command {}

    /**
     * A letter that was set aside is sent again.
     *
     * @param corrections fields that read otherwise from now on; none: as it was
     */
    @Tag(92)
    record ResendLetter(String letter, List<Correction> corrections) implements Command {}

    /**
     * For whom the visit's services are, as the person or their card said at the window. The visit
     * may be of a day that the hall has forgotten, for a letter may lack the name only then.
     *
     * @param sealed by the node that took it; the hall cannot read it
     */
    @Tag(93)
    record NameApplicant(TicketId ticket, String sealed) implements Command {}

    /** Names and numbers that the platform had before this time are no longer needed here. */
    @Tag(94)
    record EraseApplicants(Instant deliveredBefore) implements Command {}

    /**
     * What became of links to rate a visit by, which the leader sends to people who asked for one.
     * Safe to repeat.
     */
    @Tag(111)
    record NoteInvitations(List<InvitationNote> notes) implements Command {}

    // A divided hall: a node that the others do not reach, and how it comes home.

    /**
     * The node was not reached for so long that it may be an island: nobody here acts on its
     * windows any more. Asked by the leader.
     */
    @Tag(75)
    record CutOff(NodeId node) implements Command {}

    /**
     * A manager frees the ticket at a window of a node that is cut off: its person waits again,
     * with the arrival time kept.
     */
    @Tag(76)
    record ReleaseWindow(WindowId window) implements Command {}

    /**
     * The node follows the hall again and has put its island, if it was one, aside; or a manager
     * says that it need not be waited for. Safe to repeat.
     */
    @Tag(77)
    record EndCutOff(NodeId node) implements Command {}

    /**
     * From here on this log is an island's: the first command of a log that begins with the hall as
     * its node last knew it.
     *
     * @param epoch one more than that of the node's last island the hall knows of
     * @param unsure windows at which the hall may have gone on after what the node knows for
     *     certain, see {@code docs/internals/island.md}; the island begins there with nobody
     */
    @Tag(78)
    record BeginIsland(NodeId node, long epoch, List<WindowId> unsure) implements Command {
        public BeginIsland {
            unsure = List.copyOf(unsure);
        }
    }

    /**
     * What happened on an island, in its order. What has joined before is passed over, so it is
     * safe to repeat; a gap is refused.
     */
    @Tag(79)
    record JoinIsland(NodeId node, long epoch, List<IslandEntry> entries) implements Command {
        public JoinIsland {
            entries = List.copyOf(entries);
        }
    }

    /** A manager has looked at it. */
    @Tag(80)
    record SettleConflict(String conflict, Optional<String> note) implements Command {}
}
