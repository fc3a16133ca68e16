package yichuang.access;

/**
 * What a person wrote, as the hall keeps it and shows it to others: without what cannot be seen,
 * and with the numbers that name a person masked. Signs that turn the direction of writing or have
 * no width could hide words, or show others than were written; a text of nothing else is empty.
 *
 * <p>What is said stays as it is said. There is no list of words, and there will be none: who reads
 * is to read what people think.
 */
public final class FreeText {
    /** More marks on one letter are a drawing that runs over the lines around it. */
    private static final int MARKS_MAX = 3;

    /** Letters and marks that show nothing: fillers of Korean, a blank of Braille, a joiner. */
    private static final String UNSEEN = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0";

    private FreeText() {}

    /** {@return the text as it may be kept; empty when nothing of it can be seen} */
    public static String cleaned(String text) {
        StringBuilder seen = new StringBuilder(text.length());
        int marks = 0;
        for (int letter : text.replace("\r\n", "\n").codePoints().toArray()) {
            int kept = kept(letter);
            if (kept >= 0) {
                marks = isMark(kept) ? marks + 1 : 0;
                if (marks <= MARKS_MAX) {
                    seen.appendCodePoint(kept);
                }
            }
        }
        String tidy = seen.toString().strip().replaceAll(" *\n(?:\\s*\n)+", "\n\n");
        return PersonalNumbers.masked(tidy);
    }

    /** {@return the letter, or the one in its place; negative when it is dropped} */
    private static int kept(int letter) {
        return switch (letter) {
            case '\n', '\r', 0x0b, 0x0c, 0x85, 0x2028, 0x2029 -> '\n';
            case '\t' -> ' ';
            default ->
                    switch (Character.getType(letter)) {
                        case Character.CONTROL,
                                Character.FORMAT,
                                Character.PRIVATE_USE,
                                Character.SURROGATE,
                                Character.UNASSIGNED ->
                                -1;
                        default -> UNSEEN.indexOf(letter) >= 0 ? -1 : letter;
                    };
        };
    }

    private static boolean isMark(int letter) {
        int type = Character.getType(letter);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }
}
