package yichuang.dispatch;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import yichuang.hall.Event;
import yichuang.hall.GroupCode;
import yichuang.hall.Hall;
import yichuang.hall.ItemCode;
import yichuang.hall.Leg;
import yichuang.hall.LegState;
import yichuang.hall.Ticket;
import yichuang.hall.TicketId;
import yichuang.hall.Window;
import yichuang.hall.WindowId;
import yichuang.hall.WindowSetup;

/** The same policy, written to be read: it keeps nothing in order and walks over everybody. */
final class PlainPolicy {
    private final PolicySettings settings;
    private final Map<WindowId, List<String>> callsToday = new HashMap<>();
    private final Set<TicketId> claimed = new HashSet<>();
    private final Map<TicketId, List<Person>> onTheirWay = new HashMap<>();
    private int expectedSoFar;

    /** One waiting leg. */
    record Person(
            TicketId ticket,
            int leg,
            ItemCode item,
            Optional<GroupCode> group,
            Ticket.Standing standing,
            Instant since,
            String series,
            int sequence,
            Optional<WindowId> only) {
        Person countingFrom(Instant later) {
            return new Person(
                    ticket,
                    leg,
                    item,
                    group,
                    standing,
                    later.isAfter(since) ? later : since,
                    series,
                    sequence,
                    only);
        }
    }

    PlainPolicy(PolicySettings settings) {
        this.settings = settings;
    }

    void follow(List<Event> events) {
        for (Event event : events) {
            if (event instanceof Event.Called called) {
                callsToday
                        .computeIfAbsent(called.window().id(), id -> new ArrayList<>())
                        .add(shareClass(called.ticket().group(), called.ticket().standing()));
            } else if (event instanceof Event.Undone undone && undone.act().equals("call")) {
                callsToday.get(undone.window().id()).removeLast();
            } else if (event instanceof Event.TicketTaken taken) {
                onTheirWay.remove(taken.ticket().id());
            }
        }
    }

    void claim(TicketId ticket) {
        claimed.add(ticket);
    }

    void release(TicketId ticket) {
        claimed.remove(ticket);
    }

