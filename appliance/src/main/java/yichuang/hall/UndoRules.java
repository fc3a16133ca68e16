package yichuang.hall;

import java.time.Instant;
import java.util.Optional;

/** Taking back the last act at a window, as a new command, so that the trail stays whole. */
final class UndoRules {
    private UndoRules() {}

    static Answer undo(Command.Undo undo, Draft draft) {
        Window window = draft.window(undo.window());
        Refusal.NothingToUndo nothing =
                new Refusal.NothingToUndo(window.id(), draft.rules().undo());
        Window.LastAct act =
                open(window, draft.state(), draft.at()).orElseThrow(() -> new Refused(nothing));
        act.ticketAfter().ifPresent(ticket -> isHere(ticket.id(), draft));
        Window before = act.before();
        draft.put(before);
        if (act.ticketBefore().isEmpty()) {
            draft.happened(new Event.WindowChanged(draft.at(), before));
            return draft.agreed(WindowRules.receipt(before, draft));
        }
        Ticket after = act.ticketAfter().orElseThrow();
        Ticket now = draft.ticket(after.id());
        unclose(act.ticketBefore().get(), after, draft);
        Ticket restored =
                now.withLegs(act.ticketBefore().get().legs())
                        .standing(act.ticketBefore().get().standing());
        draft.put(restored);
        int leg = before.turn().or(window::turn).map(Window.Turn::leg).orElse(restored.current());
        draft.happened(new Event.Undone(draft.at(), restored, before, leg, act.act()));
        return draft.agreed(TurnRules.receipt(before, restored, leg));
    }

    /** An island takes nothing back that was over when it began. */
    private static void isHere(TicketId ticket, Draft draft) {
        Ticket unused = draft.ownTicket(ticket);
    }

    /**
     * {@return the last act, while it can be taken back: not too long ago, and the ticket still
     * stands as it left it}
     */
    static Optional<Window.LastAct> open(Window window, State state, Instant at) {
        return window.lastAct()
                .filter(act -> !at.isAfter(act.at().plus(state.furnishing().rules().undo())))
                .filter(act -> act.ticketAfter().stream().allMatch(one -> standsStill(one, state)));
    }

    private static boolean standsStill(Ticket after, State state) {
        return Optional.ofNullable(state.tickets.get(after.id()))
                .filter(now -> now.legs().equals(after.legs()))
                .isPresent();
    }

    /** What the closing of a leg left behind goes with it; a visit that was rated stays closed. */
    static void unclose(Ticket before, Ticket after, Draft draft) {
        State state = draft.state();
        for (int i = 0; i < before.legs().size(); i++) {
            Leg leg = after.legs().get(i);
            if (leg.closing().isEmpty() || before.legs().get(i).closing().isPresent()) {
                continue;
            }
            Claim claim = state.claims.get(after.id());
            if (claim != null && claim.level().isPresent()) {
                throw new Refused(new Refusal.AlreadyRated(after.number()));
            }
            Closing closing = leg.closing().get();
            Window.Turn turn = new Window.Turn(after.id(), i);
            draft.change(
                    () -> {
                        state.claims.remove(after.id());
                        state.duties.remove(turn);
                        state.returns.remove(closing.caseNumber());
                        uncount(state, closing);
                    });
        }
    }

    private static void uncount(State state, Closing closing) {
        Optional.ofNullable(state.cases.get(closing.caseNumber()))
                .ifPresent(
                        count -> {
                            if (closing.serviceNumber() > 1) {
                                state.cases.put(
                                        closing.caseNumber(),
                                        new CaseCount(
                                                closing.caseNumber(),
                                                closing.serviceNumber() - 1,
                                                count.keepUntil()));
                            } else {
                                state.cases.remove(closing.caseNumber());
                            }
                        });
    }
}
