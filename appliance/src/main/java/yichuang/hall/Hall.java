package yichuang.hall;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import yichuang.hall.codec.Codec;

/**
 * The state machine of one hall: {@code apply(command) → events or a refusal}. It knows no clock,
 * disk, network or thread; the same commands make the same hall, byte for byte, in every JVM. Not
 * safe for two threads: it belongs to the log's.
 */
public final class Hall {
    private static final Codec<Snapshot> SNAPSHOTS = Codec.of(Snapshot.class);

    private State state;

    public Hall() {
        this.state = new State();
    }

    private Hall(State state) {
        this.state = state;
    }

    /** {@return the hall that wrote the snapshot} */
    public static Hall of(byte[] snapshot) {
        return new Hall(State.of(SNAPSHOTS.decode(snapshot)));
    }

    /** {@return the whole state, in the versioned form of {@link Codec}} */
    public byte[] snapshot() {
        return SNAPSHOTS.encode(state.snapshot());
    }

    /** Agrees and changes, or refuses and stays as it was. */
    public Answer apply(Entry entry) {
        Instant at = later(state.at, entry.at());
        state.at = at;
        Draft draft = new Draft(state, entry, at);
        Answer answer = decide(draft);
        if (answer instanceof Answer.Agreed agreed) {
            draft.commit();
            state.island = state.island.map(one -> one.after(agreed.events().size()));
            entry.key()
                    .ifPresent(key -> state.memory.add(new Remembered(key, at, agreed.receipt())));
        }
        return answer;
    }

    /**
     * {@return what {@link #apply} would answer now; changes nothing, so that a refusal need not go
     * through the log}
     */
    public Answer check(Entry entry) {
        return decide(new Draft(state, entry, later(state.at, entry.at())));
    }

    private Answer decide(Draft draft) {
        try {
            Entry entry = draft.entry();
            Optional<Answer> settled = entry.key().flatMap(key -> settled(key, draft.at()));
            if (settled.isPresent()) {
                return settled.get();
            }
            PartRules.allowed(entry.command(), draft);
            return answer(entry.command(), draft);
        } catch (Refused refused) {
            return new Answer.Refused(refused.why());
        }
    }

    /**
     * {@return what a request with this key is told whatever it asks: the receipt of the first one,
     * or why the key cannot be used; empty when it is new}
     */
    public Optional<Answer> settled(RequestKey key, Instant time) {
        Optional<Remembered> before = state.memory.find(key);
        if (before.isPresent()) {
            return Optional.of(
                    before.get().key().hash().equals(key.hash())
                            ? new Answer.Repeated(before.get().receipt())
                            : new Answer.Refused(new Refusal.KeyReused(key.key())));
        }
        return state.memory.hasRoom(time)
                ? Optional.empty()
                : Optional.of(new Answer.Refused(new Refusal.Busy(state.memory.size())));
    }

