package yichuang.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import yichuang.hall.Furnishing;
import yichuang.hall.GroupCode;
import yichuang.hall.Item;
import yichuang.hall.ItemCode;
import yichuang.hall.Leg;
import yichuang.hall.LegState;
import yichuang.hall.Ticket;
import yichuang.hall.TicketId;
import yichuang.hall.VisitRules;
import yichuang.hall.WindowId;
import yichuang.hall.WindowSetup;
import yichuang.hall.ZoneCode;

/**
 * Every waiting leg, in its line. How many lines there are depends on the furnishing and the
 * settings, not on how many people wait: one for each {@link Kind} of item and each {@link Terms}.
 * A reserved leg stands in its window's own row until the reserve ends.
 */
final class Lines {
    private static final int MINUTES_UNKNOWN = 10;

    private final Furnishing furnishing;
    private final PolicySettings settings;
    private final Map<ItemCode, Kind> kinds = new HashMap<>();
    private final Map<Claim, Line> byClaim = new HashMap<>();
    private final Map<Equals, Line> lines = new HashMap<>();
    private final Map<WindowId, List<Offer>> offers = new HashMap<>();
    private final Map<WindowId, Row> reserved = new HashMap<>();
    private final Map<TicketId, List<InLine>> byTicket = new HashMap<>();
    private final TreeSet<InLine> lapsing =
            new TreeSet<>(
                    Comparator.comparing((InLine leg) -> leg.reserve().orElseThrow().until())
                            .thenComparing(InLine::arrival));
    private final Map<ZoneCode, Integer> waitingByZone = new HashMap<>();

    private record Claim(ItemCode item, Optional<GroupCode> group, Ticket.Standing standing) {}

    private record Equals(Kind kind, Terms terms) {}

    /** A line a window takes from, and what it counts there. */
    record Offer(Line line, long factor) {}

    Lines(Furnishing furnishing, PolicySettings settings) {
        this.furnishing = furnishing;
        this.settings = settings;
        Map<ItemCode, List<Kind.Skill>> skills = new HashMap<>();
        long secondary = Settings.thousandths(settings.secondaryFactor());
        for (WindowSetup window : furnishing.setup().windows()) {
            offers.put(window.id(), new ArrayList<>());
            reserved.put(window.id(), new Row());
            for (ItemCode item : furnishing.skills(window.id())) {
                long factor = window.primary().contains(item) ? Kind.PRIMARY : secondary;
                skills.computeIfAbsent(item, code -> new ArrayList<>())
                        .add(new Kind.Skill(window.id(), factor));
            }
        }
        skills.forEach((item, list) -> kinds.put(item, new Kind(list)));
    }

    Kind kind(ItemCode item) {
        return kinds.getOrDefault(item, new Kind(List.of()));
    }

    /** {@return the lines this window takes from} */
    List<Offer> offers(WindowId window) {
        return offers.getOrDefault(window, List.of());
    }

    /** {@return who waits for this window only, by arrival} */
    Row reserved(WindowId window) {
        return reserved.getOrDefault(window, new Row());
    }

    /** {@return the line such legs stand in} */
    Line line(ItemCode item, Optional<GroupCode> group, Ticket.Standing standing) {
        return byClaim.computeIfAbsent(
                new Claim(item, group, standing),
                claim -> {
                    Optional<ZoneCode> zone = furnishing.findItem(item).map(Item::zone);
                    Terms terms = Terms.of(settings, item, zone, group, standing);
                    return lines.computeIfAbsent(new Equals(kind(item), terms), this::opened);
                });
    }

    private Line opened(Equals equals) {
        Line line = new Line(equals.kind(), equals.terms());
        for (Kind.Skill skill : equals.kind().skills()) {
            offers.get(skill.window()).add(new Offer(line, skill.factor()));
        }
        return line;
    }

    /** {@return how many lines there are; none ever goes} */
    int lineCount() {
        return lines.size();
    }

    /** {@return the waiting legs of the ticket} */
    List<InLine> legs(TicketId ticket) {
        return byTicket.getOrDefault(ticket, List.of());
    }

