package yichuang.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yichuang.hall.Entry;
import yichuang.hall.Event;
import yichuang.hall.Hall;
import yichuang.hall.Leg;
import yichuang.hall.Ticket;
import yichuang.hall.TicketId;

/**
 * Keeps the figures of the hall in step with its events. Everything but {@link #committed} belongs
 * to the log's thread; what a scrape reads are atomics.
 *
 * <p>Counting starts with {@link #rebuild}: entries that recovery replays before it are passed
 * over, and the figures start from what the state then says. A counter of Prometheus cannot go
 * back, so an undone act stays counted in {@code hall_wait_seconds} and {@code
 * hall_service_seconds}; {@link #live} and the records take it out.
 */
public final class HallMetrics implements AutoCloseable {
    private static final Duration[] WAITS = minutes(1, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120);
    private static final Duration[] SERVICES = minutes(1, 2, 5, 10, 15, 20, 30, 60, 120);
    private static final Duration[] COMMITS = millis(1, 2, 5, 10, 25, 50, 100, 250, 1_000);

    private final MeterRegistry registry;
    private final JvmFigures jvm;
    private final Counter tickets;
    private final Timer services;
    private final Timer commits;
    private final DistributionSummary batches;
    private final Map<String, Timer> waits = new LinkedHashMap<>();
    private final Gauges gauges;
    private final Today today = new Today();
    private final Map<TicketId, Ticket> known = new LinkedHashMap<>();
    private boolean counting;

    /** Registers every figure of the hall, the log and the JVM with this registry. */
    public HallMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.jvm = new JvmFigures(registry);
        this.gauges = new Gauges(registry);
        this.tickets =
                Counter.builder("hall.tickets")
                        .description("Tickets taken, since the open day began")
                        .register(registry);
        this.services =
                Timer.builder("hall.service")
                        .description("Time from serving to the end of a leg")
                        .serviceLevelObjectives(SERVICES)
                        .register(registry);
        this.commits =
                Timer.builder("log.commit")
                        .description("Time a batch of entries took to be on disk on a majority")
                        .serviceLevelObjectives(COMMITS)
                        .register(registry);
        this.batches =
                DistributionSummary.builder("log.batch.entries")
                        .description("Entries committed together")
                        .register(registry);
    }

    /**
     * Starts from the state: after recovery, and after a snapshot was installed. A ticket that was
     * counted before is not counted again.
     */
    public void rebuild(Hall hall) {
        counting = true;
        hall.tickets().stream()
                .filter(ticket -> !known.containsKey(ticket.id()))
                .forEach(ticket -> tickets.increment());
        known.clear();
        hall.tickets().forEach(ticket -> known.put(ticket.id(), ticket));
        gauges.rebuild(hall);
        today.rebuild(hall);
        hall.furnishing().setup().zones().forEach(zone -> waits(zone.code().value()));
    }

    /** Takes an applied entry with what came of it; {@code hall} is as the entry left it. */
    public void happened(Hall hall, long index, Entry entry, List<Event> events) {
        if (!counting) {
            return;
        }
        boolean again = false;
        boolean followUps = false;
        for (Event told : events) {
            Event event = told instanceof Event.FromIsland from ? from.event() : told;
            if (event instanceof Event.OfTicket ofTicket) {
                changed(hall, ofTicket);
            }
            if (event instanceof Event.AtWindow atWindow) {
                gauges.window(atWindow.window());
            } else if (event instanceof Event.WindowChanged window) {
                gauges.window(window.window());
            }
            followUps |= event instanceof Event.OfRectification;
            again |=
                    event instanceof Event.Configured
                            || event instanceof Event.DayOpened
                            || event instanceof Event.TimeCorrected;
        }
        if (again) {
            rebuild(hall);
        } else if (followUps) {
            gauges.rectifications(hall);
        }
    }

    private void changed(Hall hall, Event.OfTicket event) {
        Optional<Ticket> before =
                Optional.ofNullable(known.put(event.ticket().id(), event.ticket()));
        gauges.ticket(hall.furnishing(), before, event.ticket());
        if (event instanceof Event.TicketTaken) {
            tickets.increment();
        } else if (event instanceof Event.Called called) {
            today.called(called);
            before.map(ticket -> ticket.legs().get(called.leg()))
                    .filter(leg -> leg.window().isEmpty())
                    .map(Leg::hallsWaitFrom)
                    .ifPresent(queuedAt -> waited(hall, called, queuedAt));
        } else if (event instanceof Event.MissedCall missed) {
            today.missed(missed);
        } else if (event instanceof Event.LegClosed closed) {
            Leg leg = closed.ticket().legs().get(closed.leg());
            leg.servingAt().ifPresent(from -> services.record(Duration.between(from, closed.at())));
        } else if (event instanceof Event.Undone undone) {
            today.undone(undone);
        }
    }

    private void waited(Hall hall, Event.Called called, Instant queuedAt) {
        Duration wait = Duration.between(queuedAt, called.at());
        Leg leg = called.ticket().legs().get(called.leg());
        String zone = Gauges.zone(hall.furnishing(), leg);
        waits(zone).record(wait);
        today.waited(new Today.Wait(called.at(), called.ticket(), zone, leg.window(), wait));
    }

    private Timer waits(String zone) {
        return waits.computeIfAbsent(
                zone,
                name ->
                        Timer.builder("hall.wait")
                                .description("Time from joining the line to the first call")
                                .tag("zone", name)
                                .serviceLevelObjectives(WAITS)
                                .register(registry));
    }

    /** A batch of the log is on disk on a majority; from any thread. */
    public void committed(long nanos, int batch) {
        commits.record(Duration.ofNanos(nanos));
        batches.record(batch);
    }

    /** {@return what the manager's page shows now; reads every ticket of the day once} */
    public Live live(Hall hall, Instant now) {
        return LiveView.of(hall, now, today);
    }

    /** {@return the tickets behind one of its numbers; reads every ticket of the day once} */
    public Behind behind(Hall hall, Instant now, Figure figure, Part part) {
        return Behind.of(hall, now, today, figure, part);
    }

    @Override
    public void close() {
        jvm.close();
    }

    private static Duration[] minutes(int... each) {
        return java.util.Arrays.stream(each).mapToObj(Duration::ofMinutes).toArray(Duration[]::new);
    }

    private static Duration[] millis(int... each) {
        return java.util.Arrays.stream(each).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
    }
}
