package yichuang.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import yichuang.hall.TicketId;

/**
 * All changes of one log index, encoded. Only the last message of a group carries the id, so a
 * reader that was cut off between two of them gets all of them again.
 *
 * @param staff for who works in the hall, {@code screen} for kiosks and boards, {@code desk} for
 *     managers and officers
 * @param open for every citizen; may be empty
 */
record Group(
        long index,
        List<Change> changes,
        Buffer staff,
        Buffer screen,
        Buffer desk,
        Buffer open,
        String id) {
    private static final long OUTSIDE = -1;

    /**
     * @param id of the index, in the stream
     * @param patch told with the first change, so that who acts on any of them has the picture as
     *     after all of them; never to a citizen
     */
    static Group of(long index, String id, List<Change> changes, Patch patch, ZoneId zone) {
        List<JsonObject> open = changes.stream().flatMap(change -> change.open().stream()).toList();
        Buffer staff = encoded(seen(new Viewer.Staff(), changes, patch, zone), id);
        Buffer screen =
                patch.help().isEmpty()
                        ? staff
                        : encoded(seen(new Viewer.Screen(), changes, patch, zone), id);
        Buffer desk =
                changes.stream().noneMatch(Change::desk)
                        ? staff
                        : encoded(seen(new Viewer.Desk(), changes, patch, zone), id);
        return new Group(index, List.copyOf(changes), staff, screen, desk, encoded(open, id), id);
    }

    private static List<JsonObject> seen(
            Viewer viewer, List<Change> changes, Patch patch, ZoneId zone) {
        List<JsonObject> seen = new ArrayList<>();
        changes.stream()
                .filter(change -> change.isFor(viewer))
                .forEach(change -> seen.add(change.staff()));
        if (!seen.isEmpty()) {
            JsonObject first = seen.getFirst().copy();
            patch.into(first, viewer, zone);
            seen.set(0, first);
        }
        return seen;
    }

    /**
     * {@return a change that is none of the log's, without an id; resuming does not bring it again}
     */
    static Group outside(Change change) {
        Buffer told = told(change);
        return new Group(OUTSIDE, List.of(change), told, told, told, Buffer.buffer(), "");
    }

    private static Buffer told(Change change) {
        return Buffer.buffer("event: change\ndata: " + change.staff().encode() + "\n\n");
    }

    /** {@return what this viewer reads; may be empty} */
    Buffer text(Viewer viewer) {
        return switch (viewer) {
            case Viewer.Staff hall -> staff;
            case Viewer.Desk all -> desk;
            case Viewer.Screen passedBy -> screen;
            case Viewer.Citizen citizen -> own(citizen.ticket());
        };
    }

    /** {@return whether a reader that has seen everything up to this index has not seen this} */
    boolean isAfter(long seen) {
        return index == OUTSIDE || index > seen;
    }

    private Buffer own(TicketId ticket) {
        if (changes.stream().noneMatch(change -> change.own().filter(ticket::equals).isPresent())) {
            return open;
        }
        List<JsonObject> seen =
                changes.stream()
                        .flatMap(
                                change ->
                                        change.own().filter(ticket::equals).isPresent()
                                                ? java.util.stream.Stream.of(change.staff())
                                                : change.open().stream())
                        .toList();
        return encoded(seen, id);
    }

    private static Buffer encoded(List<JsonObject> messages, String id) {
        Buffer buffer = Buffer.buffer();
        for (int i = 0; i < messages.size(); i++) {
            buffer.appendString("event: change\n");
            if (i == messages.size() - 1) {
                buffer.appendString("id: " + id + "\n");
            }
            buffer.appendString("data: ");
            buffer.appendBuffer(messages.get(i).toBuffer());
            buffer.appendString("\n\n");
        }
        return buffer;
    }
}
