package yichuang.devices.gpio;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yichuang.devices.DeviceFault;
import yichuang.devices.Press;

/** A keypad on Pi4J's mock pins, with bouncing contacts and a clock turned by hand. */
class WiredKeypadTest {
    private static final List<Integer> KEYS = List.of(5, 6, 13, 19, 26);
    private static final List<Integer> LAMPS = List.of(12, 16, 20, 21, 25);
    private static final int ALL = 0b11111;

    private final MockPi pi = new MockPi();
    private final List<String> pressed = new ArrayList<>();
    private CompletionStage<Press> answer = new CompletableFuture<>();
    private final Scanner idle = new Scanner("test");
    private final WiredKeypad keypad =
            new WiredKeypad(
                    new HeaderWires(pi.ports, KEYS, LAMPS),
                    key -> {
                        pressed.add(key);
                        return answer;
                    },
                    idle,
                    () -> pi.nanos);

    /** The scans are made by hand. */
    WiredKeypadTest() throws DeviceFault {
        idle.close();
        keypad.check();
        KEYS.forEach(pi::free);
        passes(Duration.ofMillis(100));
    }

    @AfterEach
    void close() {
        keypad.close();
        pi.close();
    }

    private void passes(Duration time) {
        for (long until = pi.nanos + time.toNanos(); pi.nanos < until; ) {
            keypad.scan(pi.nanos);
            pi.nanos += Scanner.PERIOD.toNanos();
        }
    }

    /**
     * The metal jumps every 0.3 to 3 ms for up to 15 ms, as cheap keys do; the scan falls in
     * wherever it falls.
     */
    private void bounce(int pin, boolean down, Random chance) {
        long end = pi.nanos + Duration.ofMillis(15).toNanos();
        long scan = pi.nanos + chance.nextInt(10_000_000);
        boolean low = down;
        while (pi.nanos < end) {
            if (low) {
                pi.ground(pin);
            } else {
                pi.free(pin);
            }
            low = !low;
            pi.nanos += 300_000 + chance.nextInt(2_700_000);
            if (pi.nanos >= scan) {
                keypad.scan(pi.nanos);
                scan += 10_000_000;
            }
        }
        if (down) {
            pi.ground(pin);
        } else {
            pi.free(pin);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void a_bouncing_key_counts_once_and_at_its_level(long seed) throws DeviceFault {
        Random chance = new Random(seed);
        for (int key = 0; key < KEYS.size(); key++) {
            pressed.clear();
            keypad.light();
            bounce(KEYS.get(key), true, chance);
            passes(Duration.ofMillis(40 + chance.nextInt(400)));
            bounce(KEYS.get(key), false, chance);
            passes(Duration.ofMillis(100));
            assertEquals(List.of(String.valueOf(key + 1)), pressed, "seed " + seed);
            assertEquals(1 << key, pi.shining(LAMPS));
        }
    }

    /**
     * From the last bounce to the hall: 20 ms to settle, 80 ms alone, and the grain of the scan.
     */
    @Test
    void a_held_key_is_told_within_130_ms_and_a_tap_when_it_is_up() throws DeviceFault {
        keypad.light();
        pi.ground(KEYS.get(0));
        passes(Duration.ofMillis(90));
        assertEquals(List.of(), pressed);
        passes(Duration.ofMillis(40));
        assertEquals(List.of("1"), pressed);
    }

    @Test
    void a_spark_of_15_ms_is_no_key() throws DeviceFault {
        keypad.light();
        pi.ground(KEYS.get(2));
        passes(Duration.ofMillis(15));
        pi.free(KEYS.get(2));
        passes(Duration.ofMillis(500));
        assertEquals(List.of(), pressed);
        assertEquals(ALL, pi.shining(LAMPS));
    }

    @Test
    void a_key_that_the_hall_refused_can_be_pressed_again() throws DeviceFault {
        answer = CompletableFuture.failedFuture(new IllegalStateException("no leader"));
        keypad.light();
        for (int i = 0; i < 2; i++) {
            pi.ground(KEYS.get(3));
            passes(Duration.ofMillis(150));
            pi.free(KEYS.get(3));
            passes(Duration.ofMillis(50));
        }
        assertEquals(List.of("4", "4"), pressed);
        assertEquals(ALL, pi.shining(LAMPS));
    }

    @Test
    void a_stuck_key_is_a_fault_of_the_device_until_it_is_free_and_the_others_count()
            throws DeviceFault {
        pi.ground(KEYS.get(1));
        passes(RatingKeys.STUCK.plusMillis(100));
        DeviceFault fault = assertThrows(DeviceFault.class, keypad::check);
        assertEquals(DeviceFault.Kind.STUCK_KEY, fault.kind());
        pressed.clear();
        assertThrows(DeviceFault.class, keypad::light, "told, and yet lit");
        passes(Duration.ofMillis(50));
        assertEquals(ALL & ~2, pi.shining(LAMPS));
        pi.ground(KEYS.get(4));
        passes(Duration.ofMillis(150));
        assertEquals(List.of("5"), pressed);
        pi.free(KEYS.get(1));
        pi.free(KEYS.get(4));
        passes(Duration.ofMillis(100));
        assertDoesNotThrow(keypad::check);
    }

    @Test
    void closed_it_is_dark_and_its_pins_are_free() throws DeviceFault {
        keypad.light();
        keypad.close();
        assertFalse(pi.isOpen(KEYS.get(0)));
        assertFalse(pi.isOpen(LAMPS.get(0)));
    }

    @Test
    void a_machine_without_pins_is_a_fault_and_no_crash() {
        try (MockPi none = new MockPi()) {
            none.isNoPi(true);
            WiredKeypad lost =
                    new WiredKeypad(
                            new HeaderWires(none.ports, KEYS, LAMPS),
                            key -> answer,
                            idle,
                            () -> none.nanos);
            idle.close();
            lost.scan(none.nanos);
            assertThrows(DeviceFault.class, lost::check);
            assertThrows(DeviceFault.class, lost::light);
            none.isNoPi(false);
            none.nanos += Watch.PAUSE.toNanos();
            assertDoesNotThrow(lost::check);
            lost.close();
        }
    }
}
