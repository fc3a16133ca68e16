package yichuang.evaluation.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** A hall whose clock is off reaches the platform all the same. */
class PlatformTimeTest {
    private static final Instant WALL = Instant.parse("2026-03-02T01:00:00Z");

    private final PlatformTime time = new PlatformTime(InstantSource.fixed(WALL));

    @Test
    void a_second_or_two_is_the_wire_and_not_the_clock() {
        assertFalse(time.heard(WALL.minusSeconds(2)));
        assertEquals(WALL, time.now());
    }

    @Test
    void the_platform_s_clock_is_gone_by_and_followed_when_it_is_set_right() {
        assertTrue(time.heard(WALL.plusSeconds(3600)));
        assertEquals(WALL.plusSeconds(3600), time.now());
        assertEquals(Duration.ofHours(1), time.ahead());
        assertTrue(time.heard(WALL));
        assertEquals(WALL, time.now());
    }
}
