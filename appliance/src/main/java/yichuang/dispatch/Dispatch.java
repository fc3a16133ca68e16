package yichuang.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import yichuang.hall.Event;
import yichuang.hall.GroupCode;
import yichuang.hall.Hall;
import yichuang.hall.ItemCode;
import yichuang.hall.Ticket;
import yichuang.hall.TicketId;
import yichuang.hall.Why;
import yichuang.hall.WindowId;

/**
 * Who is called next, and where everybody stands. It follows the hall's events and keeps each
 * waiting leg in its line; it changes nothing in the hall. Everything is called on one thread, the
 * log's.
 *
 * <p>Its time does not go back between two rebuilds: asked about an earlier instant, it answers for
 * the latest it has seen.
 */
public final class Dispatch {
    /** The name of the policy that is always there. */
    public static final String BUILT_IN = "built-in";

    private final Pending pending = new Pending();
    private final Scripted scripted;
    private PolicySettings settings;
    private Lines lines;
    private Pools pools;
    private Turns turns;
    private Hall hall = new Hall();
    private Instant latest = Instant.MIN;
    private boolean current;

    public Dispatch(PolicySettings settings) {
        this(settings, Patience.LIVE);
    }

    Dispatch(PolicySettings settings, Patience patience) {
        this.scripted = new Scripted(patience);
        this.settings = settings;
        start();
    }

    /** Replaces the settings; the lines are made anew at the next question. */
    public void policy(PolicySettings next) {
        settings = next;
        current = false;
    }

    /** Replaces the script, or takes it away; a script that was switched off works again. */
    public void script(Optional<Script> script) {
        scripted.use(script);
    }

    /** {@return what scripts did wrong, newest first, at most 50} */
    public List<ScriptFault> faults() {
        return scripted.faults();
    }

    /** Adds a fault found elsewhere, for instance by {@link PolicyFile}. */
    public void fault(ScriptFault fault) {
        scripted.note(fault);
    }

    /**
     * {@return the script that chooses; empty when there is none, or it was switched off for its
     * faults}
     */
    public Optional<String> scriptInForce() {
        return scripted.inForce();
    }

    /**
     * Makes every line anew from the hall's tickets: after recovery, or when a hall was replaced by
     * a snapshot. {@link #follow} sees to it by itself when the furnishing, the day or the time
     * changes. Claims and expected tickets stay.
     */
    public void rebuild(Hall hall) {
        this.hall = hall;
        latest = hall.at();
        start();
    }

    private void start() {
        lines = new Lines(hall.furnishing(), settings);
        pools = new Pools(lines);
        turns = new Turns(settings);
        turns.recover(hall.tickets());
        for (Ticket ticket : hall.tickets()) {
            if (hall.mayCall(ticket)) {
                update(ticket);
            }
        }
        pending.rebuild(lines);
        current = true;
    }

    /** Takes up what an applied command changed; {@code hall} stands as after it. */
    public void follow(Hall hall, List<Event> events) {
        for (Event event : events) {
            switch (event) {
                case Event.Configured _,
                        Event.DayOpened _,
                        Event.DayClosed _,
                        Event.TimeCorrected _,
                        Event.CutOff _,
                        Event.CutOffEnded _,
                        Event.IslandBegun _ ->
                        current = false;
                // What an island brings is called by nobody before the island is over.
                case Event.FromIsland from -> {
                    if (from.event() instanceof Event.OfTicket of) {
                        lines.leave(of.ticket().id());
                    }
                }
                case Event.TicketTaken taken -> {
                    pending.dismiss(taken.ticket().id());
                    update(taken.ticket());
                }
                case Event.Called called -> {
                    turns.called(
                            called.window().id(),
                            settings.shareClass(
                                    called.ticket().group(), called.ticket().standing()));
                    update(called.ticket());
                }
                case Event.Undone undone -> {
                    pools.forget();
                    if (undone.act().equals("call")) {
                        turns.undone(undone.window().id());
                    }
                    update(undone.ticket());
                }
                case Event.ReprintAsked _, Event.Printed _ -> {}
                case Event.OfTicket of -> update(of.ticket());
                case Event.WindowChanged _ -> pools.forget();
                case Event.DutyAnswered _,
                        Event.Rated _,
                        Event.UnitRated _,
                        Event.RatingExplained _,
                        Event.RatingUnexplained _,
                        Event.Complained _,
                        Event.HelpAsked _,
                        Event.HelpAnswered _,
                        Event.HelpLapsed _,
                        Event.TokenGranted _,
                        Event.TokenRevoked _,
                        Event.CodeIssued _,
                        Event.OfRoster _,
                        Event.OfOutbox _,
                        Event.OfRectification _,
                        Event.OfParts _ -> {}
            }
        }
        if (!current || this.hall != hall) {
            rebuild(hall);
        }
    }

