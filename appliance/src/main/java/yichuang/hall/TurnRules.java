package yichuang.hall;

import java.util.Optional;

/** A ticket's turn at a window: called, called again, served, held, sent on, missed. */
final class TurnRules {
    private TurnRules() {}

    /**
     * The claim of a window to a leg. Whoever chose it, it is checked again here, so that no ticket
     * is ever at two.
     */
    static Answer call(Command.Call call, Draft draft) {
        Window window = draft.window(call.window());
        WindowRules.opened(window);
        WindowRules.notBusy(window, draft);
        Ticket ticket = draft.ownTicket(call.ticket());
        if (call.leg() < 0 || call.leg() >= ticket.legs().size()) {
            throw new Refused(new Refusal.UnknownTicket(ticket.number() + "/" + call.leg()));
        }
        Leg leg = ticket.legs().get(call.leg());
        callable(ticket, leg, window, draft);
        Leg called = leg.called(draft.at(), window.id(), window.staff(), call.why());
        Ticket next = ticket.withLeg(call.leg(), called).onlyAtWindow(call.leg());
        Window busy =
                window.with(
                        Window.State.CALLED, draft.at(), new Window.Turn(ticket.id(), call.leg()));
        Window after = remember("call", window, busy, ticket, next, draft);
        draft.happened(new Event.Called(draft.at(), next, after, call.leg(), call.why()));
        return draft.agreed(receipt(after, next, call.leg()));
    }

    private static void callable(Ticket ticket, Leg leg, Window window, Draft draft) {
        boolean here = leg.window().filter(window.id()::equals).isPresent();
        boolean free =
                switch (leg.state()) {
                    case WAITING -> !leg.reservedAgainst(window.id(), draft.at(), draft.rules());
                    case HELD -> here;
                    case NO_SHOW -> true;
                    case PENDING, CALLED, SERVING, CLOSED, CANCELLED, EXPIRED -> false;
                };
        if (!free) {
            throw TicketRules.elsewhere(ticket);
        }
        if (DayRules.graceOver(ticket, draft.rules(), draft.at())) {
            throw new Refused(new Refusal.GraceOver(ticket.number()));
        }
        if (!draft.furnishing().skills(window.id()).contains(leg.item())) {
            throw new Refused(new Refusal.Unskilled(window.id(), leg.item()));
        }
    }

    static Answer recall(Command.Recall recall, Draft draft) {
        Here here = here(recall.window(), "recall", Window.State.CALLED, draft);
        int recalls = here.leg().calls().size() - 1;
        if (recalls >= draft.rules().recallsMax()) {
            throw new Refused(
                    new Refusal.RecallsUsed(here.ticket().number(), draft.rules().recallsMax()));
        }
        Ticket next = here.ticket().withLeg(here.index(), here.leg().recalled(draft.at()));
        Window after = remember("recall", here.window(), here.window(), here.ticket(), next, draft);
        draft.happened(new Event.Recalled(draft.at(), next, after, here.index()));
        return draft.agreed(receipt(after, next, here.index()));
    }

    static Answer serve(Command.Serve serve, Draft draft) {
        Here here = here(serve.window(), "serve", Window.State.CALLED, draft);
        Ticket next = here.ticket().withLeg(here.index(), here.leg().serving(draft.at()));
        Window serving =
                here.window()
                        .with(Window.State.SERVING, draft.at(), here.window().turn().orElseThrow());
        Window after = remember("serve", here.window(), serving, here.ticket(), next, draft);
        draft.happened(new Event.Serving(draft.at(), next, after, here.index()));
        return draft.agreed(receipt(after, next, here.index()));
    }

    static Answer hold(Command.Hold hold, Draft draft) {
        Here here = hereBusy(hold.window(), "hold", draft);
        Ticket next = here.ticket().withLeg(here.index(), here.leg().in(LegState.HELD, draft.at()));
        Window after = free("hold", here, next, draft);
        draft.happened(new Event.Held(draft.at(), next, after, here.index()));
        return draft.agreed(receipt(after, next, here.index()));
    }

