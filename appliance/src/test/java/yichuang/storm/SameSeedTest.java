package yichuang.storm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A seed that failed can be looked at again only if it is the same run. */
class SameSeedTest {
    @Test
    void the_same_seed_is_the_same_run() {
        Quiet.begin();
        for (long seed = 1; seed <= 10; seed++) {
            assertEquals(traces(seed), traces(seed), "seed " + seed);
        }
    }

    private static List<Long> traces(long seed) {
        Storm.Result result = Storm.run(seed, Variant.SOUND, 2_000);
        return List.of(result.trace(), result.counters().steps, result.counters().acknowledged);
    }
}
