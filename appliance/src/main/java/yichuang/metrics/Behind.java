package yichuang.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import yichuang.hall.Hall;
import yichuang.hall.Leg;
import yichuang.hall.Ticket;
import yichuang.hall.TicketId;
import yichuang.hall.TicketState;
import yichuang.hall.WindowId;

/** The tickets behind one number of {@link Live}: as many as the number says. */
public record Behind(Figure figure, List<Entry> entries) {
    public Behind {
        entries = List.copyOf(entries);
    }

    /**
     * One of them.
     *
     * @param ticket as it stands now
     * @param window where it is, was called to, or was last
     * @param at of who waits: since when; of a wait that ended: the call; else the last happening
     * @param waited of the wait that is counted; zero where none is
     */
    public record Entry(Ticket ticket, Optional<WindowId> window, Instant at, Duration waited) {}

    /** {@return the first of them in the figure's order} */
    public List<Entry> first(int max) {
        return entries.stream().sorted(figure.order()).limit(max).toList();
    }

    static Behind of(Hall hall, Instant now, Today today, Figure figure, Part part) {
        return new Behind(
                figure,
                switch (figure) {
                    case WAITING -> waiting(hall, now, part);
                    case CALLED15 -> called(hall, today, now.minus(LiveView.QUARTER), part);
                    case CALLED60 -> called(hall, today, now.minus(Today.KEPT), part);
                    case AT_WINDOW -> atWindow(hall, part);
                    case CALLED -> standing(hall, today.called(), part);
                    case NO_SHOW -> standing(hall, today.missed(), part);
                });
    }

    private static List<Entry> waiting(Hall hall, Instant now, Part part) {
        return hall.tickets().stream()
                .filter(ticket -> ticket.state() == TicketState.WAITING && has(part, hall, ticket))
                .map(
                        ticket -> {
                            Instant since = ticket.currentLeg().since();
                            return new Entry(
                                    ticket, Optional.empty(), since, Duration.between(since, now));
                        })
                .toList();
    }

    private static List<Entry> called(Hall hall, Today today, Instant from, Part part) {
        return today.waitsSince(from).stream()
                .filter(wait -> part.has(wait.zone(), series(wait), LiveView.group(wait.ticket())))
                .map(
                        wait ->
                                new Entry(
                                        hall.findTicket(wait.ticket().id()).orElse(wait.ticket()),
                                        wait.window(),
                                        wait.at(),
                                        wait.waited()))
                .toList();
    }

    private static String series(Today.Wait wait) {
        return wait.ticket().series();
    }

    private static List<Entry> atWindow(Hall hall, Part part) {
        return hall.tickets().stream()
                .filter(ticket -> ticket.currentLeg().state().atWindow())
                .filter(ticket -> has(part, hall, ticket))
                .map(Behind::standing)
                .toList();
    }

    private static List<Entry> standing(Hall hall, Collection<TicketId> ids, Part part) {
        List<Entry> entries = new ArrayList<>();
        for (TicketId id : ids) {
            hall.findTicket(id)
                    .filter(ticket -> has(part, hall, ticket))
                    .ifPresent(ticket -> entries.add(standing(ticket)));
        }
        return entries;
    }

    private static Entry standing(Ticket ticket) {
        Leg leg = ticket.currentLeg();
        return new Entry(ticket, leg.window(), leg.stateAt().orElse(leg.since()), Duration.ZERO);
    }

    private static boolean has(Part part, Hall hall, Ticket ticket) {
        return part.has(
                Gauges.zone(hall.furnishing(), ticket.currentLeg()),
                ticket.series(),
                LiveView.group(ticket));
    }
}
