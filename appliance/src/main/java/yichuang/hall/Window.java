package yichuang.hall;

import java.time.Instant;
import java.util.Optional;

/**
 * What a window is doing.
 *
 * @param turn the ticket called or served here; present exactly in the states CALLED and SERVING
 * @param lastAct what undo would take back
 * @param lastVisit the visit that closed here last; the keypad asks about it
 */
public record Window(
        WindowId id,
        State state,
        Instant since,
        Optional<StaffId> staff,
        Optional<Turn> turn,
        Optional<LastAct> lastAct,
        Optional<LastVisit> lastVisit) {
    public Window {
        boolean busy = state == State.CALLED || state == State.SERVING;
        if (busy != turn.isPresent()) {
            throw new IllegalArgumentException(
                    "window " + id + " is " + state + " with turn " + turn);
        }
    }

    /** States of a window. */
    public enum State {
        CLOSED,
        IDLE,
        CALLED,
        SERVING,
        PAUSED
    }

    /** Which leg of which ticket. */
    public record Turn(TicketId ticket, int leg) {}

    /** A visit that ended at this window. */
    public record LastVisit(TicketId ticket, Instant closedAt) {}

    /**
     * The last act at the window and how things stood around it. It can be taken back while they
     * still stand as the act left them.
     */
    public record LastAct(
            Instant at,
            String act,
            Window before,
            Optional<Ticket> ticketBefore,
            Optional<Ticket> ticketAfter) {}

    static Window closed(WindowId id, Instant at) {
        return new Window(
                id,
                State.CLOSED,
                at,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Window in(State next, Instant at) {
        return new Window(id, next, at, staff, Optional.empty(), lastAct, lastVisit);
    }

    Window with(State next, Instant at, Turn turn) {
        return new Window(id, next, at, staff, Optional.of(turn), lastAct, lastVisit);
    }

    Window staffed(Optional<StaffId> by) {
        return new Window(id, state, since, by, turn, lastAct, lastVisit);
    }

    Window visited(LastVisit visit) {
        return new Window(id, state, since, staff, turn, lastAct, Optional.of(visit));
    }

    Window remembering(LastAct act) {
        return new Window(id, state, since, staff, turn, Optional.of(act), lastVisit);
    }

    /** Nothing of it is later than that: it came from a node with a clock of its own. */
    Window notAfter(Instant latest) {
        return new Window(
                id,
                state,
                since.isAfter(latest) ? latest : since,
                staff,
                turn,
                lastAct,
                lastVisit.map(
                        visit ->
                                visit.closedAt().isAfter(latest)
                                        ? new LastVisit(visit.ticket(), latest)
                                        : visit));
    }

    Window forgetting() {
        return new Window(id, state, since, staff, turn, Optional.empty(), lastVisit);
    }
}
