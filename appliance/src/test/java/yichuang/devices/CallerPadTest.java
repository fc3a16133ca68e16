package yichuang.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import yichuang.hall.Command;
import yichuang.hall.HelpCall;
import yichuang.hall.TicketId;

/** The keys at a window ask what the console's buttons ask, and no more. */
class CallerPadTest {
    @Test
    void next_calls_who_waits_longest_and_the_pad_shows_the_number() {
        try (Front front = Front.open()) {
            TicketId first = front.takes("a");
            front.takes("b");

            assertInstanceOf(Press.Asked.class, front.presses("caller-3", "next"));

            assertEquals(first, ((Command.Call) front.asked().getLast()).ticket());
            assertEquals(
                    front.ticket(first).number(),
                    ((DeviceView.Pressed) front.view("caller-3").content()).number().orElseThrow());
        }
    }

    @Test
    void next_with_nobody_waiting_says_so() {
        try (Front front = Front.open()) {
            assertEquals(new Press.NobodyWaits(), front.presses("caller-3", "next"));
        }
    }

    @Test
    void the_other_keys_ask_for_their_own_act() {
        try (Front front = Front.open()) {
            front.calls(front.takes("a"));

            front.presses("caller-3", "recall");
            front.presses("caller-3", "serve");
            front.presses("caller-3", "hold");

            assertEquals(
                    List.of("Recall", "Serve", "Hold"),
                    front.asked().stream()
                            .map(command -> command.getClass().getSimpleName())
                            .toList());
        }
    }

    @Test
    void a_key_that_no_pad_has_asks_nothing() {
        try (Front front = Front.open()) {
            assertEquals(new Press.UnknownKey("finish"), front.presses("caller-3", "finish"));
            assertEquals(List.of(), front.asked());
        }
    }

    @Test
    void the_panic_button_calls_security_to_its_window() {
        try (Front front = Front.open()) {
            front.presses("panic-3", "help");

            Command.AskHelp help = (Command.AskHelp) front.asked().getLast();
            assertEquals(HelpCall.Kind.SECURITY, help.kind());
            assertEquals("3", help.where());
        }
    }
}
