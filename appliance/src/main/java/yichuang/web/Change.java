package yichuang.web;

import io.vertx.core.json.JsonObject;
import java.time.ZoneId;
import java.util.Optional;
import yichuang.devices.DeviceView;
import yichuang.hall.Event;
import yichuang.hall.HelpCall;
import yichuang.hall.Ticket;
import yichuang.hall.TicketId;

/**
 * One thing that happened, as the live stream tells it.
 *
 * @param staff for every token; never who was rated by whom, so that nobody at a window can tell
 *     who gave a rating
 * @param own for the citizen whose ticket it is
 * @param open for every citizen: what a board shows too; empty when it is nobody else's business
 * @param help the call for help it is about
 * @param desk whether it is for managers and officers alone: nobody at a window
 */
record Change(
        JsonObject staff,
        Optional<TicketId> own,
        Optional<JsonObject> open,
        Optional<HelpCall> help,
        boolean desk) {
    private Change(JsonObject staff, Optional<TicketId> own, Optional<JsonObject> open) {
        this(staff, own, open, Optional.empty(), false);
    }

    /** Whether a reader with a token is told of it. */
    boolean isFor(Viewer viewer) {
        return (!desk || viewer instanceof Viewer.Desk) && help.map(viewer::sees).orElse(true);
    }

    /** {@return the change; empty for what no page shows} */
    static Optional<Change> of(Event event, long index, ZoneId zone) {
        return switch (event) {
            case Event.TicketTaken taken -> ticket("TicketTaken", taken, index, zone);
            case Event.Cancelled cancelled -> ticket("Cancelled", cancelled, index, zone);
            case Event.ItemsChanged changed -> ticket("ItemsChanged", changed, index, zone);
            case Event.Postponed postponed -> ticket("Postponed", postponed, index, zone);
            case Event.CameBack back -> ticket("CameBack", back, index, zone);
            case Event.Expired expired -> ticket("Expired", expired, index, zone);
            case Event.Printed printed -> ticket("Printed", printed, index, zone);
            case Event.ReprintAsked asked -> ticket("ReprintAsked", asked, index, zone);
            case Event.Called called -> call("Called", called, index, zone);
            case Event.Recalled recalled -> call("Recalled", recalled, index, zone);
            case Event.Serving serving -> window("Serving", serving, index, zone);
            case Event.Held held -> window("Held", held, index, zone);
            case Event.Transferred transferred -> window("Transferred", transferred, index, zone);
            case Event.MissedCall missed -> window("NoShow", missed, index, zone);
            case Event.LegClosed closed -> closed(closed, index, zone);
            case Event.Undone undone -> window("Undone", undone, index, zone);
            case Event.WindowChanged changed -> {
                JsonObject json =
                        json("WindowState", event, index, zone)
                                .put("window", changed.window().id().value())
                                .put("windowState", Refusals.code(changed.window().state()));
                yield Optional.of(new Change(json, Optional.empty(), Optional.of(json)));
            }
            case Event.Rated rated -> hidden("Rated", event, index, zone);
            case Event.UnitRated rated -> Optional.empty();
            case Event.RatingExplained explained -> Optional.empty();
            case Event.RatingUnexplained unexplained -> Optional.empty();
            case Event.DayOpened opened -> hall("DayOpened", event, index, zone);
            case Event.DayClosed closed -> hall("DayClosed", event, index, zone);
            case Event.Configured configured -> hall("Configured", event, index, zone);
            case Event.TimeCorrected corrected -> hall("TimeCorrected", event, index, zone);
            case Event.DutyAnswered answered -> hidden("DutyAnswered", event, index, zone);
            case Event.Complained complained -> hidden("Complained", event, index, zone);
            case Event.HelpAsked asked -> help("HelpAsked", asked, asked.call(), index, zone);
            case Event.HelpAnswered answered ->
                    help("HelpAnswered", answered, answered.call(), index, zone);
            case Event.HelpLapsed lapsed -> Optional.empty();
            case Event.TokenGranted granted -> Optional.empty();
            case Event.TokenRevoked revoked -> Optional.empty();
            case Event.CodeIssued issued -> Optional.empty();
            case Event.OfRoster roster -> Optional.empty();
            case Event.OfOutbox outbox -> Optional.empty();
            case Event.RectificationOpened opened -> desk("open", opened, index, zone);
            case Event.Rectified done -> desk(done.act().code(), done, index, zone);
            case Event.SecondOpinionGiven given -> desk("second-opinion", given, index, zone);
            case Event.RectificationOverdue overdue -> desk("escalate", overdue, index, zone);
            case Event.WindowReleased released -> window("WindowReleased", released, index, zone);
            case Event.FromIsland from -> Optional.empty();
            case Event.CutOff cut -> part("cut-off", cut, index, zone);
            case Event.CutOffEnded ended -> part("cut-off-ended", ended, index, zone);
            case Event.IslandBegun begun -> part("begun", begun, index, zone);
            case Event.IslandJoined joined -> part("joined", joined, index, zone);
            case Event.ConflictFound found -> hidden("Conflict", found, index, zone);
            case Event.ConflictSettled settled -> hidden("Conflict", settled, index, zone);
        };
    }

    /** A device turned well or faulty: no log index of its own, and no citizen's business. */
    static Change of(DeviceView device, Front front, long index) {
        JsonObject json =
                new JsonObject()
                        .put("index", index)
                        .put("type", "Device")
                        .put("at", front.time(device.since()))
                        .put("device", device.id())
                        .put("kind", device.kind().code())
                        .put("state", device.state().code());
        device.window().ifPresent(window -> json.put("window", window.value()));
        device.fault().ifPresent(fault -> json.put("fault", fault.code()));
        return new Change(json, Optional.empty(), Optional.empty());
    }

    private static Optional<Change> ticket(
            String type, Event.OfTicket event, long index, ZoneId zone) {
        JsonObject json = json(type, event, index, zone, event.ticket());
        return Optional.of(new Change(json, Optional.of(event.ticket().id()), Optional.empty()));
    }

    private static Optional<Change> window(
            String type, Event.AtWindow event, long index, ZoneId zone) {
        return Optional.of(
                new Change(
                        atWindow(type, event, index, zone),
                        Optional.of(event.ticket().id()),
                        Optional.empty()));
    }

    private static Optional<Change> closed(Event.LegClosed event, long index, ZoneId zone) {
        JsonObject json =
                atWindow("Closed", event, index, zone)
                        .put("outcome", event.closing().outcome().code());
        return Optional.of(new Change(json, Optional.of(event.ticket().id()), Optional.empty()));
    }

    private static Optional<Change> call(
            String type, Event.AtWindow event, long index, ZoneId zone) {
        JsonObject open =
                json(type, event, index, zone)
                        .put("number", event.ticket().number())
                        .put("window", event.window().id().value());
        return Optional.of(
                new Change(
                        atWindow(type, event, index, zone),
                        Optional.of(event.ticket().id()),
                        Optional.of(open)));
    }

    private static Optional<Change> hall(String type, Event event, long index, ZoneId zone) {
        JsonObject json = json(type, event, index, zone);
        return Optional.of(new Change(json, Optional.empty(), Optional.of(json)));
    }

    /**
     * The hall is divided, or comes together: every page says so, and reads the hall anew; a phone
     * too, which has no patch.
     */
    private static Optional<Change> part(
            String what, Event.OfParts event, long index, ZoneId zone) {
        JsonObject json = json("Island", event, index, zone).put("what", what).put("reload", true);
        return Optional.of(new Change(json, Optional.empty(), Optional.of(json)));
    }

    private static Optional<Change> hidden(String type, Event event, long index, ZoneId zone) {
        return Optional.of(
                new Change(json(type, event, index, zone), Optional.empty(), Optional.empty()));
    }

    /** What was done about which; the rest is read where it is asked who reads. */
    private static Optional<Change> desk(
            String act, Event.OfRectification event, long index, ZoneId zone) {
        JsonObject json =
                json("Rectification", event, index, zone)
                        .put("id", event.rectification().id())
                        .put("act", act);
        return Optional.of(
                new Change(json, Optional.empty(), Optional.empty(), Optional.empty(), true));
    }

    private static Optional<Change> help(
            String type, Event event, HelpCall call, long index, ZoneId zone) {
        JsonObject json =
                json(type, event, index, zone)
                        .put("id", call.id())
                        .put("kind", call.kind().code())
                        .put("where", call.where());
        call.number().ifPresent(number -> json.put("number", number));
        call.note().ifPresent(note -> json.put("note", note));
        call.answered().ifPresent(answered -> json.put("by", answered.by()));
        return Optional.of(
                new Change(json, Optional.empty(), Optional.empty(), Optional.of(call), false));
    }

    private static JsonObject atWindow(String type, Event.AtWindow event, long index, ZoneId zone) {
        return json(type, event, index, zone, event.ticket())
                .put("window", event.window().id().value())
                .put("windowState", Refusals.code(event.window().state()));
    }

    private static JsonObject json(
            String type, Event event, long index, ZoneId zone, Ticket ticket) {
        return json(type, event, index, zone)
                .put("ticket", ticket.id().value())
                .put("number", ticket.number())
                .put("state", Refusals.code(ticket.state()));
    }

    private static JsonObject json(String type, Event event, long index, ZoneId zone) {
        return new JsonObject()
                .put("index", index)
                .put("at", Front.time(event.at(), zone))
                .put("type", type);
    }
}
