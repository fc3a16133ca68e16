package yichuang.devices.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Which key of a rating keypad counts, and what its lamps say. Keys are 1 to 5 here. */
class RatingKeysTest {
    private static final int ALL = 0b11111;

    private final RatingKeys keys = new RatingKeys();
    private final List<Integer> counted = new ArrayList<>();
    private long now = 7_000_000_000L;
    private int held;

    RatingKeysTest() {
        passes(Duration.ofMillis(100));
    }

    private void passes(Duration time) {
        for (long until = now + time.toNanos(); now < until; now += 10_000_000) {
            keys.sample(held, now).ifPresent(key -> counted.add(key + 1));
        }
    }

    private void down(int key) {
        held |= 1 << (key - 1);
    }

    private void up(int key) {
        held &= ~(1 << (key - 1));
    }

    private void presses(int key) {
        down(key);
        passes(Duration.ofMillis(150));
        up(key);
        passes(Duration.ofMillis(100));
    }

    private int lamps() {
        return keys.lamps(now);
    }

    private static int lamp(int key) {
        return 1 << (key - 1);
    }

    /** Whether the lamps are all on and all off in turns. */
    private boolean flicker() {
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            seen.add(keys.lamps(now + Duration.ofMillis(10L * i).toNanos()));
        }
        return seen.contains(0) && seen.contains(ALL);
    }

    @Test
    void lamps_are_lit_only_while_a_rating_is_open() {
        assertEquals(0, lamps());
        keys.light(now);
        assertEquals(ALL, lamps());
        keys.darken(now);
        assertEquals(0, lamps());
    }

    @Test
    void the_lamp_of_the_key_confirms_it_and_blinks_for_thanks() {
        keys.light(now);
        presses(4);
        assertEquals(List.of(4), counted);
        assertEquals(lamp(4), lamps());
        keys.thank(now);
        assertEquals(lamp(4), keys.lamps(now));
        assertEquals(0, keys.lamps(now + Duration.ofMillis(300).toNanos()));
        assertEquals(lamp(4), keys.lamps(now + Duration.ofMillis(600).toNanos()));
        passes(RatingKeys.THANKS.plusMillis(10));
        assertEquals(0, lamps());
    }

    @Test
    void a_rating_that_came_elsewhere_is_thanked_for_by_all_lamps() {
        keys.light(now);
        keys.thank(now);
        assertEquals(ALL, lamps());
        passes(RatingKeys.THANKS.plusMillis(10));
        assertEquals(0, lamps());
    }

    @Test
    void one_answer_a_visit_whatever_is_pressed_after_it() {
        keys.light(now);
        presses(2);
        presses(5);
        presses(2);
        keys.thank(now);
        presses(1);
        assertEquals(List.of(2), counted);
    }

    @Test
    void a_key_that_the_hall_did_not_take_may_be_pressed_again() {
        keys.light(now);
        presses(3);
        keys.again(now);
        assertEquals(ALL, lamps());
        presses(3);
        assertEquals(List.of(3, 3), counted);
    }

    @Test
    void a_hall_that_does_not_answer_is_waited_for_5_seconds() {
        keys.light(now);
        presses(3);
        passes(RatingKeys.ANSWER_MAX);
        assertEquals(ALL, lamps());
    }

    @Test
    void of_two_keys_at_once_none_counts_and_the_lamps_flicker() {
        keys.light(now);
        down(2);
        passes(Duration.ofMillis(50));
        down(5);
        passes(Duration.ofMillis(300));
        assertEquals(List.of(), counted);
        assertEquals(true, flicker());
        up(2);
        up(5);
        passes(RatingKeys.FLICKER_MIN);
        assertEquals(ALL, lamps());
        assertEquals(false, flicker());
        presses(5);
        assertEquals(List.of(5), counted);
    }

    @Test
    void after_two_at_once_the_one_that_stays_down_does_not_count_either() {
        keys.light(now);
        down(2);
        down(3);
        passes(Duration.ofMillis(100));
        up(3);
        passes(Duration.ofSeconds(1));
        assertEquals(List.of(), counted);
        up(2);
        passes(Duration.ofMillis(50));
        presses(2);
        assertEquals(List.of(2), counted);
    }

    @Test
    void a_key_pressed_while_another_is_still_down_from_before_does_not_count() {
        keys.light(now);
        down(1);
        passes(Duration.ofMillis(200));
        keys.again(now);
        presses(4);
        assertEquals(List.of(1), counted);
    }

    @Test
    void a_stuck_key_is_told_its_lamp_stays_dark_and_the_others_count() {
        down(3);
        passes(RatingKeys.STUCK.plusMillis(100));
        assertEquals(lamp(3), keys.stuck());
        counted.clear();
        keys.light(now);
        assertEquals(ALL & ~lamp(3), lamps());
        presses(5);
        assertEquals(List.of(5), counted);
        up(3);
        passes(Duration.ofMillis(100));
        assertEquals(0, keys.stuck());
    }

    @Test
    void a_key_that_was_down_when_the_hardware_came_was_not_pressed() {
        keys.light(now);
        keys.forget();
        down(1);
        passes(Duration.ofSeconds(1));
        assertEquals(List.of(), counted);
        presses(2);
        assertEquals(List.of(2), counted);
    }

    @Test
    void a_finger_that_came_too_early_rates_nothing_when_the_lamps_go_on() {
        down(4);
        passes(Duration.ofMillis(200));
        counted.clear(); // in the dark: told to the hall, which has nothing to rate
        keys.light(now);
        passes(Duration.ofSeconds(2));
        assertEquals(List.of(), counted);
    }

    @Test
    void keys_in_the_dark_are_told_and_light_nothing() {
        presses(5);
        assertEquals(List.of(5), counted);
        assertEquals(0, lamps());
    }

    /** Whatever fingers do, a lit keypad gives one answer at the most. */
    @Property(tries = 1000)
    void never_two_answers(
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 31) Integer> sets,
            @ForAll @IntRange(min = 1, max = 12) int samples) {
        RatingKeysTest visit = new RatingKeysTest();
        visit.keys.light(visit.now);
        for (int set : sets) {
            visit.held = set;
            visit.passes(Duration.ofMillis(10L * samples));
            if (!visit.counted.isEmpty()) {
                visit.keys.thank(visit.now); // the hall writes it down
            }
            assertTrue(visit.counted.size() <= 1);
        }
    }
}
