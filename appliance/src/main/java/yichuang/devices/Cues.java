package yichuang.devices;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yichuang.hall.Claim;
import yichuang.hall.Event;
import yichuang.hall.Hall;
import yichuang.hall.Ticket;
import yichuang.hall.Window;
import yichuang.hall.WindowId;

/**
 * What each event means for the devices. Runs on the log's thread: it only puts work into the
 * lines.
 */
final class Cues {
    private final Map<WindowId, Station> stations = new HashMap<>();
    private final Map<DisplayLine, BoardCalls> boards = new LinkedHashMap<>();
    private final Voices voices;
    private final Printing printing;
    private final Lateness lateness;
    private final WaitingCounts counts;

    /** What stands at one window. */
    private record Station(
            List<DisplayLine> displays, List<KeypadLine> keypads, List<CallerLine> callers) {
        static final Station NOTHING = new Station(List.of(), List.of(), List.of());
    }

    Cues(Lines lines, Voices voices, Printing printing, Lateness lateness) {
        this.voices = voices;
        this.printing = printing;
        this.lateness = lateness;
        lines.all().stream()
                .flatMap(line -> line.spot().window().stream())
                .distinct()
                .forEach(
                        window ->
                                stations.put(
                                        window,
                                        new Station(
                                                lines.at(window, DisplayLine.class),
                                                lines.at(window, KeypadLine.class),
                                                lines.at(window, CallerLine.class))));
        lines.atNoWindow(DisplayLine.class)
                .forEach(line -> boards.put(line, new BoardCalls(line.spot())));
        this.counts =
                new WaitingCounts(
                        stations.entrySet().stream()
                                .filter(one -> !one.getValue().callers().isEmpty())
                                .map(Map.Entry::getKey)
                                .toList());
    }

    void happened(Hall hall, Event event) {
        act(hall, event);
        Event itself = event instanceof Event.FromIsland from ? from.event() : event;
        if (itself instanceof Event.OfTicket changed) {
            counts.changed(hall, changed.ticket()).forEach(this::count);
        }
    }

    private void count(WindowId window) {
        station(window).callers().forEach(caller -> caller.waits(counts.at(window)));
    }

    private void act(Hall hall, Event event) {
        switch (event) {
            case Event.Called called -> {
                show(hall, called.window(), called.ticket());
                keypads(called.window().id()).forEach(KeypadLine::shut);
                announce(hall, called);
            }
            case Event.Recalled again -> {
                show(hall, again.window(), again.ticket());
                announce(hall, again);
            }
            case Event.LegClosed closed -> {
                show(hall, closed.window(), closed.ticket());
                closed.claim().ifPresent(claim -> askForRating(hall, claim));
                printing.notice(hall, closed);
            }
            case Event.Undone undone -> {
                show(hall, undone.window(), undone.ticket());
                keypads(undone.window().id()).forEach(KeypadLine::shut);
                if (undone.act().equals("call")) {
                    takeBack(hall, undone.ticket(), undone.window().id());
                }
            }
            case Event.AtWindow other -> show(hall, other.window(), other.ticket());
            case Event.WindowChanged changed ->
                    show(changed.window().id(), FaceText.of(hall, changed.window()));
            case Event.Rated rated ->
                    keypads(rated.claim().window())
                            .forEach(keypad -> keypad.thank(rated.claim().ticket()));
            case Event.UnitRated rated -> {}
            case Event.RatingExplained explained -> {}
            case Event.RatingUnexplained unexplained -> {}
            case Event.TicketTaken taken -> printing.ticket(hall, taken);
            case Event.ReprintAsked asked -> printing.again(hall, asked);
            case Event.TokenGranted granted -> printing.granted(granted.token());
            case Event.TokenRevoked revoked -> printing.revoked(revoked.token());
            case Event.Configured configured -> caughtUp(hall, configured.at());
            case Event.TimeCorrected corrected -> caughtUp(hall, corrected.at());
            case Event.DayOpened opened -> boards.keySet().forEach(board -> cleared(board, hall));
            case Event.OfTicket other -> {}
            case Event.DayClosed closed -> boards.keySet().forEach(board -> cleared(board, hall));
            case Event.DutyAnswered answered -> {}
            case Event.Complained complained -> {}
            case Event.HelpAsked asked -> {}
            case Event.HelpAnswered answered -> {}
            case Event.HelpLapsed lapsed -> {}
            case Event.CodeIssued issued -> {}
            case Event.OfRoster roster -> {}
            case Event.OfOutbox outbox -> {}
            case Event.OfRectification rectification -> {}
            case Event.FromIsland from -> replayed(hall, from.event());
            case Event.CutOffEnded ended -> caughtUp(hall, ended.at());
            case Event.IslandBegun begun -> caughtUp(hall, begun.at());
            case Event.OfParts other -> {}
        }
    }

