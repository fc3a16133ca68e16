package yichuang.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import yichuang.hall.Event;
import yichuang.hall.Hall;
import yichuang.hall.Leg;
import yichuang.hall.LegState;
import yichuang.hall.Ticket;
import yichuang.hall.TicketId;
import yichuang.hall.WindowId;

/**
 * The waits of the last hour and the calls of the day. After a restart they start from the tickets
 * as they stand: the first leg's last call, and missed calls of those who did not come back.
 */
final class Today {
    static final Duration KEPT = Duration.ofMinutes(60);

    private final Deque<Wait> waits = new ArrayDeque<>();
    private final Set<TicketId> called = new LinkedHashSet<>();
    private final Map<TicketId, Integer> missed = new LinkedHashMap<>();

    /** A wait that a first call, to this window, ended. */
    record Wait(
            Instant at, Ticket ticket, String zone, Optional<WindowId> window, Duration waited) {}

    /** Keeps what it saw itself of tickets that are still there; learns of the others. */
    void rebuild(Hall hall) {
        Set<TicketId> there = new LinkedHashSet<>();
        for (Ticket ticket : hall.tickets()) {
            there.add(ticket.id());
            if (!called.contains(ticket.id())) {
                learn(hall, ticket);
            }
        }
        called.retainAll(there);
        missed.keySet().retainAll(there);
        List<Wait> inOrder =
                waits.stream().sorted(java.util.Comparator.comparing(Wait::at)).toList();
        waits.clear();
        waits.addAll(inOrder);
        waits.removeIf(wait -> wait.at().isAfter(hall.at()));
    }

    private void learn(Hall hall, Ticket ticket) {
        if (ticket.legs().stream().noneMatch(leg -> leg.window().isPresent())) {
            return;
        }
        called.add(ticket.id());
        if (ticket.legs().stream().anyMatch(leg -> leg.state() == LegState.NO_SHOW)) {
            missed.put(ticket.id(), 1);
        }
        Leg first = ticket.legs().getFirst();
        first.calls().stream()
                .findFirst()
                .ifPresent(
                        at ->
                                waits.add(
                                        new Wait(
                                                at,
                                                ticket,
                                                Gauges.zone(hall.furnishing(), first),
                                                first.window(),
                                                Duration.between(first.since(), at))));
    }

    void called(Event.Called event) {
        called.add(event.ticket().id());
    }

    void waited(Wait wait) {
        waits.addLast(wait);
        while (waits.getFirst().at().isBefore(wait.at().minus(KEPT))) {
            waits.removeFirst();
        }
    }

    void missed(Event.MissedCall event) {
        missed.merge(event.ticket().id(), 1, Integer::sum);
    }

    /** An undone call or missed call never was. */
    void undone(Event.Undone event) {
        Ticket ticket = event.ticket();
        if (event.act().equals("no-show")) {
            missed.computeIfPresent(ticket.id(), (id, times) -> times > 1 ? times - 1 : null);
        }
        boolean never = ticket.legs().stream().allMatch(leg -> leg.window().isEmpty());
        if (event.act().equals("call") && never) {
            called.remove(ticket.id());
            waits.removeIf(wait -> wait.ticket().id().equals(ticket.id()));
        }
    }

    /** {@return the tickets called today} */
    Set<TicketId> called() {
        return Collections.unmodifiableSet(called);
    }

    /** {@return those of them that missed a call} */
    Set<TicketId> missed() {
        return Collections.unmodifiableSet(missed.keySet());
    }

    List<Wait> waitsSince(Instant from) {
        return waits.stream().filter(wait -> wait.at().isAfter(from)).toList();
    }
}
