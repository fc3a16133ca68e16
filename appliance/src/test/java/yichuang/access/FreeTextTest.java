package yichuang.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What is written is kept as it is read, and nothing that nobody sees. */
class FreeTextTest {
    @Test
    void words_stay_as_they_are() {
        assertEquals("办得快，谢谢 👍🏽 Ça va?\n第二行", FreeText.cleaned("  办得快，谢谢 👍🏽 Ça va?\r\n第二行 "));
        assertEquals("这帮人太差劲了，滚", FreeText.cleaned("这帮人太差劲了，滚"));
    }

    @Test
    void signs_that_nobody_sees_are_dropped() {
        assertEquals("好评", FreeText.cleaned("好\u200b\u200d\ufeff评\u00ad\u2060"));
        assertEquals("abc", FreeText.cleaned("a\u202eb\u2066c\u2069\u200f"));
        assertEquals("ab", FreeText.cleaned("a\u0007\u009bb\ue000\ufdd0"));
        assertEquals("x", FreeText.cleaned("x\udb40\udc41\udb40\udc42"));
    }

    @Test
    void a_text_of_which_nothing_is_seen_is_none() {
        assertEquals("", FreeText.cleaned(" \u200b\u3164\u2800\u00ad\ufeff\t\n\u3000"));
    }

    @Test
    void a_wall_of_empty_lines_is_one_and_a_tower_of_marks_is_low() {
        assertEquals("a\n\nb", FreeText.cleaned("a\n \n\u200b\n\n\n\nb"));
        assertEquals(
                "e" + "\u0301".repeat(3) + "x", FreeText.cleaned("e" + "\u0301".repeat(60) + "x"));
    }

    @Test
    void a_number_that_was_hidden_between_unseen_signs_is_masked() {
        assertEquals("138****5678", FreeText.cleaned("138\u200b1234\u200d5678"));
    }

    @Property
    void what_was_cleaned_is_clean(@ForAll String text) {
        String clean = FreeText.cleaned(text);
        assertEquals(clean, FreeText.cleaned(clean));
        assertTrue(
                clean.codePoints()
                        .noneMatch(
                                letter ->
                                        Character.getType(letter) == Character.FORMAT
                                                || (letter != '\n'
                                                        && Character.isISOControl(letter))));
    }
}
