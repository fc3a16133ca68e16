package yichuang.hall;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCases;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsCoverage;
import yichuang.hall.codec.Codec;

/**
 * A thousand random histories of two hundred and more commands: the rules hold after every one of
 * them.
 */
class HistoriesTest {
    private static final TokenId BY = new TokenId("test");
    private static final Codec<Entry> ENTRIES = Codec.of(Entry.class);

    @Property(tries = 1000)
    void the_rules_of_the_hall_hold_after_every_command(@ForAll("histories") List<Step> steps) {
        Hall hall = hall();
        Rules rules = new Rules();
        Instant at = hall.at();
        int number = 0;
        for (Step step : steps) {
            at = step.at(hall, at);
            Entry entry = new Entry(at, step.by(), Optional.empty(), step.command(hall, number++));
            Answer answer = hall.apply(entry);
            rules.hold(hall, entry.command(), answer);
            if (answer instanceof Answer.Agreed agreed) {
                agreed.events()
                        .forEach(event -> Statistics.collect(event.getClass().getSimpleName()));
            }
        }
        Statistics.coverage(HistoriesTest::reachesEverything);
    }

    /** Histories in which nothing much happens would hold every rule. */
    private static void reachesEverything(StatisticsCoverage coverage) {
        for (String event :
                List.of(
                        "Called",
                        "Recalled",
                        "Serving",
                        "Held",
                        "Transferred",
                        "MissedCall",
                        "LegClosed",
                        "Undone",
                        "Cancelled",
                        "CameBack",
                        "ItemsChanged",
                        "Postponed",
                        "HelpAsked",
                        "HelpAnswered",
                        "Expired",
                        "NodeInvited",
                        "NodeAdmitted",
                        "NodeMoved",
                        "NodePromoted",
                        "NodeRetired",
                        "HallTakenOver",
                        "NodeRejoined",
                        "Rated",
                        "RatingExplained",
                        "RectificationOpened",
                        "Rectified",
                        "SecondOpinionGiven",
                        "RectificationOverdue",
                        "DayOpened",
                        "DayClosed")) {
            coverage.check(event).count(count -> count >= 20);
        }
    }

    @Property(tries = 100)
    void a_refusal_leaves_the_hall_as_it_was(@ForAll("histories") List<Step> steps) {
        Hall hall = hall();
        Instant at = hall.at();
        int number = 0;
        for (Step step : steps) {
            at = step.at(hall, at);
            Entry entry = new Entry(at, step.by(), Optional.empty(), step.command(hall, number++));
            byte[] before =
                    hall.check(entry) instanceof Answer.Refused ? sameTime(hall, at) : new byte[0];
            if (hall.apply(entry) instanceof Answer.Refused) {
                assertArrayEquals(
                        before, hall.snapshot(), () -> entry + " was refused and changed the hall");
            }
        }
    }

    @Property(tries = 200)
    void replay_from_any_moment_makes_the_same_hall_to_the_byte(
            @ForAll("histories") List<Step> steps, @ForAll int moment) {
        Hall hall = hall();
        List<byte[]> log = new ArrayList<>();
        byte[] middle = hall.snapshot();
        int cut = Math.floorMod(moment, steps.size());
        Instant at = hall.at();
        for (int i = 0; i < steps.size(); i++) {
            at = steps.get(i).at(hall, at);
            Entry entry =
                    new Entry(
                            at, steps.get(i).by(), Optional.empty(), steps.get(i).command(hall, i));
            log.add(ENTRIES.encode(entry));
            hall.apply(entry);
            if (i + 1 == cut) {
                middle = hall.snapshot();
            }
        }
        Hall again = Hall.of(middle);
        log.subList(cut, log.size()).forEach(bytes -> again.apply(ENTRIES.decode(bytes)));
        assertArrayEquals(hall.snapshot(), again.snapshot());
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return Combinators.combine(
                        evenly(Step.ACTS),
                        evenly(100),
                        evenly(100),
                        Arbitraries.of(0, 1, 5, 12, 30, 90, 400))
                .as(Step::new)
                .list()
                .ofMinSize(200)
                .ofMaxSize(260);
    }

    /**
     * Left to itself jqwik likes the ends of a range, and what stands between would hardly happen.
     */
    private static Arbitrary<Integer> evenly(int below) {
        return Arbitraries.integers()
                .between(0, below - 1)
                .withDistribution(RandomDistribution.uniform())
                .edgeCases(EdgeCases.Config::none);
    }

    /** The state with the time a refused command will leave on it: only the clock may move. */
    private static byte[] sameTime(Hall hall, Instant at) {
        Hall copy = Hall.of(hall.snapshot());
        copy.apply(
                new Entry(at, BY, Optional.empty(), new Command.Recall(new WindowId("nowhere"))));
        return copy.snapshot();
    }

    private static Hall hall() {
        Hall hall = new Hall();
        Instant eight = Instant.parse("2026-03-02T00:00:00Z");
        hall.apply(new Entry(eight, BY, Optional.empty(), new Command.Configure(Halls.small())));
        hall.apply(new Entry(eight, BY, Optional.empty(), new Command.OpenDay(Day.MONDAY)));
        return hall;
    }
}
