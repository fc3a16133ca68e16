package yichuang.hall;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A divided hall: a node that is not reached is cut off here and may go on as an island there. A
 * ticket is in one pair of hands at any time. What was called or served at the node's windows is in
 * the island's until the island is over or a manager takes it away; everything else stays in the
 * main hall's.
 */
final class PartRules {
    private PartRules() {}

    static Answer cutOff(Command.CutOff cut, Draft draft) {
        if (draft.state().findCutOff(cut.node()).isEmpty()) {
            cutOff(cut.node(), draft);
        }
        return draft.agreed(receipt(cut.node(), draft));
    }

    private static void cutOff(NodeId node, Draft draft) {
        CutOffNode cut =
                new CutOffNode(node, draft.at(), setup(node, draft).windows(), Optional.empty());
        draft.change(() -> draft.state().cutOff.put(node, cut));
        draft.happened(new Event.CutOff(draft.at(), cut));
    }

    private static IslandSetup setup(NodeId node, Draft draft) {
        return draft.furnishing()
                .setup()
                .findIsland(node)
                .orElseThrow(() -> new Refused(new Refusal.Unknown("island", node.value())));
    }

    /**
     * The person waits again, with the arrival time kept; when the day of the number is over, the
     * ticket ends as with the day.
     */
    static Answer release(Command.ReleaseWindow release, Draft draft) {
        Window window = draft.anyWindow(release.window());
        if (draft.state().cutOffAt(window.id()).isEmpty()) {
            throw new Refused(new Refusal.NothingHere(window.id(), window.state(), "release"));
        }
        Window.Turn turn =
                window.turn()
                        .orElseThrow(
                                () ->
                                        new Refused(
                                                new Refusal.NothingHere(
                                                        window.id(), window.state(), "release")));
        Ticket waiting = free(window, turn, draft);
        draft.change(() -> draft.state().memory.forget(window.id(), turn.ticket()));
        return draft.agreed(
                TurnRules.receipt(window.in(Window.State.IDLE, draft.at()), waiting, turn.leg()));
    }

    /** Takes the ticket away from the window that has it. */
    static Ticket free(Window window, Window.Turn turn, Draft draft) {
        Ticket ticket = draft.ticket(turn.ticket());
        Window idle = window.in(Window.State.IDLE, draft.at()).forgetting();
        Ticket waiting =
                ticket.withLeg(
                                turn.leg(),
                                ticket.legs().get(turn.leg()).waiting(draft.at(), Optional.empty()))
                        .standing(TicketRules.returning(ticket.standing()));
        if (isOfToday(ticket, draft.state())) {
            draft.put(waiting);
        } else {
            waiting = DayRules.endWithDay(waiting, draft);
        }
        draft.put(idle);
        draft.change(() -> draft.state().inHands.remove(ticket.id()));
        draft.happened(new Event.WindowReleased(draft.at(), waiting, idle, turn.leg()));
        return waiting;
    }

    private static boolean isOfToday(Ticket ticket, State state) {
        return state.day.filter(day -> day.date().equals(ticket.day())).isPresent();
    }

    /**
     * What the island brought is the main hall's from now on. A number lives one business day: what
     * came of another one, and no window serves, ends.
     */
    static Answer endCutOff(Command.EndCutOff end, Draft draft) {
        State state = draft.state();
        Optional<CutOffNode> cut = Optional.ofNullable(state.cutOff.get(end.node()));
        List<Ticket> hands = new ArrayList<>();
        state.inHands.forEach(
                (id, node) -> {
                    if (node.equals(end.node()) && state.tickets.containsKey(id)) {
                        hands.add(state.tickets.get(id));
                    }
                });
        if (hands.isEmpty() && cut.filter(one -> !one.isOver()).isEmpty()) {
            return draft.agreed(receipt(end.node(), draft));
        }
        boolean givenUp = cut.filter(CutOffNode::isOver).isPresent();
        for (Ticket ticket : hands) {
            if (!ticket.isEnded() && !isOfToday(ticket, state)) {
                endOld(ticket, draft);
            } else if (!ticket.isEnded() && givenUp) {
                found(openAfterGivenUp(ticket, end.node(), draft), draft);
            }
        }
        CutOffNode over =
                cut.orElseGet(
                                () ->
                                        new CutOffNode(
                                                end.node(),
                                                draft.at(),
                                                List.of(),
                                                Optional.empty()))
                        .endedAt(draft.at());
        draft.change(
                () -> {
                    state.cutOff.put(end.node(), over);
                    state.inHands.values().removeIf(end.node()::equals);
                });
        draft.happened(new Event.CutOffEnded(draft.at(), over));
        return draft.agreed(receipt(end.node(), draft));
    }

    /** Who was taken out of the hall, or is to go without, is waited for no more. */
    static void giveUp(NodeId node, Draft draft) {
        if (draft.state().findCutOff(node).isPresent()) {
            Answer unused = endCutOff(new Command.EndCutOff(node), draft);
        }
    }

    private static void endOld(Ticket ticket, Draft draft) {
        if (ticket.state() == TicketState.SERVING) {
            return;
        }
        draft.state().windows.values().stream()
                .filter(
                        window ->
                                window.turn()
                                        .filter(turn -> turn.ticket().equals(ticket.id()))
                                        .isPresent())
                .findFirst()
                .ifPresentOrElse(
                        window -> free(window, window.turn().orElseThrow(), draft),
                        () -> DayRules.endWithDay(ticket, draft));
    }

