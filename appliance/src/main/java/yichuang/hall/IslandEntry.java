package yichuang.hall;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One thing that happened on an island, as it joins the hall: the event as the island left it, and
 * the command behind it for the trail.
 *
 * @param sequence counted on the island from 1, without a gap
 * @param place which event of its command this is, from 0
 * @param event never about an undo that is still open: that ends with the island
 * @param receipt with the last event of an entry; what a retry of its request is told
 */
public record IslandEntry(
        long sequence, int place, Entry entry, Event event, Optional<Receipt> receipt) {
    /**
     * {@return what is noted of a command that the island agreed to, one for each event}
     *
     * @param last {@link Island#sequence} after the command
     */
    public static List<IslandEntry> of(long last, Entry entry, Answer.Agreed agreed) {
        List<IslandEntry> notes = new ArrayList<>();
        long sequence = last - agreed.events().size();
        for (Event event : agreed.events()) {
            sequence++;
            notes.add(
                    new IslandEntry(
                            sequence,
                            notes.size(),
                            entry,
                            withoutUndo(event),
                            sequence == last ? Optional.of(agreed.receipt()) : Optional.empty()));
        }
        return notes;
    }

    /** What undo would take back is three times as much as all the rest. */
    private static Event withoutUndo(Event event) {
        return switch (event) {
            case Event.WindowChanged it ->
                    new Event.WindowChanged(it.at(), it.window().forgetting());
            case Event.Called it ->
                    new Event.Called(
                            it.at(), it.ticket(), it.window().forgetting(), it.leg(), it.why());
            case Event.Recalled it ->
                    new Event.Recalled(it.at(), it.ticket(), it.window().forgetting(), it.leg());
            case Event.Serving it ->
                    new Event.Serving(it.at(), it.ticket(), it.window().forgetting(), it.leg());
            case Event.Held it ->
                    new Event.Held(it.at(), it.ticket(), it.window().forgetting(), it.leg());
            case Event.Transferred it ->
                    new Event.Transferred(
                            it.at(), it.ticket(), it.window().forgetting(), it.leg(), it.note());
            case Event.MissedCall it ->
                    new Event.MissedCall(it.at(), it.ticket(), it.window().forgetting(), it.leg());
            case Event.LegClosed it ->
                    new Event.LegClosed(
                            it.at(),
                            it.ticket(),
                            it.window().forgetting(),
                            it.leg(),
                            it.closing(),
                            it.claim());
            case Event.Undone it ->
                    new Event.Undone(
                            it.at(), it.ticket(), it.window().forgetting(), it.leg(), it.act());
            default -> event;
        };
    }
}
