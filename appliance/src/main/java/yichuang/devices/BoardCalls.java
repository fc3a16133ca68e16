package yichuang.devices;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import yichuang.hall.Hall;
import yichuang.hall.Leg;
import yichuang.hall.Ticket;
import yichuang.hall.WindowId;
import yichuang.hall.WindowSetup;
import yichuang.hall.ZoneCode;

/** The last calls of one hall board, newest first. Used on the log's thread only. */
final class BoardCalls {
    private static final int CALLS_MAX = 8;

    private final Set<ZoneCode> zones;
    private final List<Face.Calls.Line> calls = new ArrayList<>();

    BoardCalls(DevicePlan.Spot board) {
        this.zones = Set.copyOf(board.zones());
    }

    boolean shows(Hall hall, WindowId window) {
        Optional<ZoneCode> zone = hall.furnishing().findWindow(window).map(WindowSetup::zone);
        return zones.isEmpty() || zone.filter(zones::contains).isPresent();
    }

    void called(Hall hall, Ticket ticket, WindowId window) {
        takenBack(ticket);
        calls.addFirst(new Face.Calls.Line(ticket.number(), window, FaceText.name(hall, window)));
        if (calls.size() > CALLS_MAX) {
            calls.removeLast();
        }
    }

    /** The ticket's call is shown no more. */
    void takenBack(Ticket ticket) {
        calls.removeIf(line -> line.number().equals(ticket.number()));
    }

    /** After a restart: whoever is at a window, by the time of the last call. */
    void rebuild(Hall hall) {
        calls.clear();
        record Call(Instant at, Ticket ticket, WindowId window) {}
        List<Call> open = new ArrayList<>();
        for (Ticket ticket : hall.tickets()) {
            Leg leg = ticket.currentLeg();
            if (leg.state().atWindow() && shows(hall, leg.window().orElseThrow())) {
                open.add(new Call(leg.calls().getLast(), ticket, leg.window().orElseThrow()));
            }
        }
        open.sort(Comparator.comparing(Call::at));
        open.forEach(call -> called(hall, call.ticket(), call.window()));
    }

    Face face() {
        return new Face.Calls(
                calls,
                calls.stream()
                        .map(
                                line ->
                                        DeviceWords.CHINESE.say(
                                                "board.line", line.number(), line.windowName()))
                        .toList());
    }
}