    private static Answer answer(Command command, Draft draft) {
        return switch (command) {
            case Command.Configure configure -> DayRules.configure(configure, draft);
            case Command.OpenDay open -> DayRules.open(open, draft);
            case Command.CloseDay close -> DayRules.close(close, draft);
            case Command.ExpireNoShows expire -> DayRules.expireNoShows(draft);
            case Command.CorrectTime correct -> DayRules.correctTime(correct, draft);
            case Command.TakeTicket take -> TakeRules.take(take, draft);
            case Command.CancelTicket cancel -> TicketRules.cancel(cancel, draft);
            case Command.ChangeItems change -> TicketRules.change(change, draft);
            case Command.ComeBack back -> TicketRules.comeBack(back, draft);
            case Command.Postpone postpone -> TicketRules.postpone(postpone, draft);
            case Command.Reprint reprint -> TicketRules.reprint(reprint, draft);
            case Command.NotePrinted note -> TicketRules.notePrinted(note, draft);
            case Command.OpenWindow open -> WindowRules.open(open, draft);
            case Command.PauseWindow pause -> WindowRules.pause(pause, draft);
            case Command.CloseWindow close -> WindowRules.close(close, draft);
            case Command.Call call -> TurnRules.call(call, draft);
            case Command.Recall recall -> TurnRules.recall(recall, draft);
            case Command.Serve serve -> TurnRules.serve(serve, draft);
            case Command.Hold hold -> TurnRules.hold(hold, draft);
            case Command.Transfer transfer -> TurnRules.transfer(transfer, draft);
            case Command.NoShow noShow -> TurnRules.noShow(noShow, draft);
            case Command.Finish finish -> ClosingRules.finish(finish, draft);
            case Command.Undo undo -> UndoRules.undo(undo, draft);
            case Command.AnswerDuty answer -> ClosingRules.answerDuty(answer, draft);
            case Command.Rate rate -> RatingRules.rate(rate, draft);
            case Command.ExplainRating explain -> RatingRules.explain(explain, draft);
            case Command.RateUnit rate -> UnitRules.rate(rate, draft);
            case Command.Complain complain -> RatingRules.complain(complain, draft);
            case Command.Rectify rectify -> RectificationRules.rectify(rectify, draft);
            case Command.EscalateRectifications escalate -> RectificationRules.escalate(draft);
            case Command.AskHelp ask -> HelpRules.ask(ask, draft);
            case Command.AnswerHelp answer -> HelpRules.answer(answer, draft);
            case Command.GrantToken grant -> AccessRules.grant(grant, draft);
            case Command.RevokeToken revoke -> AccessRules.revoke(revoke, draft);
            case Command.IssueCode issue -> AccessRules.issue(issue, draft);
            case Command.UseCode use -> AccessRules.use(use, draft);
            case Command.InviteNode invite -> RosterRules.invite(invite, draft);
            case Command.AdmitNode admit -> RosterRules.admit(admit, draft);
            case Command.MoveNode move -> RosterRules.move(move, draft);
            case Command.RetireNode retire -> RosterRules.retire(retire, draft);
            case Command.PromoteNode promote -> RosterRules.promote(promote, draft);
            case Command.TakeOver takeOver -> EpochRules.takeOver(takeOver, draft);
            case Command.RejoinNode rejoin -> EpochRules.rejoin(rejoin, draft);
            case Command.NoteDelivered note -> OutboxRules.delivered(note, draft);
            case Command.SetLettersAside set -> OutboxRules.setAside(set, draft);
            case Command.ResendLetter resend -> OutboxRules.resend(resend, draft);
            case Command.NameApplicant name -> OutboxRules.name(name, draft);
            case Command.EraseApplicants erase -> OutboxRules.erase(erase, draft);
            case Command.NoteInvitations note -> OutboxRules.invited(note, draft);
            case Command.CutOff cut -> PartRules.cutOff(cut, draft);
            case Command.ReleaseWindow release -> PartRules.release(release, draft);
            case Command.EndCutOff end -> PartRules.endCutOff(end, draft);
            case Command.BeginIsland begin -> PartRules.begin(begin, draft);
            case Command.JoinIsland join -> JoinRules.join(join, draft);
            case Command.SettleConflict settle -> PartRules.settle(settle, draft);
        };
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    // Reading. The collections are views: valid until the next command.

    /** {@return log time of the last command} */
    public Instant at() {
        return state.at;
    }

    /** {@return the furnishing, empty of everything before the first {@link Command.Configure}} */
    public Furnishing furnishing() {
        return state.furnishing();
    }

    public Optional<Setup> setup() {
        return state.setup;
    }

    /** {@return the open business day} */
    public Optional<BusinessDay> day() {
        return state.day;
    }

    /** {@return the last business day that was closed} */
    public Optional<LocalDate> lastClosed() {
        return state.lastClosed;
    }

    public Optional<Ticket> findTicket(TicketId id) {
        return Optional.ofNullable(state.tickets.get(id));
    }

    /** {@return the tickets of the open day, ended ones included, in the order they were taken} */
    public Collection<Ticket> tickets() {
        return Collections.unmodifiableCollection(state.tickets.values());
    }

    public Optional<Window> findWindow(WindowId id) {
        return Optional.ofNullable(state.windows.get(id));
    }

    public Collection<Window> windows() {
        return Collections.unmodifiableCollection(state.windows.values());
    }

    /** {@return what undo would take back at this window now} */
    public Optional<Window.LastAct> findUndoable(WindowId id, Instant time) {
        return findWindow(id).flatMap(one -> UndoRules.open(one, state, later(state.at, time)));
    }

    public Optional<Claim> findClaim(TicketId ticket) {
        return Optional.ofNullable(state.claims.get(ticket));
    }

    /** {@return the rectifications that are open, in the order they opened} */
    public Collection<Rectification> rectifications() {
        return Collections.unmodifiableCollection(state.rectifications.values());
    }

    public Optional<Rectification> findRectification(String id) {
        return Optional.ofNullable(state.rectifications.get(id));
    }

    public Collection<Duty> duties() {
        return Collections.unmodifiableCollection(state.duties.values());
    }

    /** {@return the calls for help that nobody has answered yet, in the order they were made} */
    public List<HelpCall> help() {
        return state.help.values().stream().filter(HelpCall::isOpen).toList();
    }

    public Collection<Token> tokens() {
        return Collections.unmodifiableCollection(state.tokens.values());
    }

    /**
     * {@return the controllers of the hall in the order of their admission; none while it is one}
     */
    public List<HallNode> nodes() {
        return List.copyOf(state.nodes.values());
    }

    public Optional<HallNode> findNode(NodeId id) {
        return Optional.ofNullable(state.nodes.get(id));
    }

    /**
     * {@return the member that has been one for longest and is not fenced; what belongs to no node
     * belongs to it}
     */
    public Optional<HallNode> firstNode() {
        return state.nodes.values().stream().filter(node -> !node.isFenced()).findFirst();
    }

    /** {@return which log of the hall this is, and where it began} */
    public Epoch epoch() {
        return state.epoch;
    }

    /** {@return what this copy of the hall is while its node is cut off; empty in the main hall} */
    public Optional<Island> island() {
        return state.island;
    }

    /** {@return the nodes that are cut off now, in the order they were} */
    public List<CutOffNode> cutOff() {
        return state.cutOff.values().stream().filter(cut -> !cut.isOver()).toList();
    }

    /** {@return of each node that ever was an island the last one, and how much of it joined} */
    public List<JoinedIsland> islands() {
        return List.copyOf(state.islands.values());
    }

    public Optional<JoinedIsland> findIsland(NodeId node) {
        return Optional.ofNullable(state.islands.get(node));
    }

    /** {@return whether the node is cut off, or tickets of its island are in its hands still} */
    public boolean isAway(NodeId node) {
        return state.findCutOff(node).isPresent() || state.inHands.containsValue(node);
    }

    /** {@return what a manager has to look at, oldest first} */
    public List<Conflict> conflicts() {
        return List.copyOf(state.conflicts.values());
    }

    /**
     * {@return why this part of the hall may not act on the window at all: it hangs on a node that
     * is cut off, or, on an island, on another one}
     */
    public Optional<Refusal> refusesActs(WindowId window) {
        return state.refusesActs(window);
    }

    /** {@return whether this part of the hall may call the ticket, or another part has it} */
    public boolean mayCall(Ticket ticket) {
        return state.isOurs(ticket);
    }

    /** {@return the code of an id; a used or old one too, for as long as it is remembered} */
    public Optional<NodeCode> findNodeCode(String id) {
        return Optional.ofNullable(state.nodeCodes.get(id));
    }

    /**
     * {@return all codes for nodes that are remembered, open or not, in the order they were made}
     */
    public Collection<NodeCode> nodeCodes() {
        return Collections.unmodifiableCollection(state.nodeCodes.values());
    }

    /** {@return the serials of certificates not to believe, in the order they were revoked} */
    public List<String> revokedSerials() {
        return List.copyOf(state.revoked.keySet());
    }

    /**
     * {@return why the window could call nobody at all now: it is unknown, another part's, not
     * open, or has somebody}
     */
    public Optional<Refusal> refusesCall(WindowId id) {
        Window window = state.windows.get(id);
        if (window == null) {
            return Optional.of(new Refusal.UnknownWindow(id.value()));
        }
        if (state.refusesActs(id).isPresent()) {
            return state.refusesActs(id);
        }
        return switch (window.state()) {
            case CLOSED, PAUSED -> Optional.of(new Refusal.WindowClosed(id));
            case IDLE -> Optional.empty();
            case CALLED, SERVING ->
                    Optional.of(
                            new Refusal.WindowBusy(
                                    id,
                                    state.tickets
                                            .get(window.turn().orElseThrow().ticket())
                                            .number(),
                                    window.since()));
        };
    }

    /**
     * {@return whether a ticket can be taken at this time, and if not, the day that opens next by
     * itself}
     */
    public Optional<Refusal.HallClosed> closedAt(Instant time) {
        return DayRules.closedAt(state, later(state.at, time));
    }

    /** {@return the day command that is due at this time: a day to close before one to open} */
    public Optional<Command> dueDay(Instant time) {
        return DayRules.due(state, later(state.at, time));
    }

    /** {@return whether a no-show's grace has ended at this time} */
    public boolean noShowsDue(Instant time) {
        return DayRules.noShowsDue(state, later(state.at, time));
    }

    /** {@return whether a step of a rectification has become overdue by this time} */
    public boolean rectificationsDue(Instant time) {
        return RectificationRules.due(state, later(state.at, time));
    }

    /** {@return for how long a visit closed at a window has its keypad lit} */
    public Duration keypadLit() {
        return state.furnishing().rules().keypadLit();
    }
}
