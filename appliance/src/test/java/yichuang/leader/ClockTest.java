package yichuang.leader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clock that jumps must not end a day with forty people waiting. */
class ClockTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");

    /** A board whose two clocks are turned by hand. */
    private static final class Board implements RealClock.Machine {
        Instant wall = NINE;
        long nanos;
        boolean networkTime;
        boolean ownClock;

        @Override
        public Instant wall() {
            return wall;
        }

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public boolean networkTime() {
            return networkTime;
        }

        @Override
        public boolean ownClock() {
            return ownClock;
        }

        void pass(Duration time) {
            wall = wall.plus(time);
            nanos += time.toNanos();
        }
    }

    private final Board board = new Board();

    @Test
    void a_pi_without_network_opens_no_day_until_somebody_confirms_the_time() {
        RealClock clock = new RealClock(board);
        assertFalse(clock.isTrusted());
        clock.confirm();
        assertTrue(clock.isTrusted());
    }

    @Test
    void network_time_is_trusted_and_so_is_a_machine_with_a_clock_of_its_own() {
        board.networkTime = true;
        assertTrue(new RealClock(board).isTrusted());
        board.networkTime = false;
        board.ownClock = true;
        assertTrue(new RealClock(board).isTrusted());
    }

    @Test
    void a_great_step_forward_is_not_followed_until_it_is_confirmed() {
        board.ownClock = true;
        RealClock clock = new RealClock(board);
        board.pass(Duration.ofMinutes(1));
        board.wall = board.wall.plus(Duration.ofHours(11));
        assertEquals(NINE.plusSeconds(60), clock.now());
        assertFalse(clock.isTrusted());
        board.pass(Duration.ofMinutes(1));
        assertEquals(NINE.plusSeconds(120), clock.now(), "the hall's time goes on meanwhile");
        clock.confirm();
        assertEquals(NINE.plusSeconds(120).plus(Duration.ofHours(11)), clock.now());
    }

    @Test
    void a_node_an_hour_off_goes_on_from_its_leaders_time_when_it_leads() {
        board.ownClock = true;
        for (Duration off : new Duration[] {Duration.ofHours(1), Duration.ofHours(-1)}) {
            RealClock clock = new RealClock(board);
            Instant leaders = board.wall.minus(off);
            assertEquals(off, clock.heard(leaders));
            board.pass(Duration.ofMinutes(10));
            clock.tick();
            assertEquals(leaders.plusSeconds(600), clock.now());
            assertFalse(clock.isTrusted(), "no day is opened or closed by it");
            board.networkTime = true;
            assertEquals(board.wall, clock.now());
            board.networkTime = false;
        }
    }

    @Test
    void a_node_some_seconds_off_goes_by_its_own_clock() {
        board.ownClock = true;
        RealClock clock = new RealClock(board);
        assertEquals(Duration.ofSeconds(20), clock.heard(board.wall.minusSeconds(20)));
        assertEquals(board.wall, clock.now());
        assertTrue(clock.isTrusted());
    }

    @Test
    void small_corrections_are_followed_and_do_not_add_up_to_a_step() {
        board.ownClock = true;
        RealClock clock = new RealClock(board);
        for (int i = 0; i < 10; i++) {
            board.pass(Duration.ofMinutes(1));
            board.wall = board.wall.plus(Duration.ofMinutes(2));
            clock.tick();
        }
        assertEquals(NINE.plus(Duration.ofMinutes(30)), clock.now());
        assertTrue(clock.isTrusted());
    }

    @Test
    void a_test_clock_starts_where_it_is_told_and_goes_on_after_a_restart(@TempDir Path data)
            throws IOException {
        HallClock first = Clocks.open(data, Optional.of("2026-03-02T09:00:00+08:00x60"), ZONE);
        assertTrue(first.isTest());
        assertTrue(!first.now().isBefore(NINE) && first.now().isBefore(NINE.plusSeconds(600)));
        first.tick();
        Instant seen = first.now();
        HallClock again = Clocks.open(data, Optional.empty(), ZONE);
        assertTrue(again.isTest(), "data of a test stays a test");
        assertFalse(again.now().isBefore(seen));
        HallClock told = Clocks.open(data, Optional.of("2026-03-02T09:00:00+08:00x60"), ZONE);
        assertFalse(told.now().isBefore(seen), "the same command line again does not turn it back");
        told.goOnFrom(NINE.plusSeconds(36_000));
        assertFalse(told.now().isBefore(NINE.plusSeconds(36_000)));
    }

    @Test
    void a_time_without_an_offset_is_the_halls_own(@TempDir Path data) throws IOException {
        Instant now = Clocks.open(data, Optional.of("2026-03-02T09:00:00"), ZONE).now();
        assertTrue(!now.isBefore(NINE) && now.isBefore(NINE.plusSeconds(60)), now::toString);
    }

    @Test
    void a_time_nobody_can_read_is_refused_with_an_example(@TempDir Path data) {
        for (String wrong :
                new String[] {
                    "morgen",
                    "2026-03-02",
                    "2026-03-02T09:00:00+08:00x0",
                    "2026-03-02T09:00:00+08:00xNaN"
                }) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> Clocks.open(data, Optional.of(wrong), ZONE),
                    wrong);
        }
    }
}
