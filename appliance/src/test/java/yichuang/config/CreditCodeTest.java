package yichuang.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** GB 32100-2015, on two codes that item lists of Shanwei and Shanghai publish. */
class CreditCodeTest {
    @Test
    void published_codes_are_right() {
        assertTrue(CreditCode.isRight("12441500196720244T"));
        assertTrue(CreditCode.isRight("11310000MB2F30661Y"));
    }

    @Test
    void any_one_character_changed_is_seen() {
        String right = "11310000MB2F30661Y";
        for (int i = 0; i < right.length(); i++) {
            char other = right.charAt(i) == '3' ? '4' : '3';
            String wrong = right.substring(0, i) + other + right.substring(i + 1);
            assertFalse(CreditCode.isRight(wrong), wrong);
        }
    }

    @Test
    void two_neighbours_swapped_are_seen() {
        assertEquals('T', CreditCode.check("12441500196720244"));
        assertFalse(CreditCode.isRight("12441500916720244T"));
    }
}
