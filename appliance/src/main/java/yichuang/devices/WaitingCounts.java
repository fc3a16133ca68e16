package yichuang.devices;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import yichuang.hall.Furnishing;
import yichuang.hall.Hall;
import yichuang.hall.ItemCode;
import yichuang.hall.Leg;
import yichuang.hall.Ticket;
import yichuang.hall.TicketId;
import yichuang.hall.TicketState;
import yichuang.hall.WindowId;

/**
 * How many wait for what a window takes, of each window that has a pad. Kept by one with each
 * event, on the log's thread: counting all who wait would hold it up as the hall fills.
 */
final class WaitingCounts {
    private final Map<WindowId, Integer> counts = new LinkedHashMap<>();
    private final Map<TicketId, Place> waiting = new HashMap<>();

    /**
     * For what a ticket waits.
     *
     * @param only the one window that may take it, if it was sent there
     */
    private record Place(ItemCode item, Optional<WindowId> only) {
        static Optional<Place> of(Ticket ticket) {
            Leg leg = ticket.currentLeg();
            return ticket.state() == TicketState.WAITING
                    ? Optional.of(new Place(leg.item(), leg.only()))
                    : Optional.empty();
        }

        boolean isAt(WindowId window, Furnishing furnishing) {
            return only.map(window::equals)
                    .orElseGet(() -> furnishing.skills(window).contains(item));
        }
    }

    WaitingCounts(Collection<WindowId> windows) {
        windows.forEach(window -> counts.put(window, 0));
    }

    int at(WindowId window) {
        return counts.getOrDefault(window, 0);
    }

    /** {@return all windows} */
    Set<WindowId> rebuild(Hall hall) {
        waiting.clear();
        counts.replaceAll((window, count) -> 0);
        if (!counts.isEmpty()) {
            hall.tickets().forEach(ticket -> changed(hall, ticket));
        }
        return counts.keySet();
    }

    /** {@return the windows for which it is another number now} */
    Collection<WindowId> changed(Hall hall, Ticket ticket) {
        if (counts.isEmpty()) {
            return List.of();
        }
        Optional<Place> now = Place.of(ticket);
        Optional<Place> before =
                Optional.ofNullable(
                        now.isPresent()
                                ? waiting.put(ticket.id(), now.get())
                                : waiting.remove(ticket.id()));
        if (now.equals(before)) {
            return List.of();
        }
        Set<WindowId> changed = new LinkedHashSet<>();
        before.ifPresent(place -> add(hall, place, -1, changed));
        now.ifPresent(place -> add(hall, place, 1, changed));
        return changed;
    }

    private void add(Hall hall, Place place, int one, Set<WindowId> changed) {
        counts.replaceAll(
                (window, count) -> {
                    if (!place.isAt(window, hall.furnishing())) {
                        return count;
                    }
                    changed.add(window);
                    return count + one;
                });
    }
}
