package yichuang.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    138 1234 5678            | 138 **** 5678
                    138-1234-5678            | 138-****-5678
                    +86 13812345678          | +86 1******5678
                    008613812345678          | 008********5678
                    １３８１２３４５６７８    | １３８****５６７８
                    370303 19900101 1234     | 370*** ******** 1234
                    370303900101123          | 370********1123
                    6222021234567890123      | 6222021234567890123
                    6222021234567890128      | 622************0128
                    6222 0212 3456 7890 128  | 622* **** **** ***0 128
                    4111111111111111         | 411*********1111
                    """)
    void as_people_write_them(String written, String kept) {
        assertEquals(kept, PersonalNumbers.masked(written));
    }

    @ParameterizedTest
    @CsvSource({
        "0533-5289000",
        "2026-03-02 09:00",
        "11370302004201408X437011000100001",
        "370302-20260302-0001",
        "3702026030200000012",
        "A0012等了25分钟",
        "138123456",
    })
    void other_numbers_stay(String text) {
        assertEquals(text, PersonalNumbers.masked(text));
    }
}