    private void update(Ticket ticket) {
        lines.leave(ticket.id());
        if (!pending.isClaimed(ticket.id())) {
            lines.stand(ticket.id(), lines.legsOf(ticket));
        }
    }

    /**
     * {@return the leg this window should call now; empty when nobody waits for it} Claimed tickets
     * are passed over. Whether the window may call at all is the hall's question.
     */
    public Optional<Choice> choose(Hall hall, WindowId window, Instant now) {
        Moment moment = moment(hall, now);
        Order order = new Order(lines, turns.ahead(window), window, moment);
        Optional<Order.Next> first = order.next();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> script = scripted.inForce();
        Optional<ScriptChoice.Preferred> preferred =
                new ScriptChoice(hall, lines, moment).of(scripted, window, first.get(), order, now);
        return Optional.of(
                preferred
                        .map(one -> byScript(script.orElseThrow(), window, one, moment))
                        .orElseGet(() -> builtIn(window, first.get(), moment)));
    }

    private Choice byScript(
            String script, WindowId window, ScriptChoice.Preferred preferred, Moment moment) {
        InLine leg = preferred.leg();
        return choice(
                leg,
                new Why(
                        script,
                        Why.Reason.SCRIPT,
                        moment.waited(leg),
                        Math.round(preferred.score() * 1000),
                        passed(window, leg, moment)));
    }

    private Choice builtIn(WindowId window, Order.Next next, Moment moment) {
        InLine leg = next.leg();
        int passed = passed(window, leg, moment);
        return choice(
                leg,
                new Why(
                        BUILT_IN,
                        reason(leg, passed, moment),
                        moment.waited(leg),
                        moment.points(leg, next.factor()),
                        passed));
    }

    private static Choice choice(InLine leg, Why why) {
        return new Choice(leg.arrival().ticket(), leg.arrival().leg(), why);
    }

    private int passed(WindowId window, InLine leg, Moment moment) {
        List<InLine> own = Places.others(leg, lines.legs(leg.arrival().ticket()));
        return new Ahead(lines, settings, moment, Ahead.Expected.LEFT_OUT)
                .earlierAt(window, leg, own);
    }

    /** Whoever came first of all needs no other reason. */
    private static Why.Reason reason(InLine leg, int passed, Moment moment) {
        Why.Reason reason = Order.reason(leg, moment);
        boolean byRank = reason == Why.Reason.WEIGHTED || reason == Why.Reason.SHARE;
        return byRank && passed == 0 ? Why.Reason.FIRST_COME : reason;
    }

    /** A call is on its way to the log: until released, no leg of its ticket is offered. */
    public void claim(Choice choice, WindowId window) {
        pending.claim(choice.ticket(), window);
        lines.leave(choice.ticket());
    }

    /**
     * The call was applied, refused, or died with the leadership. After {@link #follow} or without
     * it; an unknown claim is passed over.
     */
    public void release(Choice choice, WindowId window) {
        if (pending.release(choice.ticket(), window)) {
            hall.findTicket(choice.ticket()).ifPresent(this::update);
        }
    }

    /**
     * A ticket is on its way to the log; until it is taken or dismissed, newcomers stand behind it.
     *
     * @param items that wait from the start: the first one, or all when the theme has no order
     */
    public void expect(
            Hall hall,
            TicketId ticket,
            List<ItemCode> items,
            Optional<GroupCode> group,
            Ticket.Standing standing,
            Instant now) {
        moment(hall, now);
        pending.expect(ticket, items, group, standing, now, lines);
    }

    /** An expected ticket was refused, or died with the leadership. */
    public void dismiss(TicketId ticket) {
        pending.dismiss(ticket);
    }

