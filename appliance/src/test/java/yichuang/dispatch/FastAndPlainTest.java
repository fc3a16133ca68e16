package yichuang.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import yichuang.hall.GroupCode;
import yichuang.hall.ItemCode;
import yichuang.hall.LegState;
import yichuang.hall.Ticket;
import yichuang.hall.WindowId;

/** Over random halls and histories the quick policy says what the plain one says. */
class FastAndPlainTest {
    private static final int STEPS = 120;

    @Property(tries = 80)
    void every_window_would_call_in_the_same_order(
            @ForAll long seed, @ForAll("policies") PolicySettings settings) {
        BusyHall busy = busy(seed, settings);
        for (int step = 0; step < STEPS; step++) {
            busy.step();
            for (WindowId window : busy.windows()) {
                List<String> plain =
                        busy.plain.order(busy.hall, window, busy.now).stream()
                                .map(person -> person.ticket() + "/" + person.leg())
                                .toList();
                List<String> quick =
                        busy.dispatch.order(busy.hall, window, busy.now, 1000).stream()
                                .map(waiting -> waiting.ticket() + "/" + waiting.place().leg())
                                .toList();
                assertEquals(plain, quick);
                assertEquals(
                        plain.stream().findFirst(),
                        busy.dispatch
                                .choose(busy.hall, window, busy.now)
                                .map(choice -> choice.ticket() + "/" + choice.leg()));
            }
        }
    }

    @Property(tries = 80)
    void everybody_is_told_the_same_number_ahead(
            @ForAll long seed, @ForAll("policies") PolicySettings settings) {
        BusyHall busy = busy(seed, settings);
        for (int step = 0; step < STEPS; step++) {
            busy.step();
            for (Ticket ticket : busy.hall.tickets()) {
                comparePlace(busy, ticket);
            }
            for (ItemCode item : busy.itemCodes()) {
                compareNewcomer(busy, item, Optional.empty());
                compareNewcomer(busy, item, Optional.of(Furnished.GROUPS.getFirst()));
            }
        }
    }

    /** So many more stand before it then, and had it come earlier by a moment, not so many. */
    @Property(tries = 80)
    void who_lets_others_go_first_stands_behind_so_many_more_and_no_further(
            @ForAll long seed, @ForAll("policies") PolicySettings settings) {
        BusyHall busy = busy(seed, settings);
        for (int step = 0; step < STEPS; step++) {
            busy.step();
            List<Ticket> waiting =
                    busy.hall.tickets().stream()
                            .filter(one -> one.currentLeg().state() == LegState.WAITING)
                            .filter(one -> one.postponed() < 3)
                            .toList();
            if (!waiting.isEmpty()) {
                postpone(busy, waiting.get(step % waiting.size()), 1 + step % 5);
            }
        }
    }

    private static void postpone(BusyHall busy, Ticket ticket, int by) {
        int before = ahead(busy, ticket, Instant.EPOCH);
        int behindAll = ahead(busy, ticket, busy.now);
        Postponement decided = busy.postpone(ticket.id(), by);
        int wanted = Math.min(by, behindAll - before);
        if (wanted <= 0) {
            assertEquals(0, decided.passed());
            return;
        }
        assertTrue(decided.passed() >= wanted, () -> decided + " for " + wanted);
        int aMomentEarlier = ahead(busy, ticket, decided.since().minusNanos(1000));
        assertTrue(aMomentEarlier < before + wanted, () -> decided + " of " + ticket);
        Ticket after = busy.hall.findTicket(ticket.id()).orElseThrow();
        assertEquals(before + decided.passed(), ahead(busy, after, Instant.EPOCH));
        assertEquals(1 + ticket.postponed(), after.postponed());
    }

    /** By the plain policy, if the ticket had come no earlier than that. */
    private static int ahead(BusyHall busy, Ticket ticket, Instant since) {
        return PlainPolicy.people(busy.hall, ticket, busy.now).stream()
                .map(leg -> leg.countingFrom(since))
                .mapToInt(leg -> busy.plain.ahead(busy.hall, leg, busy.now, false))
                .min()
                .orElseThrow();
    }

    private static void comparePlace(BusyHall busy, Ticket ticket) {
        List<PlainPolicy.Person> legs = PlainPolicy.people(busy.hall, ticket, busy.now);
        Optional<Place> place = busy.dispatch.place(busy.hall, ticket.id(), busy.now);
        assertEquals(legs.isEmpty(), place.isEmpty());
        if (place.isEmpty()) {
            return;
        }
        int least =
                legs.stream()
                        .mapToInt(leg -> busy.plain.ahead(busy.hall, leg, busy.now, false))
                        .min()
                        .orElseThrow();
        assertEquals(least, place.get().ahead(), () -> "ahead of " + ticket);
        PlainPolicy.Person leg =
                legs.stream()
                        .filter(one -> one.leg() == place.get().leg())
                        .findFirst()
                        .orElseThrow();
        assertEquals(busy.plain.earlier(busy.hall, leg, busy.now), place.get().earlier());
    }

    private static void compareNewcomer(BusyHall busy, ItemCode item, Optional<GroupCode> group) {
        assertEquals(
                busy.plain.ahead(
                        busy.hall,
                        PlainPolicy.newcomer(item, group, Ticket.Standing.ORDINARY, busy.now),
                        busy.now,
                        true),
                busy.dispatch.ahead(
                        busy.hall, List.of(item), group, Ticket.Standing.ORDINARY, busy.now));
    }

    private static BusyHall busy(long seed, PolicySettings settings) {
        Random random = new Random(seed);
        return new BusyHall(Furnished.random(random, 4, 5), settings, random);
    }

    @Provide
    Arbitrary<PolicySettings> policies() {
        return Arbitraries.of(
                PolicySettings.DEFAULT,
                weighted(List.of()),
                weighted(
                        List.of(
                                new Condition(
                                        "早上东区",
                                        List.of(),
                                        List.of(),
                                        List.of(Furnished.ZONES.getFirst()),
                                        Optional.of(LocalTime.of(8, 10)),
                                        Optional.of(LocalTime.of(8, 40)),
                                        Optional.empty(),
                                        0.5,
                                        Duration.ofMinutes(-3)),
                                new Condition(
                                        "等久的老人",
                                        List.of(),
                                        List.of(Furnished.GROUPS.getFirst()),
                                        List.of(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(Duration.ofMinutes(7)),
                                        1.7,
                                        Duration.ofMinutes(5)),
                                new Condition(
                                        "快办",
                                        List.of(Furnished.item(1)),
                                        List.of(),
                                        List.of(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        3,
                                        Duration.ZERO))),
                settings(PolicySettings.Mode.FIRST_COME, Map.of(), List.of()),
                settings(
                        PolicySettings.Mode.SHARES,
                        Map.of("ordinary", 2, "priority", 1, "returning", 1),
                        List.of()),
                settings(
                        PolicySettings.Mode.SHARES,
                        Map.of("elderly", 3, "returning", 2),
                        List.of()));
    }

    private static PolicySettings weighted(List<Condition> conditions) {
        return settings(PolicySettings.Mode.WEIGHTED, Map.of(), conditions);
    }

    private static PolicySettings settings(
            PolicySettings.Mode mode, Map<String, Integer> shares, List<Condition> conditions) {
        return new PolicySettings(
                mode,
                Map.of("ordinary", 1.0, "elderly", 2.0),
                Map.of("ordinary", Duration.ofMinutes(25), "elderly", Duration.ofMinutes(12)),
                Duration.ofMinutes(30),
                Duration.ofMinutes(4),
                0.6,
                shares,
                conditions);
    }
}
