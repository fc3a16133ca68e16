package yichuang.dispatch;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yichuang.hall.Furnishing;
import yichuang.hall.Hall;
import yichuang.hall.StaffId;
import yichuang.hall.Ticket;
import yichuang.hall.Window;
import yichuang.hall.WindowId;
import yichuang.hall.WindowSetup;
import yichuang.hall.Zone;

/**
 * Puts one choice before the script. It scores the first {@value #CANDIDATES_MAX} of the built-in
 * order; those reserved for the window and those overdue are not put before it, they go first.
 */
final class ScriptChoice {
    static final int CANDIDATES_MAX = 2_000;

    private final Hall hall;
    private final Lines lines;
    private final Moment moment;

    /** The leg the script prefers. */
    record Preferred(InLine leg, double score) {}

    ScriptChoice(Hall hall, Lines lines, Moment moment) {
        this.hall = hall;
        this.lines = lines;
        this.moment = moment;
    }

    /**
     * {@return the preferred leg; empty when the script is not asked or did not answer}
     *
     * @param first the first of {@code order}
     */
    Optional<Preferred> of(
            Scripted scripted, WindowId window, Order.Next first, Order order, Instant now) {
        Optional<WindowSetup> setup = hall.furnishing().findWindow(window);
        if (scripted.inForce().isEmpty() || setup.isEmpty() || goesFirst(first.leg())) {
            return Optional.empty();
        }
        List<InLine> legs = new ArrayList<>();
        List<TicketFacts> tickets = new ArrayList<>();
        Optional<Order.Next> next = Optional.of(first);
        while (next.isPresent() && legs.size() < CANDIDATES_MAX) {
            legs.add(next.get().leg());
            tickets.add(facts(next.get()));
            next = order.next();
        }
        String staff =
                hall.findWindow(window).flatMap(Window::staff).map(StaffId::value).orElse("");
        WindowFacts windowFacts = new WindowFacts(setup.get(), staff, first.leg().item());
        return scripted.choose(new Script.Question(tickets, windowFacts, hallFacts()), now)
                .map(best -> new Preferred(legs.get(best.index()), best.score()));
    }

    private boolean goesFirst(InLine leg) {
        return leg.reserve().isPresent() || moment.isOverdue(leg);
    }

    private TicketFacts facts(Order.Next next) {
        InLine leg = next.leg();
        Ticket ticket = hall.findTicket(leg.arrival().ticket()).orElseThrow();
        return new TicketFacts(
                new TicketFacts.Candidate(
                        ticket,
                        leg.arrival(),
                        hall.furnishing().findItem(leg.item()),
                        moment.waitedMillis(leg),
                        moment.points(leg, next.factor())));
    }

    private HallFacts hallFacts() {
        Furnishing furnishing = hall.furnishing();
        Map<String, Integer> byZone = new LinkedHashMap<>();
        for (Zone zone : furnishing.setup().zones()) {
            byZone.put(zone.code().value(), lines.waitingByZone().getOrDefault(zone.code(), 0));
        }
        int open = 0;
        for (Window window : hall.windows()) {
            open += window.state() == Window.State.CLOSED ? 0 : 1;
        }
        return new HallFacts(
                LocalDateTime.ofInstant(moment.at(), furnishing.zone()),
                lines.tickets(),
                open,
                byZone);
    }
}
