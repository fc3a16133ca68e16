package yichuang.devices.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Metal bounces; a finger does not. */
class ContactTest {
    private final Contact contact = new Contact();
    private long now = 1_000_000_000L;
    private int moves;
    private boolean wasDown;

    private void sample(boolean down, long millis) {
        contact.sample(down, now);
        if (contact.isDown() != wasDown) {
            wasDown = contact.isDown();
            moves++;
        }
        now += Duration.ofMillis(millis).toNanos();
    }

    private void hold(boolean down, int samples) {
        for (int i = 0; i < samples; i++) {
            sample(down, 10);
        }
    }

    @Test
    void nothing_is_known_before_it_was_quiet_for_20_ms() {
        sample(false, 10);
        sample(false, 10);
        assertFalse(contact.isUp());
        sample(false, 10);
        assertTrue(contact.isUp());
    }

    @Test
    void two_sparks_with_a_pause_of_the_program_between_them_are_no_key() {
        hold(false, 3);
        sample(true, 400);
        sample(true, 10);
        assertFalse(contact.isDown());
        hold(false, 3);
        assertEquals(0, moves);
    }

    @Test
    void what_was_known_is_forgotten_with_the_hardware() {
        hold(true, 3);
        contact.forget();
        assertFalse(contact.isDown());
        assertFalse(contact.isUp());
    }

    /** However it bounces on the way down and up, one press is two moves. */
    @Property(tries = 2000)
    void one_press_is_one_however_it_bounces(
            @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 9) Integer> landing,
            @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 9) Integer> leaving,
            @ForAll @IntRange(min = 3, max = 50) int held) {
        ContactTest key = new ContactTest();
        key.hold(false, 3);
        key.bounce(landing, true);
        key.hold(true, held);
        key.bounce(leaving, false);
        key.hold(false, 3);
        assertEquals(2, key.moves);
    }

    /** Each jump shorter than a period of the scan, so that samples fall anywhere. */
    private void bounce(List<Integer> jumps, boolean into) {
        boolean level = into;
        for (int jump : jumps) {
            sample(level, jump);
            level = !level;
        }
    }
}