    /** Every display and keypad stands as the hall does. Nothing old is spoken or printed. */
    void caughtUp(Hall hall, Instant now) {
        printing.know(hall.tokens());
        counts.rebuild(hall).forEach(this::count);
        boards.keySet().forEach(board -> cleared(board, hall));
        for (Window window : hall.windows()) {
            show(window.id(), FaceText.of(hall, window));
            keypads(window.id()).forEach(KeypadLine::shut);
            openClaim(hall, window)
                    .filter(claim -> now.isBefore(claim.closedAt().plus(hall.keypadLit())))
                    .ifPresent(claim -> askForRating(hall, claim));
        }
    }

    /** The visit that closed here last, if nothing has happened at the window since. */
    private static Optional<Claim> openClaim(Hall hall, Window window) {
        return window.lastVisit()
                .filter(visit -> window.turn().isEmpty())
                .filter(visit -> window.since().equals(visit.closedAt()))
                .flatMap(visit -> hall.findClaim(visit.ticket()))
                .filter(claim -> claim.level().isEmpty());
    }

    private void askForRating(Hall hall, Claim claim) {
        Instant until = claim.closedAt().plus(hall.keypadLit());
        keypads(claim.window()).forEach(keypad -> keypad.open(claim.ticket(), until));
    }

    private void announce(Hall hall, Event.AtWindow call) {
        Ticket ticket = call.ticket();
        WindowId window = call.window().id();
        if (lateness.maySpeak(call)) {
            voices.announce(hall, ticket, window);
        }
        boards.forEach(
                (board, calls) -> {
                    if (calls.shows(hall, window)) {
                        calls.called(hall, ticket, window);
                        board.want(calls.face());
                    }
                });
    }

    private void takeBack(Hall hall, Ticket ticket, WindowId window) {
        boards.forEach(
                (board, calls) -> {
                    if (calls.shows(hall, window)) {
                        calls.takenBack(ticket);
                        board.want(calls.face());
                    }
                });
    }

    private void cleared(DisplayLine board, Hall hall) {
        BoardCalls calls = boards.get(board);
        calls.rebuild(hall);
        board.want(calls.face());
    }

    /** What happened on an island is over: it is shown, and nobody hears of it. */
    private void replayed(Hall hall, Event event) {
        if (event instanceof Event.AtWindow at) {
            show(hall, at.window(), at.ticket());
        } else if (event instanceof Event.WindowChanged changed) {
            show(changed.window().id(), FaceText.of(hall, changed.window()));
        }
    }

    private void show(Hall hall, Window window, Ticket ticket) {
        show(window.id(), FaceText.of(hall, window, window.turn().map(turn -> ticket)));
    }

    private void show(WindowId window, Face face) {
        Station station = station(window);
        station.displays().forEach(display -> display.want(face));
        station.callers()
                .forEach(caller -> caller.turn(face.number(), face instanceof Face.Serving));
    }

    private List<KeypadLine> keypads(WindowId window) {
        return station(window).keypads();
    }

    private Station station(WindowId window) {
        return stations.getOrDefault(window, Station.NOTHING);
    }
}