    /**
     * {@return how many waiting legs would stand before a newcomer, those still on their way to the
     * log included}
     *
     * @param items that wait from the start: the first one, or all when the theme has no order;
     *     then the nearest one counts
     */
    public int ahead(
            Hall hall,
            List<ItemCode> items,
            Optional<GroupCode> group,
            Ticket.Standing standing,
            Instant now) {
        Moment moment = moment(hall, now);
        Ahead ahead = new Ahead(lines, settings, moment, Ahead.Expected.COUNTED);
        int least = Integer.MAX_VALUE;
        for (ItemCode item : items) {
            Line line = lines.line(item, group, standing);
            InLine leg = Pending.newcomer(item, line, lines.minutes(item), now);
            least = Math.min(least, ahead.of(leg, pools.of(line.kind(), hall), List.of()));
        }
        return items.isEmpty() ? 0 : least;
    }

    /**
     * {@return expected minutes at a window of a leg that waits for the windows these items wait
     * for, on average; empty when nobody waits for them}
     */
    public Optional<Double> meanMinutes(Hall hall, List<ItemCode> items, Instant now) {
        moment(hall, now);
        Set<Line> rivals = new LinkedHashSet<>();
        for (ItemCode item : items) {
            rivals.addAll(pools.of(lines.kind(item), hall).rivals().keySet());
        }
        long minutes = 0;
        int legs = 0;
        for (Line line : rivals) {
            minutes += line.waiting().minutes();
            legs += line.waiting().size();
        }
        return legs == 0 ? Optional.empty() : Optional.of((double) minutes / legs);
    }

    /**
     * {@return where the ticket stands: the waiting leg of it with the fewest before it; empty when
     * none waits}
     */
    public Optional<Place> place(Hall hall, TicketId ticket, Instant now) {
        Moment moment = moment(hall, now);
        List<InLine> legs =
                hall.findTicket(ticket)
                        .map(found -> lines.legsOf(found, moment.at()))
                        .orElse(List.of());
        Places places = places(hall, moment);
        Optional<Place> nearest = Optional.empty();
        for (InLine leg : legs) {
            Place place = places.of(leg);
            if (nearest.filter(other -> other.ahead() <= place.ahead()).isEmpty()) {
                nearest = Optional.of(place);
            }
        }
        return nearest;
    }

    /**
     * {@return where the ticket stands when its person lets so many others go first, by the
     * built-in order}
     */
    public Postponement postponed(Hall hall, TicketId ticket, int by, Instant now) {
        Moment moment = moment(hall, now);
        List<InLine> legs =
                hall.findTicket(ticket)
                        .map(found -> lines.legsOf(found, moment.at()))
                        .orElse(List.of());
        if (legs.isEmpty()) {
            return new Postponement(now, 0);
        }
        List<InLine> standing = lines.legs(ticket);
        lines.leave(ticket);
        Ahead ahead = new Ahead(lines, settings, moment, Ahead.Expected.LEFT_OUT);
        Postponement postponement = new Postponing(hall, pools, ahead).of(legs, by, now);
        lines.stand(ticket, standing);
        return postponement;
    }

    /**
     * {@return who waits for this window, at most so many, in the order the built-in policy would
     * call them if nobody came and no time passed}
     */
    public List<Waiting> order(Hall hall, WindowId window, Instant now, int max) {
        Moment moment = moment(hall, now);
        Order order = new Order(lines, turns.ahead(window), window, moment);
        Places places = places(hall, moment);
        List<Waiting> waiting = new ArrayList<>();
        Optional<Order.Next> next = order.next();
        while (next.isPresent() && waiting.size() < max) {
            InLine leg = next.get().leg();
            Ticket ticket = hall.findTicket(leg.arrival().ticket()).orElseThrow();
            waiting.add(new Waiting(ticket.id(), ticket.number(), places.of(leg)));
            next = order.next();
        }
        return waiting;
    }

    /** {@return how many legs wait that this window could take} */
    public int waitingFor(Hall hall, WindowId window, Instant now) {
        moment(hall, now);
        int legs = lines.reserved(window).size();
        for (Lines.Offer offer : lines.offers(window)) {
            legs += offer.line().waiting().size();
        }
        return legs;
    }

    private Places places(Hall hall, Moment moment) {
        return new Places(
                hall,
                lines,
                pools,
                moment,
                new Ahead(lines, settings, moment, Ahead.Expected.LEFT_OUT),
                scripted.inForce().orElse(BUILT_IN));
    }

    private Moment moment(Hall hall, Instant now) {
        if (this.hall != hall) {
            rebuild(hall);
        } else if (!current) {
            start();
        }
        if (now.isAfter(latest)) {
            latest = now;
        }
        lines.lapse(latest);
        return Moment.of(latest, hall.furnishing().zone(), settings.mode());
    }
}
