package yichuang.devices.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yichuang.devices.DeviceFault;
import yichuang.devices.Press;
import yichuang.hall.Answer;
import yichuang.hall.HelpCall;
import yichuang.hall.Receipt;

/** Whoever presses the panic button is heard, once, and nobody beside them notices. */
class WiredButtonTest {
    private static final int PIN = 17;
    private static final CompletionStage<Press> LOST =
            CompletableFuture.failedFuture(new IllegalStateException("no leader"));
    private static final CompletionStage<Press> TAKEN =
            CompletableFuture.completedFuture(
                    new Press.Asked(
                            new Answer.Agreed(
                                    List.of(),
                                    new Receipt.Help(
                                            "h1", HelpCall.Kind.SECURITY, "3", Instant.EPOCH))));

    private final MockPi pi = new MockPi();
    private final List<String> pressed = new ArrayList<>();
    private CompletionStage<Press> answer = TAKEN;
    private final Scanner idle = new Scanner("test");
    private final WiredButton button =
            new WiredButton(
                    new HeaderWires(pi.ports, List.of(PIN), List.of()),
                    key -> {
                        pressed.add(key);
                        return answer;
                    },
                    idle,
                    () -> pi.nanos);

    /** The scans are made by hand. */
    WiredButtonTest() throws DeviceFault {
        idle.close();
        button.check();
        pi.free(PIN);
        passes(Duration.ofMillis(100));
    }

    @AfterEach
    void close() {
        button.close();
        pi.close();
    }

    private void passes(Duration time) {
        for (long until = pi.nanos + time.toNanos(); pi.nanos < until; ) {
            button.scan(pi.nanos);
            pi.nanos += Scanner.PERIOD.toNanos();
        }
    }

    private void presses() {
        pi.ground(PIN);
        passes(Duration.ofMillis(100));
        pi.free(PIN);
        passes(Duration.ofMillis(100));
    }

    @Test
    void a_press_calls_once() {
        presses();
        passes(Duration.ofMinutes(2));
        assertEquals(List.of("help"), pressed);
    }

    @Test
    void while_no_leader_is_there_it_is_asked_again_until_it_is_taken() {
        answer = LOST;
        presses();
        passes(Duration.ofSeconds(5));
        assertEquals(3, pressed.size());
        answer = TAKEN;
        passes(Duration.ofMinutes(2));
        assertEquals(4, pressed.size());
    }

    @Test
    void after_a_minute_without_a_hall_it_is_given_up() {
        answer = LOST;
        presses();
        passes(Duration.ofMinutes(5));
        assertTrue(pressed.size() <= 30, () -> pressed.size() + " times");
    }

    @Test
    void a_stuck_button_is_a_fault_and_calls_no_second_time() {
        pi.ground(PIN);
        passes(WiredButton.STUCK.plusMillis(100));
        DeviceFault fault = assertThrows(DeviceFault.class, button::check);
        assertEquals(DeviceFault.Kind.STUCK_KEY, fault.kind());
        assertEquals(List.of("help"), pressed);
    }
}
