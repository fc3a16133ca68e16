package yichuang.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** A comment names nobody by number. */
class PersonalNumbersTest {
    @Test
    void cards_and_phones_are_masked_and_other_numbers_are_not() {
        assertEquals(
                "我是370***********1234，电话138****5678，第3号窗口，案号20260302000123456789，缴费13812345678900元",
                PersonalNumbers.masked(
                        "我是370303199001011234，电话13812345678，第3号窗口，案号20260302000123456789，"
                                + "缴费13812345678900元"));
        assertEquals("3703****…", PersonalNumbers.masked("3703****…"));
        assertEquals("370***********123X", PersonalNumbers.masked("37030319900101123X"));
    }
}
