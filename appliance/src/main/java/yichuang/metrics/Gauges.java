package yichuang.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import yichuang.hall.Furnishing;
import yichuang.hall.Hall;
import yichuang.hall.Leg;
import yichuang.hall.Ticket;
import yichuang.hall.TicketState;
import yichuang.hall.Window;
import yichuang.hall.WindowId;

/**
 * How many wait in each zone, what the windows do, and which rectifications are open. Changed by
 * one on the log's thread, read by any other. A ticket waits once, in the zone of the leg that
 * speaks for it.
 */
final class Gauges {
    private final MeterRegistry registry;
    private final Map<String, AtomicInteger> waiting = new LinkedHashMap<>();
    private final Map<Window.State, AtomicInteger> windows = new EnumMap<>(Window.State.class);
    private final Map<WindowId, Window.State> states = new LinkedHashMap<>();
    private final AtomicInteger rectifications = new AtomicInteger();
    private final AtomicInteger overdue = new AtomicInteger();

    Gauges(MeterRegistry registry) {
        this.registry = registry;
        for (Window.State state : Window.State.values()) {
            AtomicInteger count = new AtomicInteger();
            windows.put(state, count);
            Gauge.builder("hall.windows", count, AtomicInteger::get)
                    .description("Windows by what they are doing")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        rectifications(registry, rectifications, "open", "Rectifications that are open");
        rectifications(registry, overdue, "overdue", "Of them those whose step is overdue");
    }

    private static void rectifications(
            MeterRegistry registry, AtomicInteger count, String state, String what) {
        Gauge.builder("hall.rectifications", count, AtomicInteger::get)
                .description(what)
                .tag("state", state)
                .register(registry);
    }

    /** The hall says by itself when a step becomes overdue, so both are right after it has. */
    void rectifications(Hall hall) {
        rectifications.set(hall.rectifications().size());
        overdue.set(
                (int)
                        hall.rectifications().stream()
                                .filter(one -> one.isOverdue(hall.at()))
                                .count());
    }

    /** {@return the zone of the leg's item; {@code unknown} when the catalogue lost the item} */
    static String zone(Furnishing furnishing, Leg leg) {
        return furnishing.findItem(leg.item()).map(item -> item.zone().value()).orElse("unknown");
    }

    void rebuild(Hall hall) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        hall.furnishing().setup().zones().forEach(zone -> counts.put(zone.code().value(), 0));
        waiting.keySet().forEach(zone -> counts.put(zone, 0));
        for (Ticket ticket : hall.tickets()) {
            if (ticket.state() == TicketState.WAITING) {
                counts.merge(zone(hall.furnishing(), ticket.currentLeg()), 1, Integer::sum);
            }
        }
        counts.forEach((zone, count) -> waiting(zone).set(count));
        rectifications(hall);
        Map<Window.State, Integer> doing = new EnumMap<>(Window.State.class);
        states.clear();
        for (Window window : hall.windows()) {
            boolean gone = hall.furnishing().findWindow(window.id()).isEmpty();
            if (!gone || window.state() != Window.State.CLOSED) {
                states.put(window.id(), window.state());
                doing.merge(window.state(), 1, Integer::sum);
            }
        }
        windows.forEach((state, count) -> count.set(doing.getOrDefault(state, 0)));
    }

    void ticket(Furnishing furnishing, Optional<Ticket> before, Ticket after) {
        before.filter(ticket -> ticket.state() == TicketState.WAITING)
                .ifPresent(
                        ticket -> waiting(zone(furnishing, ticket.currentLeg())).decrementAndGet());
        if (after.state() == TicketState.WAITING) {
            waiting(zone(furnishing, after.currentLeg())).incrementAndGet();
        }
    }

    void window(Window window) {
        Optional.ofNullable(states.put(window.id(), window.state()))
                .ifPresent(before -> count(before).decrementAndGet());
        count(window.state()).incrementAndGet();
    }

    private AtomicInteger count(Window.State state) {
        return Optional.ofNullable(windows.get(state)).orElseThrow();
    }

    private AtomicInteger waiting(String zone) {
        return waiting.computeIfAbsent(
                zone,
                name -> {
                    AtomicInteger count = new AtomicInteger();
                    Gauge.builder("hall.waiting.tickets", count, AtomicInteger::get)
                            .description("Tickets that wait now")
                            .tag("zone", name)
                            .register(registry);
                    return count;
                });
    }
}