    /** The arrival time is kept; the transferred person counts as returning. */
    static Answer transfer(Command.Transfer transfer, Draft draft) {
        Here here = hereBusy(transfer.window(), "transfer", draft);
        if (transfer.toWindow().isPresent() == transfer.toItem().isPresent()) {
            throw new Refused(new Refusal.MissingField("window | item"));
        }
        transfer.toItem().ifPresent(draft::item);
        Leg leg = transfer.toItem().map(item -> here.leg().asking(item)).orElse(here.leg());
        transfer.toWindow().ifPresent(to -> canTake(to, leg.item(), draft));
        Ticket next =
                here.ticket()
                        .withLeg(
                                here.index(),
                                leg.waiting(draft.at(), transfer.toWindow()).noted(transfer.note()))
                        .standing(TicketRules.returning(here.ticket().standing()));
        Window after = free("transfer", here, next, draft);
        draft.happened(
                new Event.Transferred(draft.at(), next, after, here.index(), transfer.note()));
        return draft.agreed(receipt(after, next, here.index()));
    }

    /** Refuses unless the window is there, open, and has the skill. */
    static void canTake(WindowId to, ItemCode item, Draft draft) {
        WindowRules.opened(draft.window(to));
        if (!draft.furnishing().skills(to).contains(item)) {
            throw new Refused(new Refusal.Unskilled(to, item));
        }
    }

    static Answer noShow(Command.NoShow noShow, Draft draft) {
        Here here = here(noShow.window(), "no-show", Window.State.CALLED, draft);
        fairlyMissed(here, draft);
        Ticket next =
                here.ticket().withLeg(here.index(), here.leg().in(LegState.NO_SHOW, draft.at()));
        Window after = free("no-show", here, next, draft);
        draft.happened(new Event.MissedCall(draft.at(), next, after, here.index()));
        return draft.agreed(receipt(after, next, here.index()));
    }

    private static void fairlyMissed(Here here, Draft draft) {
        VisitRules rules = draft.rules();
        CallsMade made = CallsMade.of(here.leg().calls(), rules);
        if (made.counted() < rules.noShowCalls() || draft.at().isBefore(made.noShowFrom())) {
            throw new Refused(
                    new Refusal.NoShowTooEarly(
                            here.ticket().number(),
                            made.counted(),
                            rules.noShowCalls(),
                            made.noShowFrom()));
        }
    }

    /** The ticket whose turn it is at a window. */
    record Here(Window window, Ticket ticket, int index) {
        Leg leg() {
            return ticket.legs().get(index);
        }
    }

    static Here here(WindowId id, String act, Window.State needed, Draft draft) {
        Here here = hereBusy(id, act, draft);
        if (here.window().state() != needed) {
            throw new Refused(new Refusal.NothingHere(id, here.window().state(), act));
        }
        return here;
    }

    static Here hereBusy(WindowId id, String act, Draft draft) {
        Window window = draft.window(id);
        if (window.state() == Window.State.CLOSED) {
            throw new Refused(new Refusal.WindowClosed(id));
        }
        Window.Turn turn =
                window.turn()
                        .orElseThrow(
                                () ->
                                        new Refused(
                                                new Refusal.NothingHere(id, window.state(), act)));
        return new Here(window, draft.ticket(turn.ticket()), turn.leg());
    }

    /** The window lets the ticket go. */
    static Window free(String act, Here here, Ticket next, Draft draft) {
        return remember(
                act,
                here.window(),
                here.window().in(Window.State.IDLE, draft.at()),
                here.ticket(),
                next,
                draft);
    }

    static Window remember(
            String act,
            Window before,
            Window after,
            Ticket ticketBefore,
            Ticket ticketAfter,
            Draft draft) {
        Window remembered =
                after.remembering(
                        new Window.LastAct(
                                draft.at(),
                                act,
                                before.forgetting(),
                                Optional.of(ticketBefore),
                                Optional.of(ticketAfter)));
        draft.put(remembered);
        draft.put(ticketAfter);
        return remembered;
    }

    static Receipt.OfWindow receipt(Window window, Ticket ticket, int leg) {
        return new Receipt.OfWindow(
                window.id(), window.state(), Optional.of(Receipt.Visitor.of(ticket, leg)));
    }
}
