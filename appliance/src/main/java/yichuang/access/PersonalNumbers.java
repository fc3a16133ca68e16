package yichuang.access;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers that name a person and do not belong into a free text that many will read: an identity
 * card's, a mobile phone's, a bank card's; also in full-width digits, and parted by blanks or
 * hyphens as people part them. Who wants to be reached leaves a number where it is sealed. A number
 * spelt in words is not found.
 */
public final class PersonalNumbers {
    private static final String BETWEEN = "[ -]?";
    private static final int SHOWN_BEFORE = 3;
    private static final int SHOWN_AFTER = 4;

    private static final List<Kind> KINDS =
            List.of(
                    kind("[0-9]{6} ?[0-9]{8} ?[0-9]{3}[0-9Xx]"),
                    kind(
                            "(?:(?:\\+|00)?86"
                                    + BETWEEN
                                    + ")?1[3-9][0-9]"
                                    + BETWEEN
                                    + "[0-9]{4}"
                                    + BETWEEN
                                    + "[0-9]{4}"),
                    // Cards of fifteen digits, given out until 1999: yyMMdd in their middle.
                    kind("[1-9][0-9]{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}"),
                    new Kind(
                            whole(
                                    "[456][0-9]{3}(?:"
                                            + BETWEEN
                                            + "[0-9]{4}){3}"
                                            + "(?:"
                                            + BETWEEN
                                            + "[0-9]{1,3})?"),
                            PersonalNumbers::hasRightCheckDigit));

    private PersonalNumbers() {}

    private record Kind(Pattern pattern, Predicate<String> isOne) {}

    private static Kind kind(String pattern) {
        return new Kind(whole(pattern), any -> true);
    }

    private static Pattern whole(String pattern) {
        return Pattern.compile("(?<![0-9])" + pattern + "(?![0-9])");
    }

    /** {@return the text with only the first three and last four digits of such numbers left} */
    public static String masked(String text) {
        StringBuilder shown = new StringBuilder(text);
        for (Kind kind : KINDS) {
            Matcher found = kind.pattern().matcher(plain(shown));
            while (found.find()) {
                if (kind.isOne().test(found.group())) {
                    mask(shown, found.start(), found.end());
                }
            }
        }
        return shown.toString();
    }

    /** {@return the text with ASCII digits and signs, each where its full-width one stands} */
    private static String plain(CharSequence text) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c > '\uff00' && c <= '\uff5e') {
                plain.setCharAt(i, (char) (c - '\ufee0'));
            } else if (c == '\u3000' || c == '\u00a0') {
                plain.setCharAt(i, ' ');
            } else if (c >= '\u2010' && c <= '\u2015') {
                plain.setCharAt(i, '-');
            }
        }
        return plain.toString();
    }

    private static void mask(StringBuilder text, int from, int to) {
        int digits = digits(text.substring(from, to)).length();
        int digit = 0;
        for (int i = from; i < to; i++) {
            if (isDigit(plain(text.substring(i, i + 1)).charAt(0))) {
                if (digit >= SHOWN_BEFORE && digit < digits - SHOWN_AFTER) {
                    text.setCharAt(i, '*');
                }
                digit++;
            }
        }
    }

    private static String digits(String text) {
        return plain(text)
                .chars()
                .filter(PersonalNumbers::isDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isDigit(int c) {
        return (c >= '0' && c <= '9') || c == 'X' || c == 'x';
    }

    /** The check digit of bank cards (ISO/IEC 7812-1): one number in ten has it by chance. */
    private static boolean hasRightCheckDigit(String number) {
        String digits = digits(number);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 0 ? digit : 2 * digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }
}