    private static Conflict openAfterGivenUp(Ticket ticket, NodeId node, Draft draft) {
        JoinedIsland island = draft.state().islands.get(node);
        return new Conflict(
                "%s-%d-%s".formatted(node, island.epoch(), ticket.number()),
                Conflict.Kind.OPEN_AFTER_GIVEN_UP,
                node,
                island.epoch(),
                draft.at(),
                ticket.id(),
                ticket.number(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static void found(Conflict conflict, Draft draft) {
        draft.change(() -> draft.state().conflicts.put(conflict.id(), conflict));
        draft.happened(new Event.ConflictFound(draft.at(), conflict));
    }

    static Answer settle(Command.SettleConflict settle, Draft draft) {
        Conflict conflict =
                Optional.ofNullable(draft.state().conflicts.get(settle.conflict()))
                        .orElseThrow(
                                () ->
                                        new Refused(
                                                new Refusal.Unknown(
                                                        "conflict", settle.conflict())));
        draft.change(() -> draft.state().conflicts.remove(conflict.id()));
        draft.happened(new Event.ConflictSettled(draft.at(), conflict, settle.note()));
        return draft.agreed(new Receipt.Noted(conflict.id(), draft.at()));
    }

    /** The node goes on alone: with its windows, and with whom they had. */
    static Answer begin(Command.BeginIsland begin, Draft draft) {
        State state = draft.state();
        if (state.island.isPresent()) {
            Island island = state.island.get();
            if (island.node().equals(begin.node()) && island.epoch() == begin.epoch()) {
                return draft.agreed(receipt(island, draft));
            }
            throw new Refused(new Refusal.OnIsland(island.node(), island.since()));
        }
        IslandSetup setup = setup(begin.node(), draft);
        long epoch = nextEpoch(begin.node(), state);
        if (begin.epoch() != epoch) {
            throw new Refused(new Refusal.IslandEpoch(begin.node(), epoch));
        }
        List<TicketId> had =
                setup.windows().stream()
                        .filter(window -> !begin.unsure().contains(window))
                        .map(state.windows::get)
                        .flatMap(window -> Optional.ofNullable(window).stream())
                        .flatMap(window -> window.turn().stream())
                        .map(Window.Turn::ticket)
                        .toList();
        Island island =
                new Island(
                        begin.node(),
                        epoch,
                        draft.at(),
                        setup.letter(),
                        state.day.map(BusinessDay::date),
                        state.numbers.getOrDefault(setup.letter(), 0),
                        Optional.ofNullable(state.cutOff.get(begin.node())),
                        setup.windows(),
                        had,
                        0);
        draft.change(() -> state.island = Optional.of(island));
        draft.happened(new Event.IslandBegun(draft.at(), island));
        setup.windows().stream()
                .filter(begin.unsure()::contains)
                .forEach(window -> letGo(window, draft));
        return draft.agreed(receipt(island, draft));
    }

    /** Nobody here knows whether the main hall still has the ticket there; it is left alone. */
    private static void letGo(WindowId id, Draft draft) {
        Window window = draft.state().windows.get(id);
        if (window == null || window.turn().isEmpty()) {
            return;
        }
        Window idle = window.in(Window.State.IDLE, draft.at()).forgetting();
        Window.Turn turn = window.turn().get();
        Ticket ticket = draft.ticket(turn.ticket());
        draft.put(idle);
        draft.put(
                ticket.withLeg(
                        turn.leg(),
                        ticket.legs().get(turn.leg()).waiting(draft.at(), Optional.empty())));
        draft.happened(new Event.WindowChanged(draft.at(), idle));
    }

    private static long nextEpoch(NodeId node, State state) {
        JoinedIsland last = state.islands.get(node);
        return last == null ? 1 : last.epoch() + 1;
    }

    private static Receipt receipt(Island island, Draft draft) {
        return new Receipt.OfPart(island.node(), island.epoch(), island.sequence(), draft.at());
    }

    static Receipt receipt(NodeId node, Draft draft) {
        JoinedIsland joined = draft.state().islands.get(node);
        return joined == null
                ? new Receipt.OfPart(node, 0, 0, draft.at())
                : new Receipt.OfPart(node, joined.epoch(), joined.sequence(), draft.at());
    }

    /**
     * Refuses on an island what only the whole hall may decide: who its nodes are, how it is
     * furnished, who may come in, what its parts are, and what becomes of a negative rating.
     */
    static void allowed(Command command, Draft draft) {
        if (draft.state().island.isEmpty()) {
            return;
        }
        Island island = draft.state().island.get();
        boolean wholeHalls =
                switch (command) {
                    case Command.Configure configure ->
                            !configure.setup().equals(draft.furnishing().setup());
                    case Command.IssueCode _,
                            Command.UseCode _,
                            Command.InviteNode _,
                            Command.AdmitNode _,
                            Command.MoveNode _,
                            Command.RetireNode _,
                            Command.PromoteNode _,
                            Command.TakeOver _,
                            Command.RejoinNode _,
                            Command.CutOff _,
                            Command.ReleaseWindow _,
                            Command.EndCutOff _,
                            Command.JoinIsland _,
                            Command.SettleConflict _,
                            Command.Rectify _,
                            Command.EscalateRectifications _ ->
                            true;
                    default -> false;
                };
        if (wholeHalls) {
            throw new Refused(new Refusal.OnIsland(island.node(), island.since()));
        }
    }
}
