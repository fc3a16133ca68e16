package yichuang.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yichuang.hall.Event;
import yichuang.hall.Hall;
import yichuang.hall.HelpCall;
import yichuang.hall.Ticket;
import yichuang.hall.TicketId;
import yichuang.hall.Window;
import yichuang.hall.WindowId;

/**
 * What is different in the snapshot after an entry, so that a page lays it over the picture it has
 * instead of reading the whole hall again: with 2,000 people waiting that is some hundred thousand
 * bytes for each call.
 *
 * @param windows as they stand now, with who is there
 * @param tickets that an event was about, as they stand now
 * @param help the open calls, when one was asked, answered or lapsed
 * @param reload everything may be different; the rest is empty
 */
record Patch(
        List<AtWindow> windows,
        List<Ticket> tickets,
        Optional<List<HelpCall>> help,
        boolean reload) {
    /** A window and the ticket there. */
    record AtWindow(Window window, Optional<Ticket> ticket) {
        static AtWindow of(Window window, Hall hall) {
            return new AtWindow(
                    window, window.turn().flatMap(turn -> hall.findTicket(turn.ticket())));
        }
    }

    Patch {
        windows = List.copyOf(windows);
        tickets = List.copyOf(tickets);
    }

    /**
     * On the log's thread, with the hall as the entry left it: looks up a few things and returns.
     */
    static Patch of(Hall hall, List<Event> events) {
        Map<WindowId, AtWindow> windows = new LinkedHashMap<>();
        Map<TicketId, Ticket> tickets = new LinkedHashMap<>();
        boolean help = false;
        for (Event event : events) {
            switch (event) {
                case Event.AtWindow at -> {
                    windows.put(at.window().id(), AtWindow.of(at.window(), hall));
                    tickets.put(at.ticket().id(), at.ticket());
                }
                case Event.OfTicket of -> tickets.put(of.ticket().id(), of.ticket());
                case Event.WindowChanged changed ->
                        windows.put(changed.window().id(), AtWindow.of(changed.window(), hall));
                case Event.HelpAsked _, Event.HelpAnswered _, Event.HelpLapsed _ -> help = true;
                case Event.Configured _,
                        Event.DayOpened _,
                        Event.DayClosed _,
                        Event.TimeCorrected _,
                        Event.CutOff _,
                        Event.CutOffEnded _,
                        Event.IslandBegun _,
                        Event.IslandJoined _ -> {
                    return new Patch(List.of(), List.of(), Optional.empty(), true);
                }
                case Event.DutyAnswered _,
                        Event.Rated _,
                        Event.UnitRated _,
                        Event.RatingExplained _,
                        Event.RatingUnexplained _,
                        Event.Complained _,
                        Event.TokenGranted _,
                        Event.TokenRevoked _,
                        Event.CodeIssued _,
                        Event.OfRoster _,
                        Event.OfOutbox _,
                        Event.OfRectification _,
                        Event.OfParts _ -> {}
            }
        }
        return new Patch(
                List.copyOf(windows.values()),
                List.copyOf(tickets.values()),
                help ? Optional.of(hall.help()) : Optional.empty(),
                false);
    }

    /** Puts it into the change that this reader gets. */
    void into(JsonObject change, Viewer viewer, ZoneId zone) {
        if (reload) {
            change.put("reload", true);
            return;
        }
        JsonObject patch = new JsonObject();
        if (!windows.isEmpty()) {
            JsonArray list = new JsonArray();
            windows.forEach(at -> list.add(HallJson.standing(at.window(), at.ticket(), zone)));
            patch.put("windows", list);
        }
        JsonArray waiting = new JsonArray();
        JsonArray gone = new JsonArray();
        for (Ticket ticket : tickets) {
            if (HallJson.waits(ticket)) {
                waiting.add(HallJson.waiting(ticket, zone));
            } else {
                gone.add(ticket.id().value());
            }
        }
        if (!waiting.isEmpty()) {
            patch.put("waiting", waiting);
        }
        if (!gone.isEmpty()) {
            patch.put("gone", gone);
        }
        help.ifPresent(calls -> patch.put("help", HallJson.help(calls, viewer, zone)));
        if (!patch.isEmpty()) {
            change.put("patch", patch);
        }
    }
}
