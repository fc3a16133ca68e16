package yichuang.hall;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static yichuang.hall.DividedHall.N2;
import static yichuang.hall.DividedHall.N3;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/**
 * Random acts on all sides of a divided hall. However it comes together, in whatever pieces and
 * however often each is told: the rules of the hall hold after every command, nobody is lost, and
 * the hall is the same.
 */
class DividedHallTest {
    private static final int BEFORE = 30;
    private static final int DAY = 29;
    private static final int RELEASE = 32;
    private static final int GIVE_UP = 33;

    /** From here on it is about what was found wrong. */
    private static final int DESK = 35;

    private static final TokenId BY = new TokenId("test");

    /** Who acts, and what. */
    record Happening(int side, Step step) {}

    @Property(tries = 400)
    void nobody_is_lost_and_nobody_is_twice_however_it_comes_together(
            @ForAll("happenings") List<Happening> happenings, @ForAll long seed) {
        Play play = new Play(happenings);
        Hall hall = play.healed(new Random(seed), play.anyOrder(new Random(seed)));
        everybodyIsThereOnce(play, hall);
        assertEquals(
                List.of(),
                hall.conflicts().stream()
                        .filter(one -> one.kind() != Conflict.Kind.RATED_TWICE)
                        .toList(),
                "nobody did anything twice but rate");
    }

    @Property(tries = 400)
    void nor_with_a_manager_who_takes_people_away_and_gives_islands_up(
            @ForAll("managed") List<Happening> happenings, @ForAll long seed) {
        Play play = new Play(happenings);
        Hall hall = play.healed(new Random(seed), play.anyOrder(new Random(seed)));
        everybodyIsThereOnce(play, hall);
        hall.conflicts().forEach(conflict -> Statistics.collect(conflict.kind()));
        for (Conflict.Kind kind :
                List.of(Conflict.Kind.SERVED_ELSEWHERE, Conflict.Kind.OPEN_AFTER_GIVEN_UP)) {
            Statistics.coverage(coverage -> coverage.check(kind).count(count -> count >= 1));
        }
    }

    private static void everybodyIsThereOnce(Play play, Hall hall) {
        Set<TicketId> all = new LinkedHashSet<>();
        Set<String> numbers = new LinkedHashSet<>();
        for (Ticket ticket : hall.tickets()) {
            all.add(ticket.id());
            assertTrue(numbers.add(ticket.number()), "two have " + ticket.number());
        }
        play.taken().forEach(ticket -> assertTrue(all.contains(ticket), "lost " + ticket));
        assertFalse(hall.isAway(N2) || hall.isAway(N3));
    }

    @Property(tries = 200)
    void in_whatever_pieces_and_however_often_they_are_told_it_is_the_same_hall_to_the_byte(
            @ForAll("happenings") List<Happening> happenings, @ForAll long seed) {
        Play play = new Play(happenings);
        List<NodeId> order = play.anyOrder(new Random(seed));
        byte[] whole = play.healed(Optional.empty(), order).snapshot();
        byte[] pieces = play.healed(Optional.of(new Random(seed)), order).snapshot();
        assertArrayEquals(whole, pieces);
    }

    /** Only what both rated is decided by who comes first. */
    @Property(tries = 200)
    void in_whatever_order_they_come_home_every_ticket_ends_the_same(
            @ForAll("happenings") List<Happening> happenings) {
        Play play = new Play(happenings);
        Hall one = play.healed(Optional.empty(), List.of(N2, N3));
        Hall other = play.healed(Optional.empty(), List.of(N3, N2));
        assertEquals(states(one), states(other));
        assertEquals(kinds(one), kinds(other));
    }

    private static Map<TicketId, String> states(Hall hall) {
        Map<TicketId, String> states = new LinkedHashMap<>();
        hall.tickets().stream()
                .sorted((a, b) -> a.id().value().compareTo(b.id().value()))
                .forEach(
                        ticket ->
                                states.put(
                                        ticket.id(),
                                        ticket.number()
                                                + " "
                                                + ticket.legs().stream().map(Leg::state).toList()));
        return states;
    }

    private static List<String> kinds(Hall hall) {
        return hall.conflicts().stream()
                .map(conflict -> conflict.ticket() + " " + conflict.kind())
                .sorted()
                .toList();
    }

