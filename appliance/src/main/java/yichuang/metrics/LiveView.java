package yichuang.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import yichuang.hall.Claim;
import yichuang.hall.Hall;
import yichuang.hall.Ticket;
import yichuang.hall.TicketState;
import yichuang.hall.Window;

/** Reads the hall once for the manager's page. */
final class LiveView {
    static final Duration QUARTER = Duration.ofMinutes(15);

    private static final String EVERYBODY_ELSE = "-";

    private final Hall hall;
    private final Instant now;
    private final List<Ticket> waiting;
    private final List<Today.Wait> hour;

    private LiveView(Hall hall, Instant now, Today today) {
        this.hall = hall;
        this.now = now;
        this.waiting =
                hall.tickets().stream()
                        .filter(ticket -> ticket.state() == TicketState.WAITING)
                        .toList();
        this.hour = today.waitsSince(now.minus(Today.KEPT));
    }

    static Live of(Hall hall, Instant now, Today today) {
        LiveView view = new LiveView(hall, now, today);
        var setup = hall.furnishing().setup();
        List<String> zones = setup.zones().stream().map(zone -> zone.code().value()).toList();
        List<String> series = setup.series().stream().map(one -> one.letter()).toList();
        List<String> groups = new ArrayList<>(List.of(EVERYBODY_ELSE));
        setup.groups().forEach(group -> groups.add(group.code().value()));
        int called = today.called().size();
        return new Live(
                now,
                view.line(setup.name(), ticket -> true, wait -> true),
                view.lines(
                        zones,
                        ticket -> Gauges.zone(hall.furnishing(), ticket.currentLeg()),
                        Today.Wait::zone),
                view.lines(series, Ticket::series, wait -> wait.ticket().series()),
                view.lines(groups, LiveView::group, wait -> group(wait.ticket())),
                view.windows(),
                called == 0 ? 0 : (double) today.missed().size() / called,
                view.ratings());
    }

    static String group(Ticket ticket) {
        return ticket.group().map(group -> group.value()).orElse(EVERYBODY_ELSE);
    }

    private List<Live.Line> lines(
            List<String> names,
            Function<Ticket, String> ofTicket,
            Function<Today.Wait, String> ofWait) {
        return names.stream()
                .map(
                        name ->
                                line(
                                        name,
                                        ticket -> ofTicket.apply(ticket).equals(name),
                                        wait -> ofWait.apply(wait).equals(name)))
                .toList();
    }

    private Live.Line line(String name, Predicate<Ticket> waits, Predicate<Today.Wait> waited) {
        List<Ticket> line = waiting.stream().filter(waits).toList();
        Duration longest =
                line.stream()
                        .map(ticket -> Duration.between(ticket.currentLeg().since(), now))
                        .max(Duration::compareTo)
                        .orElse(Duration.ZERO);
        List<Today.Wait> ended = hour.stream().filter(waited).toList();
        Instant quarter = now.minus(QUARTER);
        return new Live.Line(
                name,
                line.size(),
                longest,
                waits(ended.stream().filter(wait -> wait.at().isAfter(quarter)).toList()),
                waits(ended));
    }

    private static Live.Waits waits(List<Today.Wait> ended) {
        if (ended.isEmpty()) {
            return new Live.Waits(0, 0, 0, 1);
        }
        double[] seconds =
                ended.stream()
                        .mapToDouble(wait -> wait.waited().toMillis() / 1000.0)
                        .sorted()
                        .toArray();
        long within =
                ended.stream().filter(wait -> wait.waited().compareTo(Live.TARGET) <= 0).count();
        return new Live.Waits(
                seconds.length,
                percentile(seconds, 0.5),
                percentile(seconds, 0.9),
                (double) within / seconds.length);
    }

    /** As SQL's PERCENTILE_CONT in the reports: between two neighbours, in proportion. */
    static double percentile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = (int) Math.ceil(place);
        return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
    }

    private Map<Window.State, Integer> windows() {
        Map<Window.State, Integer> counts = new EnumMap<>(Window.State.class);
        for (Window.State state : Window.State.values()) {
            counts.put(state, 0);
        }
        hall.windows().stream()
                .filter(window -> hall.furnishing().findWindow(window.id()).isPresent())
                .forEach(window -> counts.merge(window.state(), 1, Integer::sum));
        return counts;
    }

    private Map<Integer, Integer> ratings() {
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        for (int level = 5; level >= 1; level--) {
            counts.put(level, 0);
        }
        for (Ticket ticket : hall.tickets()) {
            hall.findClaim(ticket.id())
                    .flatMap(Claim::level)
                    .ifPresent(level -> counts.merge(level, 1, Integer::sum));
        }
        return counts;
    }
}