    /** {@return how many tickets wait} */
    int tickets() {
        return byTicket.size();
    }

    /** {@return waiting legs by the zone of their item} */
    Map<ZoneCode, Integer> waitingByZone() {
        return waitingByZone;
    }

    /** {@return the waiting legs of such a ticket at that time; they are in no row yet} */
    List<InLine> legsOf(Ticket ticket, Instant now) {
        return legsOf(ticket).stream().map(leg -> lapsed(leg, now)).toList();
    }

    /** {@return the waiting legs of such a ticket; they are in no row yet} */
    List<InLine> legsOf(Ticket ticket) {
        VisitRules rules = furnishing.rules();
        List<InLine> legs = new ArrayList<>(1);
        for (int i = 0; i < ticket.legs().size(); i++) {
            Leg leg = ticket.legs().get(i);
            if (leg.state() == LegState.WAITING) {
                Optional<Reserve> reserve =
                        leg.only()
                                .map(
                                        window ->
                                                new Reserve(
                                                        window,
                                                        leg.reservedUntil(rules).orElseThrow()));
                legs.add(
                        new InLine(
                                new Arrival(
                                        leg.since(),
                                        ticket.series(),
                                        ticket.sequence(),
                                        ticket.id(),
                                        i),
                                leg.item(),
                                line(leg.item(), ticket.group(), ticket.standing()),
                                minutes(leg.item()) * ticket.count(),
                                reserve));
            }
        }
        return legs;
    }

    int minutes(ItemCode item) {
        return furnishing.findItem(item).map(Item::minutes).orElse(MINUTES_UNKNOWN);
    }

    void stand(TicketId ticket, List<InLine> legs) {
        if (legs.isEmpty()) {
            return;
        }
        byTicket.put(ticket, legs);
        for (InLine leg : legs) {
            row(leg).ifPresent(row -> row.add(leg));
            if (leg.reserve().isPresent()) {
                lapsing.add(leg);
            }
            count(leg, 1);
        }
    }

    void leave(TicketId ticket) {
        List<InLine> legs = byTicket.remove(ticket);
        if (legs == null) {
            return;
        }
        for (InLine leg : legs) {
            row(leg).ifPresent(row -> row.remove(leg));
            if (leg.reserve().isPresent()) {
                lapsing.remove(leg);
            }
            count(leg, -1);
        }
    }

    /** Whoever was reserved up to now stands in the line of all windows with the skill. */
    void lapse(Instant now) {
        while (!lapsing.isEmpty()
                && !now.isBefore(lapsing.first().reserve().orElseThrow().until())) {
            TicketId ticket = lapsing.first().arrival().ticket();
            List<InLine> legs = legs(ticket).stream().map(leg -> lapsed(leg, now)).toList();
            leave(ticket);
            stand(ticket, legs);
        }
    }

    private static InLine lapsed(InLine leg, Instant now) {
        return leg.reserve().filter(reserve -> !now.isBefore(reserve.until())).isPresent()
                ? leg.lapsed()
                : leg;
    }

    /** {@return where it stands; nowhere while it is reserved for a window without the skill} */
    private Optional<Row> row(InLine leg) {
        if (leg.reserve().isEmpty()) {
            return Optional.of(leg.line().waiting());
        }
        WindowId window = leg.reserve().get().window();
        return takes(window, leg.line().kind())
                ? Optional.of(reserved.get(window))
                : Optional.empty();
    }

    /** {@return whether the leg stands in that window's own row} */
    boolean standsReserved(InLine leg, WindowId window) {
        return leg.reserve().filter(reserve -> reserve.window().equals(window)).isPresent()
                && takes(window, leg.line().kind());
    }

    private static boolean takes(WindowId window, Kind kind) {
        for (Kind.Skill skill : kind.skills()) {
            if (skill.window().equals(window)) {
                return true;
            }
        }
        return false;
    }

    private void count(InLine leg, int by) {
        furnishing
                .findItem(leg.item())
                .ifPresent(item -> waitingByZone.merge(item.zone(), by, Integer::sum));
    }
}
