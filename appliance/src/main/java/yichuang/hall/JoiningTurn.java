package yichuang.hall;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An act at a window of an island, as it comes home. */
final class JoiningTurn {
    private final Joining joining;
    private final Event.AtWindow event;
    private final State scratch;

    JoiningTurn(Joining joining, Event.AtWindow event) {
        this.joining = joining;
        this.event = event;
        this.scratch = joining.scratch();
    }

    /** {@return what the hall takes of it} */
    Optional<Event> take() {
        Ticket there = event.ticket();
        Ticket here = scratch.tickets.get(there.id());
        boolean theirs =
                joining.has(there.id())
                        || joining.isWhereTheIslandHadIt(there.id())
                        || isTheSame(here);
        if (!theirs && !isFirstOutcome(here)) {
            if (event instanceof Event.LegClosed closed && !joining.isAnsweredHere(there.id())) {
                twice(closed, Optional.ofNullable(here));
            }
            return Optional.of(new Event.WindowChanged(event.at(), joining.place(event.window())));
        }
        if (event instanceof Event.Undone && isRated(there, here)) {
            joining.conflict(
                    Conflict.Kind.UNDONE_AFTER_RATING,
                    here,
                    Optional.of(event.window().id()),
                    Optional.empty(),
                    Optional.empty());
            return Optional.empty();
        }
        return Optional.of(adopt(there, here));
    }

    /**
     * The main hall took the ticket away and it still waits there, or it gave the island up and
     * nobody went on at the window, while the island closed the leg: the person was served, and
     * need not wait.
     */
    private boolean isFirstOutcome(Ticket here) {
        if (!(event instanceof Event.LegClosed) || here == null || here.isEnded()) {
            return false;
        }
        int leg = event.leg();
        return (isLeftThere(here) || !here.currentLeg().state().atWindow())
                && leg < here.legs().size()
                && !here.legs().get(leg).state().ended()
                && here.legs().size() <= event.ticket().legs().size()
                && here.legs().get(leg).item().equals(event.ticket().legs().get(leg).item());
    }

    /**
     * The hall did the very same and nobody has gone on with it here: what the island did next with
     * the person, who may have come back there, still counts.
     */
    private boolean isTheSame(Ticket here) {
        if (here == null || here.isEnded() || here.current() != event.leg()) {
            return false;
        }
        LegState there = event.ticket().legs().get(event.leg()).state();
        return here.currentLeg().state() == there && joining.isAnsweredHere(here.id());
    }

    /** At the island's window still, in the very turn that the island closed. */
    private boolean isLeftThere(Ticket here) {
        Leg there = event.ticket().legs().get(event.leg());
        Leg now = here.currentLeg();
        return here.current() == event.leg()
                && now.window().equals(there.window())
                && now.calls().size() <= there.calls().size()
                && now.calls().equals(there.calls().subList(0, now.calls().size()));
    }

    private void twice(Event.LegClosed closed, Optional<Ticket> here) {
        Conflict.Kind kind =
                here.filter(ticket -> closed.leg() < ticket.legs().size())
                        .map(ticket -> ticket.legs().get(closed.leg()).state())
                        .map(
                                state ->
                                        state == LegState.CLOSED
                                                ? Conflict.Kind.FINISHED_TWICE
                                                : state.ended()
                                                        ? Conflict.Kind.FINISHED_AFTER_END
                                                        : Conflict.Kind.SERVED_ELSEWHERE)
                        .orElse(Conflict.Kind.FINISHED_AFTER_END);
        joining.conflict(
                kind,
                closed.ticket(),
                Optional.of(closed.window().id()),
                Optional.of(closed.closing()),
                Optional.empty());
    }

    /** The island took back a closing that somebody has rated here meanwhile. */
    private boolean isRated(Ticket before, Ticket here) {
        Claim claim = scratch.claims.get(here.id());
        return claim != null
                && claim.level().isPresent()
                && here.legs().stream().filter(leg -> leg.closing().isPresent()).count()
                        > before.legs().stream().filter(leg -> leg.closing().isPresent()).count();
    }

    private Event adopt(Ticket there, Ticket here) {
        joining.leaveWindows(there.id(), Optional.of(event.window().id()));
        if (event instanceof Event.Undone) {
            joining.rule(event.at(), step -> UndoRules.unclose(there, here, step));
        }
        if (event instanceof Event.LegClosed closed) {
            return close(closed);
        }
        Ticket put = joining.put(there);
        Window placed = placed(put);
        int leg = event.leg();
        return switch (event) {
            case Event.Called it -> new Event.Called(it.at(), put, placed, leg, it.why());
            case Event.Recalled it -> new Event.Recalled(it.at(), put, placed, leg);
            case Event.Serving it -> new Event.Serving(it.at(), put, placed, leg);
            case Event.Held it -> new Event.Held(it.at(), put, placed, leg);
            case Event.Transferred it ->
                    new Event.Transferred(it.at(), put, placed, leg, it.note());
            case Event.MissedCall it -> new Event.MissedCall(it.at(), put, placed, leg);
            case Event.Undone it -> new Event.Undone(it.at(), put, placed, leg, it.act());
            case Event.LegClosed it -> it;
            case Event.WindowReleased it -> it;
        };
    }

    /** When windows do not follow, the one that still has the ticket here lets it go. */
    private Window placed(Ticket put) {
        if (!joining.follows(event.window().id())) {
            joining.leaveWindows(put.id(), Optional.empty());
        }
        return joining.place(event.window());
    }

    private Event close(Event.LegClosed closed) {
        Closing closing = counted(closed.closing());
        List<Leg> legs = new ArrayList<>(closed.ticket().legs());
        legs.set(closed.leg(), legs.get(closed.leg()).closed(closing));
        Ticket put = joining.put(closed.ticket().withLegs(legs));
        closed.claim().ifPresent(claim -> scratch.claims.put(put.id(), claim));
        joining.rule(
                closed.at(),
                step -> ClosingRules.leave(closing, put, closed.leg(), event.window().id(), step));
        return new Event.LegClosed(
                closed.at(), put, placed(put), closed.leg(), closing, closed.claim());
    }

    /** One case may have been served on both sides; its services stay countable. */
    private Closing counted(Closing closing) {
        CaseCount known = scratch.cases.get(closing.caseNumber());
        int services = Math.max(closing.serviceNumber(), known == null ? 1 : known.services() + 1);
        joining.rule(
                closing.at(),
                step ->
                        ClosingRules.count(
                                closing.caseNumber(), services, closing.outcome(), step));
        ClosingRules.rememberSequence(closing, event.ticket(), scratch);
        return new Closing(
                closing.at(),
                closing.outcome(),
                closing.item(),
                closing.caseNumber(),
                services,
                closing.note());
    }
}
