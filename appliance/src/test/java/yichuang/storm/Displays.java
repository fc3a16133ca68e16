package yichuang.storm;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import yichuang.hall.Entry;
import yichuang.hall.Event;
import yichuang.hall.Hall;
import yichuang.hall.Window;
import yichuang.hall.WindowId;
import yichuang.leader.Follower;

/**
 * The displays that hang on one node. They keep what they show when the node goes, as boards do;
 * the node follows the hall's events and, when it has caught up, shows everything anew.
 */
final class Displays implements Follower {
    private final Map<WindowId, String> shown =
            new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
    private final List<WindowId> windows;
    private final Variant variant;

    Displays(List<WindowId> windows, Variant variant) {
        this.windows = windows;
        this.variant = variant;
    }

    @Override
    public void happened(Hall hall, long index, Entry entry, List<Event> events) {
        for (Event told : events) {
            Event event = told instanceof Event.FromIsland from ? from.event() : told;
            if (event instanceof Event.AtWindow at) {
                show(hall, at.window());
            } else if (event instanceof Event.WindowChanged changed) {
                show(hall, changed.window());
            }
        }
    }

    @Override
    public void caughtUp(Hall hall, long index) {
        if (variant != Variant.LATE_MEMBER_KEEPS_AN_OLD_DISPLAY) {
            hall.windows().forEach(window -> show(hall, window));
        }
    }

    private void show(Hall hall, Window window) {
        if (windows.contains(window.id())) {
            shown.put(window.id(), face(hall, window));
        }
    }

    private static String face(Hall hall, Window window) {
        String number =
                window.turn()
                        .flatMap(turn -> hall.findTicket(turn.ticket()))
                        .map(ticket -> " " + ticket.number())
                        .orElse("");
        return window.state() + number;
    }

    /** {@return what is shown though the hall says otherwise; empty when all is right} */
    String wrong(Hall hall) {
        StringBuilder wrong = new StringBuilder();
        for (Window window : hall.windows()) {
            String right = face(hall, window);
            if (windows.contains(window.id()) && !right.equals(shown.get(window.id()))) {
                wrong.append(
                        "window %s shows %s, not %s; "
                                .formatted(window.id(), shown.get(window.id()), right));
            }
        }
        return wrong.toString();
    }
}
