package yichuang.hall;

/**
 * What every value of the hall's words must keep; a breach is a bug of the caller, not a visitor's
 * act.
 */
final class Checks {
    private static final int WORD_LENGTH_MAX = 64;

    private Checks() {}

    static void word(String what, String value) {
        if (value.isEmpty() || value.length() > WORD_LENGTH_MAX) {
            throw new IllegalArgumentException(
                    what + " has 1 to " + WORD_LENGTH_MAX + " characters: \"" + value + "\"");
        }
    }

    static void atLeast(String what, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(what + " is at least " + least + ": " + value);
        }
    }
}
