package yichuang.storm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A fixed few of the seeds that {@code scripts/bench storm} runs by the thousand. */
class StormTest {
    private static final int SEEDS = 100;
    private static final int SEEDS_MAX = 2_000;
    private static final int STEPS = 2_000;

    /** Fewer would say little of them. */
    private static final int ISLANDS_MIN = 10;

    @Test
    void the_hall_stays_right_through_every_storm_and_gets_on_after_it() {
        Quiet.begin();
        Counters counters = new Counters();
        for (long seed = 1; seed <= SEEDS; seed++) {
            Storm.Result result = Storm.run(seed, Variant.SOUND, STEPS);
            assertEquals(
                    List.of(),
                    result.violations(),
                    "again: scripts/bench storm --scale 0.00005 --seed " + seed);
            counters.add(result.counters());
        }
        assertTrue(
                counters.islandsHealed >= ISLANDS_MIN,
                counters.islandsHealed + " islands came home in " + SEEDS + " seeds");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SOUND")
    void what_is_broken_on_purpose_is_found(Variant broken) {
        Quiet.begin();
        long seed = 1;
        while (seed <= SEEDS_MAX && Storm.run(seed, broken, STEPS).violations().isEmpty()) {
            seed++;
        }
        assertTrue(seed <= SEEDS_MAX, broken + " was not found in " + SEEDS_MAX + " seeds");
    }
}
