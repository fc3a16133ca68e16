package yichuang.storm;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import yichuang.hall.CutOffNode;
import yichuang.hall.Entry;
import yichuang.hall.Event;
import yichuang.hall.Hall;
import yichuang.hall.NodeId;
import yichuang.hall.Ticket;
import yichuang.hall.TicketId;
import yichuang.hall.TokenId;
import yichuang.hall.Window;
import yichuang.hall.WindowId;

/**
 * The whole of a divided hall, seen from above as nobody in it can: what the people before the
 * windows see. A window shows what the part says that works it, and nobody is called to two of
 * them, unless a manager took the ticket away from one without knowing how it stood there.
 */
final class Parts {
    /** Only this one may take a ticket away from a window that is cut off. */
    static final TokenId MANAGER = new TokenId("manager");

    private final Map<String, Hall> islands = new HashMap<>();
    private final Map<WindowId, String> homes;
    private final Set<TicketId> takenAway = new LinkedHashSet<>();
    private final Set<WindowId> disturbed = new LinkedHashSet<>();
    private Hall main = new Hall();

    /**
     * @param homes the node that each window hangs on
     */
    Parts(Map<WindowId, String> homes) {
        this.homes = homes;
    }

    void happened(String part, String node, Hall hall, Entry entry, List<Event> events) {
        if (part.equals(Judge.MAIN)) {
            main = hall;
            if (entry.by().equals(MANAGER)) {
                events.forEach(this::aManagers);
            }
        } else {
            islands.put(node, hall);
        }
    }

    private void aManagers(Event event) {
        if (event instanceof Event.WindowReleased released) {
            takenAway.add(released.ticket().id());
            disturbed.add(released.window().id());
        } else if (event instanceof Event.CutOffEnded(var at, CutOffNode cut)) {
            disturbed(cut.node().value());
        }
    }

    /** At the node's windows something may be shown from now on that somebody undid elsewhere. */
    void disturbed(String node) {
        homes.forEach(
                (window, home) -> {
                    if (home.equals(node)) {
                        disturbed.add(window);
                    }
                });
    }

    boolean isDisturbed(String window) {
        return disturbed.contains(new WindowId(window));
    }

    boolean isTakenAway(TicketId ticket) {
        return takenAway.contains(ticket);
    }

    Set<WindowId> disturbed() {
        return disturbed;
    }

    /** The hall has all that the node did as an island. */
    void home(String node) {
        islands.remove(node);
    }

    /** {@return a ticket that is called or served at two windows; empty when all is right} */
    Optional<String> someoneTwice() {
        Map<TicketId, WindowId> at = new HashMap<>();
        for (WindowId id : homes.keySet()) {
            Hall hall = islands.getOrDefault(homes.get(id), main);
            Optional<TicketId> ticket =
                    hall.findWindow(id).flatMap(Window::turn).map(Window.Turn::ticket);
            WindowId other = ticket.map(one -> at.put(one, id)).orElse(null);
            if (other != null
                    && !takenAway.contains(ticket.get())
                    && !isDisturbed(id.value())
                    && !isDisturbed(other.value())) {
                return Optional.of(
                        "ticket %s is at window %s and at window %s"
                                .formatted(ticket.get(), other, id));
            }
        }
        return Optional.empty();
    }

    /**
     * {@return whether that part of the hall is the one to say how the ticket stands} Its answer
     * may be old else, and it says so.
     *
     * @param island the node that is one; empty: the main hall
     */
    boolean isToSay(Optional<String> island, Hall hall, TicketId ticket) {
        if (island.isPresent()) {
            return hall.findTicket(ticket).filter(hall::mayCall).isPresent()
                    && !takenAway.contains(ticket);
        }
        boolean elsewhere = islands.values().stream().anyMatch(one -> has(one, ticket));
        return !elsewhere && hall.findTicket(ticket).filter(hall::mayCall).isPresent();
    }

    private static boolean has(Hall island, TicketId id) {
        Optional<Ticket> ticket = island.findTicket(id);
        return ticket.isPresent()
                && island.island().filter(one -> one.has(ticket.get())).isPresent();
    }

    /** {@return the windows of nodes that are cut off and have somebody there} */
    List<WindowId> stuck() {
        return main.cutOff().stream()
                .flatMap(cut -> cut.windows().stream())
                .filter(window -> main.findWindow(window).flatMap(Window::turn).isPresent())
                .toList();
    }

    List<NodeId> cutOff() {
        return main.cutOff().stream().map(CutOffNode::node).toList();
    }
}