    void expect(
            TicketId ticket,
            List<ItemCode> items,
            Optional<GroupCode> group,
            Ticket.Standing standing,
            Instant at) {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            people.add(
                    new Person(
                            ticket,
                            i,
                            items.get(i),
                            group,
                            standing,
                            at,
                            "~",
                            expectedSoFar,
                            Optional.empty()));
        }
        expectedSoFar++;
        onTheirWay.put(ticket, people);
    }

    /** Everybody this window could call, in the order it would. */
    List<Person> order(Hall hall, WindowId window, Instant now) {
        List<Person> left = new ArrayList<>();
        for (Person person : waiting(hall, now)) {
            if (takes(hall, window, person)) {
                left.add(person);
            }
        }
        List<String> calls = new ArrayList<>(callsToday.getOrDefault(window, List.of()));
        List<Person> order = new ArrayList<>();
        while (!left.isEmpty()) {
            Person first = left.getFirst();
            for (Person other : left) {
                if (goesFirst(hall, window, other, first, calls, now)) {
                    first = other;
                }
            }
            left.remove(first);
            order.add(first);
            if (first.only().isEmpty()) {
                calls.add(shareClass(first.group(), first.standing()));
            }
        }
        return order;
    }

    private boolean goesFirst(
            Hall hall, WindowId window, Person one, Person other, List<String> calls, Instant now) {
        boolean free = one.only().isEmpty() && other.only().isEmpty();
        boolean patient = !overdue(one, now) && !overdue(other, now);
        if (settings.mode() == PolicySettings.Mode.SHARES && free && patient) {
            int more = lacks(one, calls) - lacks(other, calls);
            if (more != 0) {
                return more > 0;
            }
        }
        return before(hall, window, one, other, now);
    }

    private int lacks(Person person, List<String> calls) {
        String share = shareClass(person.group(), person.standing());
        List<String> last = calls.subList(Math.max(0, calls.size() - round() + 1), calls.size());
        return shareOf(share) - (int) last.stream().filter(share::equals).count();
    }

    private int round() {
        int sum = settings.shares().values().stream().mapToInt(share -> share).sum();
        return settings.shares().containsKey("ordinary") ? sum : sum + 1;
    }

    int ahead(Hall hall, Person person, Instant now, boolean withExpected) {
        List<Person> all = new ArrayList<>(waiting(hall, now));
        if (withExpected) {
            onTheirWay.values().forEach(all::addAll);
        }
        int before = 0;
        int ownClass = 0;
        Map<String, Integer> others = new HashMap<>();
        boolean turns =
                settings.mode() == PolicySettings.Mode.SHARES
                        && person.only().isEmpty()
                        && !overdue(person, now);
        String share = shareClass(person.group(), person.standing());
        for (Person other : all) {
            if (other.ticket().equals(person.ticket())) {
                continue;
            }
            if (turns && other.only().isEmpty() && !overdue(other, now)) {
                String otherShare = shareClass(other.group(), other.standing());
                if (otherShare.equals(share)) {
                    ownClass += standsBefore(hall, other, person, now) ? 1 : 0;
                } else if (windows(hall, person).stream()
                        .anyMatch(window -> takes(hall, window, other))) {
                    others.merge(otherShare, 1, Integer::sum);
                }
            } else if (standsBefore(hall, other, person, now)) {
                before++;
            }
        }
        int byTurns = ownClass;
        for (Map.Entry<String, Integer> other : others.entrySet()) {
            double turnsTaken = (double) ownClass * shareOf(other.getKey()) / shareOf(share);
            byTurns += Math.min(other.getValue(), (int) Math.ceil(turnsTaken - 1e-9));
        }
        return before + byTurns;
    }

    private boolean standsBefore(Hall hall, Person other, Person person, Instant now) {
        return windows(hall, person).stream()
                .anyMatch(
                        window ->
                                takes(hall, window, other)
                                        && before(hall, window, other, person, now));
    }

    int earlier(Hall hall, Person person, Instant now) {
        return (int)
                waiting(hall, now).stream()
                        .filter(other -> !other.ticket().equals(person.ticket()))
                        .filter(other -> cameBefore(other, person))
                        .filter(
                                other ->
                                        windows(hall, person).stream()
                                                .anyMatch(window -> takes(hall, window, other)))
                        .count();
    }

    /** The open windows that could take it, or all that could while none is open. */
    List<WindowId> windows(Hall hall, Person person) {
        if (person.only().isPresent()) {
            return List.of(person.only().get());
        }
        List<WindowId> skilled =
                hall.furnishing().setup().windows().stream()
                        .map(WindowSetup::id)
                        .filter(id -> hall.furnishing().skills(id).contains(person.item()))
                        .toList();
        List<WindowId> open =
                skilled.stream()
                        .filter(
                                id ->
                                        hall.findWindow(id).orElseThrow().state()
                                                != Window.State.CLOSED)
                        .toList();
        return open.isEmpty() ? skilled : open;
    }

    private static boolean takes(Hall hall, WindowId window, Person person) {
        return hall.furnishing().skills(window).contains(person.item())
                && person.only().filter(only -> !only.equals(window)).isEmpty();
    }

    private boolean before(Hall hall, WindowId window, Person one, Person other, Instant now) {
        if (one.only().isPresent() != other.only().isPresent()) {
            return one.only().isPresent();
        }
        if (one.only().isPresent() || settings.mode() == PolicySettings.Mode.FIRST_COME) {
            return cameBefore(one, other);
        }
        if (overdue(one, now) != overdue(other, now)) {
            return overdue(one, now);
        }
        if (overdue(one, now)) {
            int order = overdueAt(one).compareTo(overdueAt(other));
            return order == 0 ? cameBefore(one, other) : order < 0;
        }
        long points = points(hall, window, one, now);
        long otherPoints = points(hall, window, other, now);
        return points == otherPoints ? cameBefore(one, other) : points > otherPoints;
    }

    private static boolean cameBefore(Person one, Person other) {
        if (!one.since().equals(other.since())) {
            return one.since().isBefore(other.since());
        }
        if (!one.series().equals(other.series())) {
            return one.series().compareTo(other.series()) < 0;
        }
        return one.sequence() == other.sequence()
                ? one.leg() < other.leg()
                : one.sequence() < other.sequence();
    }

    private boolean overdue(Person person, Instant now) {
        return settings.mode() != PolicySettings.Mode.FIRST_COME
                && waitedMillis(person, now) >= settings.bound(person.group()).toMillis();
    }

    private static long waitedMillis(Person person, Instant now) {
        return Math.max(0, now.toEpochMilli() - person.since().toEpochMilli());
    }

    private Instant overdueAt(Person person) {
        return person.since().plus(settings.bound(person.group()));
    }

    private long points(Hall hall, WindowId window, Person person, Instant now) {
        long waited = waitedMillis(person, now);
        LocalTime time = now.atZone(hall.furnishing().zone()).toLocalTime();
        long rate = Math.round(settings.rate(person.group()) * 1000);
        long bonus = settings.bonus(person.standing()).toMinutes() * 1000;
        for (Condition rule : settings.conditions()) {
            boolean holds =
                    (rule.items().isEmpty() || rule.items().contains(person.item()))
                            && (rule.groups().isEmpty()
                                    || person.group().filter(rule.groups()::contains).isPresent())
                            && (rule.zones().isEmpty()
                                    || rule.zones()
                                            .contains(
                                                    hall.furnishing()
                                                            .findItem(person.item())
                                                            .orElseThrow()
                                                            .zone()))
                            && (rule.from().isEmpty() || !time.isBefore(rule.from().get()))
                            && (rule.until().isEmpty() || time.isBefore(rule.until().get()))
                            && (rule.waitedOver().isEmpty()
                                    || waited > rule.waitedOver().get().toMillis());
            if (holds) {
                rate = Math.min(10_000_000, rate * Math.round(rule.factor() * 1000) / 1000);
                bonus += rule.bonus().toMinutes() * 1000;
            }
        }
        boolean primary =
                hall.furnishing()
                        .findWindow(window)
                        .orElseThrow()
                        .primary()
                        .contains(person.item());
        long factor = primary ? 1000 : Math.round(settings.secondaryFactor() * 1000);
        return Math.max(0, waited * rate / 60_000 + bonus) * factor / 1000;
    }

    private String shareClass(Optional<GroupCode> group, Ticket.Standing standing) {
        return settings.shareClass(group, standing);
    }

    private int shareOf(String share) {
        return settings.shares().getOrDefault(share, 1);
    }

    private List<Person> waiting(Hall hall, Instant now) {
        return hall.tickets().stream()
                .filter(ticket -> !claimed.contains(ticket.id()))
                .flatMap(ticket -> people(hall, ticket, now).stream())
                .toList();
    }

    static List<Person> people(Hall hall, Ticket ticket, Instant now) {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < ticket.legs().size(); i++) {
            Leg leg = ticket.legs().get(i);
            if (leg.state() == LegState.WAITING) {
                Optional<WindowId> only =
                        leg.only()
                                .filter(
                                        window ->
                                                now.isBefore(
                                                        leg.reservedUntil(hall.furnishing().rules())
                                                                .orElseThrow()));
                people.add(
                        new Person(
                                ticket.id(),
                                i,
                                leg.item(),
                                ticket.group(),
                                ticket.standing(),
                                leg.since(),
                                ticket.series(),
                                ticket.sequence(),
                                only));
            }
        }
        return people;
    }

    static Person newcomer(
            ItemCode item, Optional<GroupCode> group, Ticket.Standing standing, Instant now) {
        return new Person(
                new TicketId("nobody"),
                0,
                item,
                group,
                standing,
                now,
                "~",
                Integer.MAX_VALUE,
                Optional.empty());
    }
}
