package yichuang.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yichuang.hall.GroupCode;
import yichuang.hall.ItemCode;
import yichuang.hall.Ticket;
import yichuang.hall.TicketId;
import yichuang.hall.WindowId;

/**
 * What is on its way to the log: calls, whose tickets stand in no line meanwhile, and takes, whose
 * legs stand in line to be counted but cannot be called.
 */
final class Pending {
    private static final String AFTER_ALL_SERIES = "\uffff";

    private final Map<TicketId, WindowId> claims = new HashMap<>();
    private final Map<TicketId, Take> takes = new LinkedHashMap<>();
    private final Map<TicketId, List<InLine>> standing = new HashMap<>();
    private int takesSoFar;

    private record Take(
            TicketId ticket,
            int order,
            List<ItemCode> items,
            Optional<GroupCode> group,
            Ticket.Standing standing,
            Instant at) {}

    boolean isClaimed(TicketId ticket) {
        return claims.containsKey(ticket);
    }

    void claim(TicketId ticket, WindowId window) {
        claims.put(ticket, window);
    }

    /** {@return whether it was claimed by this window} */
    boolean release(TicketId ticket, WindowId window) {
        return claims.remove(ticket, window);
    }

    void expect(
            TicketId ticket,
            List<ItemCode> items,
            Optional<GroupCode> group,
            Ticket.Standing standing,
            Instant at,
            Lines lines) {
        dismiss(ticket);
        Take take = new Take(ticket, takesSoFar++, List.copyOf(items), group, standing, at);
        takes.put(ticket, take);
        stand(take, lines);
    }

    void dismiss(TicketId ticket) {
        takes.remove(ticket);
        List<InLine> legs = standing.remove(ticket);
        if (legs != null) {
            legs.forEach(leg -> leg.line().expected().remove(leg));
        }
    }

    /** The lines are new: whoever is expected stands in them. */
    void rebuild(Lines lines) {
        standing.clear();
        takes.values().forEach(take -> stand(take, lines));
    }

    private void stand(Take take, Lines lines) {
        List<InLine> legs = new ArrayList<>(take.items().size());
        for (int i = 0; i < take.items().size(); i++) {
            ItemCode item = take.items().get(i);
            Arrival arrival =
                    new Arrival(take.at(), AFTER_ALL_SERIES, take.order(), take.ticket(), i);
            legs.add(
                    new InLine(
                            arrival,
                            item,
                            lines.line(item, take.group(), take.standing()),
                            lines.minutes(item),
                            Optional.empty()));
        }
        legs.forEach(leg -> leg.line().expected().add(leg));
        standing.put(take.ticket(), legs);
    }

    /** {@return a leg that arrives now, after all who are here or expected} */
    static InLine newcomer(ItemCode item, Line line, int minutes, Instant at) {
        Arrival arrival =
                new Arrival(at, AFTER_ALL_SERIES, Integer.MAX_VALUE, new TicketId("newcomer"), 0);
        return new InLine(arrival, item, line, minutes, Optional.empty());
    }
}
