package yichuang;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** For how long a node has been without a leader. */
class SolitudeTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Solitude solitude = new Solitude(nanos::get);

    private Duration lookAfter(Duration passed, boolean alone) {
        nanos.addAndGet(passed.toNanos());
        return solitude.look(alone);
    }

    @Test
    void it_grows_with_each_look_and_ends_with_a_leader() {
        assertEquals(Duration.ofSeconds(1), lookAfter(Duration.ofSeconds(1), true));
        assertEquals(Duration.ofSeconds(2), lookAfter(Duration.ofSeconds(1), true));
        assertEquals(Duration.ZERO, lookAfter(Duration.ofSeconds(1), false));
        assertEquals(Duration.ofSeconds(1), lookAfter(Duration.ofSeconds(1), true));
    }

    @Test
    void a_process_that_stood_still_was_not_alone_all_that_time() {
        assertEquals(Duration.ofMillis(1_500), lookAfter(Duration.ofMinutes(10), true));
    }
}