    /** A hall that was cut in three after some happenings. */
    private static final class Play {
        private final DividedHall hall = new DividedHall();
        private final List<Side> sides = new ArrayList<>();
        private final Set<TicketId> taken = new LinkedHashSet<>();

        Play(List<Happening> happenings) {
            List<Happening> before = happenings.subList(0, Math.min(BEFORE, happenings.size()));
            sides.add(hall.main());
            int number = 0;
            for (Happening one : before) {
                happens(hall.main(), one.step(), number++);
            }
            sides.add(hall.cut(N2));
            sides.add(hall.cut(N3));
            for (Happening one : happenings.subList(before.size(), happenings.size())) {
                happens(sides.get(one.side()), one.step(), number++);
            }
        }

        private void happens(Side side, Step step, int number) {
            side.later(Duration.ofSeconds(step.seconds()));
            if (side.ask(command(step, side.hall(), number)) instanceof Answer.Agreed agreed) {
                for (Event event : agreed.events()) {
                    if (event instanceof Event.TicketTaken one) {
                        taken.add(one.ticket().id());
                    }
                }
            }
        }

        private static Command command(Step step, Hall hall, int number) {
            return switch (step.act()) {
                case RELEASE ->
                        new Command.ReleaseWindow(step.who() % 2 == 0 ? Side.TWO : Side.THREE);
                case GIVE_UP -> new Command.EndCutOff(step.who() % 2 == 0 ? N2 : N3);
                default -> step.command(hall, number);
            };
        }

        Set<TicketId> taken() {
            return taken;
        }

        List<NodeId> anyOrder(Random random) {
            return random.nextBoolean() ? List.of(N2, N3) : List.of(N3, N2);
        }

        Hall healed(Random random, List<NodeId> order) {
            return healed(Optional.of(random), order);
        }

        /**
         * {@return the hall as it is then}
         *
         * @param pieces how the islands are cut into batches, and which of these are told again;
         *     empty: each in one
         */
        Hall healed(Optional<Random> pieces, List<NodeId> order) {
            Hall whole = Hall.of(hall.main().hall().snapshot());
            Rules rules = Rules.from(whole);
            for (NodeId node : order) {
                Side island = sides.get(node.equals(N2) ? 1 : 2);
                int bytes =
                        pieces.map(random -> 1 + random.nextInt(4_000)).orElse(Integer.MAX_VALUE);
                List<Command> commands =
                        new ArrayList<>(hall.batches(node, island.entries(), bytes));
                pieces.ifPresent(random -> again(commands, random));
                commands.add(new Command.EndCutOff(node));
                for (Command command : commands) {
                    Answer answer =
                            whole.apply(
                                    new Entry(hall.main().now(), BY, Optional.empty(), command));
                    assertTrue(answer instanceof Answer.Agreed, () -> answer + " to " + command);
                    rules.hold(whole, command, answer);
                }
            }
            return whole;
        }

        /** One that was heard is told once more, right away or later. */
        private static void again(List<Command> commands, Random random) {
            for (int times = random.nextInt(3); times > 0 && !commands.isEmpty(); times--) {
                int which = random.nextInt(commands.size());
                int where = which + 1 + random.nextInt(commands.size() - which);
                commands.add(where, commands.get(which));
            }
        }
    }

    @Provide
    Arbitrary<List<Happening>> happenings() {
        int nodes = DESK - RELEASE;
        return happenings(
                Arbitraries.integers()
                        .between(0, Step.ACTS - nodes - 1)
                        .map(act -> act < RELEASE ? act : act + nodes));
    }

    @Provide
    Arbitrary<List<Happening>> managed() {
        return happenings(Arbitraries.integers().between(0, GIVE_UP));
    }

    private static Arbitrary<List<Happening>> happenings(Arbitrary<Integer> acts) {
        Arbitrary<Step> step =
                Combinators.combine(
                                acts.filter(act -> act != DAY),
                                Arbitraries.integers().between(0, 99),
                                Arbitraries.integers().between(0, 99),
                                Arbitraries.of(0, 1, 5, 12, 30, 90))
                        .as(Step::new);
        return Combinators.combine(Arbitraries.integers().between(0, 2), step)
                .as(Happening::new)
                .list()
                .ofMinSize(80)
                .ofMaxSize(200)
                .withoutEdgeCases();
    }
}
