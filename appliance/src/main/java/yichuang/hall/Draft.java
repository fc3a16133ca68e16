package yichuang.hall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a command would change. A rule reads the state, writes here, and may refuse at any point:
 * nothing is changed before the whole draft stands. A rule never reads what it has written.
 */
final class Draft {
    private final State state;
    private final Entry entry;
    private final Instant at;
    private final List<Runnable> changes = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    Draft(State state, Entry entry, Instant at) {
        this.state = state;
        this.entry = entry;
        this.at = at;
    }

    /** {@return the state as it was before the command; for reading} */
    State state() {
        return state;
    }

    /** {@return log time} */
    Instant at() {
        return at;
    }

    Entry entry() {
        return entry;
    }

    Furnishing furnishing() {
        return state.furnishing();
    }

    VisitRules rules() {
        return state.furnishing().rules();
    }

    void change(Runnable change) {
        changes.add(change);
    }

    void put(Ticket ticket) {
        changes.add(() -> state.tickets.put(ticket.id(), ticket));
    }

    void put(Window window) {
        changes.add(() -> state.windows.put(window.id(), window));
    }

    void happened(Event event) {
        events.add(event);
    }

    /** {@return what has happened so far} */
    List<Event> events() {
        return List.copyOf(events);
    }

    Answer.Agreed agreed(Receipt receipt) {
        return new Answer.Agreed(events, receipt);
    }

    void commit() {
        changes.forEach(Runnable::run);
    }

    /** {@return the ticket, or refuses} */
    Ticket ticket(TicketId id) {
        return Optional.ofNullable(state.tickets.get(id))
                .orElseThrow(() -> new Refused(new Refusal.UnknownTicket(id.value())));
    }

    /** {@return the ticket, or refuses when it is unknown or in the hands of another part} */
    Ticket ownTicket(TicketId id) {
        Ticket ticket = ticket(id);
        state.refusesActs(ticket)
                .ifPresent(
                        why -> {
                            throw new Refused(why);
                        });
        return ticket;
    }

    /** {@return the window, or refuses when it is unknown or another part works it} */
    Window window(WindowId id) {
        Window window = anyWindow(id);
        state.refusesActs(id)
                .ifPresent(
                        why -> {
                            throw new Refused(why);
                        });
        return window;
    }

    /** {@return the window, whoever works it, or refuses} */
    Window anyWindow(WindowId id) {
        return Optional.ofNullable(state.windows.get(id))
                .filter(
                        window ->
                                state.furnishing().findWindow(id).isPresent()
                                        || window.state() != Window.State.CLOSED)
                .orElseThrow(() -> new Refused(new Refusal.UnknownWindow(id.value())));
    }

    Item item(ItemCode code) {
        return state.furnishing()
                .findItem(code)
                .orElseThrow(() -> new Refused(new Refusal.Unknown("item", code.value())));
    }
}
