package yichuang.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import yichuang.hall.Answer;
import yichuang.hall.Outcome;
import yichuang.hall.Receipt;
import yichuang.hall.TicketId;

/** The keypad asks once about each served visit, and counts only while it is lit (一次一评). */
class KeypadTest {
    private Front front = Front.open();

    @AfterEach
    void close() {
        front.close();
    }

    @Test
    void it_is_dark_before_lit_after_the_visit_and_dark_again_a_minute_later() {
        assertFalse(front.keypad().lit());
        front.visit("t1");
        assertTrue(front.keypad().lit());
        front.later(Duration.ofSeconds(59));
        assertTrue(front.keypad().lit());
        front.later(Duration.ofSeconds(1));
        assertFalse(front.keypad().lit());
        assertEquals(
                List.of(KeypadLine.Lamp.LIT, KeypadLine.Lamp.DARK),
                front.virtual.history("keypad-3"));
    }

    @Test
    void a_key_rates_the_visit_that_closed_here_and_the_keypad_thanks() {
        TicketId visit = front.visit("t1");
        assertTrue(front.keypad().lit());

        Press.Asked asked = assertInstanceOf(Press.Asked.class, front.presses("4"));
        Answer.Agreed agreed = assertInstanceOf(Answer.Agreed.class, asked.answer());
        Receipt.Rated rated = assertInstanceOf(Receipt.Rated.class, agreed.receipt());
        assertEquals(visit, rated.ticket());
        assertEquals(4, rated.level());
        assertEquals(new DeviceView.Lit(false, Optional.of("4")), front.keypad());
        assertEquals(
                List.of(KeypadLine.Lamp.LIT, KeypadLine.Lamp.THANKS),
                front.virtual.history("keypad-3"));
    }

    @Test
    void one_answer_per_visit() {
        front.visit("t1");
        front.presses("5");

        assertEquals(new Press.Dark("keypad-3"), front.presses("1"));
        assertEquals(1, front.asked().size());
    }

    @Test
    void a_visit_that_was_undone_and_closed_again_is_still_rated_once() {
        front.visit("t1");
        front.undoes();
        assertEquals(new Press.Dark("keypad-3"), front.presses("5"));
        front.finishes(new Outcome.Done());
        assertInstanceOf(Press.Asked.class, front.presses("5"));
        assertEquals(new Press.Dark("keypad-3"), front.presses("5"));
    }

    @Test
    void the_next_call_ends_it_so_that_nobody_rates_for_another() {
        front.visit("t1");
        front.calls(front.takes("t2"));

        assertFalse(front.keypad().lit());
        assertEquals(new Press.Dark("keypad-3"), front.presses("1"));
    }

    @Test
    void a_restart_in_that_minute_lights_it_again() {
        front.visit("t1");
        front = front.restarted();

        assertTrue(front.keypad().lit());
        assertInstanceOf(Press.Asked.class, front.presses("3"));
        front = front.restarted();
        assertFalse(front.keypad().lit());
    }

    @Test
    void there_are_five_keys() {
        front.visit("t1");
        assertEquals(new Press.UnknownKey("6"), front.presses("6"));
        assertEquals(new Press.UnknownKey(""), front.presses(""));
        assertTrue(front.keypad().lit());
    }
}
