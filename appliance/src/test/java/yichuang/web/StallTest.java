package yichuang.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A node that was stopped for ten seconds has requests of ten seconds ago in its hands. */
class StallTest {
    private long now = 5;
    private final Stall stall = new Stall(() -> now);

    private void pass(Duration time) {
        now += time.toNanos();
    }

    @Test
    void a_node_that_runs_takes_what_it_is_asked() {
        assertFalse(stall.mayHoldOldRequests());
        for (int i = 0; i < 100; i++) {
            pass(Duration.ofMillis(50));
            stall.beat();
            assertFalse(stall.mayHoldOldRequests());
        }
    }

    @Test
    void whoever_asks_waits_out_a_short_stall() {
        pass(Duration.ofMillis(1_900));
        assertFalse(stall.mayHoldOldRequests());
    }

    @Test
    void what_came_during_a_long_one_is_not_done() {
        pass(Duration.ofSeconds(10));
        assertTrue(stall.mayHoldOldRequests(), "read before the next beat");
        stall.beat();
        assertTrue(stall.mayHoldOldRequests(), "read after it");
        pass(Duration.ofMillis(249));
        assertTrue(stall.mayHoldOldRequests());
        pass(Duration.ofMillis(1));
        assertFalse(stall.mayHoldOldRequests(), "what is read now has just come");
    }
}
