package yichuang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import yichuang.cluster.grid.Shared;

/** What each node says of itself arrives at the others. */
class NodeStandingsTest {
    private static final Instant UNTIL = Instant.parse("2027-04-01T00:00:00Z");

    private final Shared here = new Shared("n2");
    private final NodeStandings own = new NodeStandings(here);
    private final Shared there = new Shared("n1");
    private final NodeStandings seen = new NodeStandings(there);

    @BeforeEach
    void connect() {
        here.connect(there::heard);
        there.present(Set.of("n1", "n2"));
    }

    @Test
    void how_far_a_copy_is_and_until_when_its_certificate_is_good() {
        own.say(812, true, UNTIL, Optional.empty());
        assertEquals(Optional.of(812L), seen.index("n2"));
        assertEquals(Optional.of(UNTIL), seen.certificateUntil("n2"));
        assertTrue(seen.hears("n2"));
        assertFalse(seen.hears("n3"), "who said nothing is not asked to listen");
    }

    @Test
    void who_left_the_grid_has_said_nothing() {
        own.say(812, true, UNTIL, Optional.empty());
        there.present(Set.of("n1"));
        assertEquals(Optional.empty(), seen.index("n2"));
        assertFalse(seen.hears("n2"));
    }

    @Test
    void a_clock_an_hour_off_is_told_until_it_is_right_again() {
        own.say(1, false, UNTIL, Optional.of(Duration.ofHours(-1)));
        assertEquals(Optional.of(Duration.ofHours(-1)), seen.clockOff("n2"));
        own.say(2, false, UNTIL, Optional.empty());
        assertEquals(Optional.empty(), seen.clockOff("n2"));
    }
}
