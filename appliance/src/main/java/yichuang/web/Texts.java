package yichuang.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** What a text must be before anything is made of it. */
final class Texts {
    private Texts() {}

    /**
     * {@return whether it has no half surrogate, which UTF-8 cannot write, and no control character
     * but those of a text field}
     */
    static boolean isReadable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\r' && c != '\t') {
                return false;
            }
            if (Character.isSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** {@return whether it is of this format of JSON schema; of one we do not know, it is} */
    static boolean isOfFormat(String format, String text) {
        try {
            switch (format) {
                case "date" -> LocalDate.parse(text);
                case "date-time" -> OffsetDateTime.parse(text);
                default -> {}
            }
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
