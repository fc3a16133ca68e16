package yichuang.access;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers that name a person and do not belong into a free text that many will read: an identity
 * card's and a mobile phone's. Who wants to be reached leaves a number where it is sealed.
 */
public final class PersonalNumbers {
    private static final Pattern NAMING =
            Pattern.compile("(?<![0-9])([0-9]{17}[0-9Xx]|1[3-9][0-9]{9})(?![0-9])");
    private static final int SHOWN_BEFORE = 3;
    private static final int SHOWN_AFTER = 4;

    private PersonalNumbers() {}

    /** {@return the text with only the first three and last four digits of such numbers left} */
    public static String masked(String text) {
        Matcher found = NAMING.matcher(text);
        return found.replaceAll(
                match -> {
                    String number = match.group();
                    return number.substring(0, SHOWN_BEFORE)
                            + "*".repeat(number.length() - SHOWN_BEFORE - SHOWN_AFTER)
                            + number.substring(number.length() - SHOWN_AFTER);
                });
    }
}
