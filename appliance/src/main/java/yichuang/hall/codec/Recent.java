package yichuang.hall.codec;

/**
 * Texts that were read lately, so that the code of an item or token that stands in twenty thousand
 * tickets is one object and not twenty thousand. Two threads may overwrite each other here; a text
 * is found again or it is not.
 */
final class Recent {
    private static final int SLOTS = 4_096;
    private static final int LENGTH_MAX = 40;
    private static final String[] TEXTS = new String[SLOTS];

    private Recent() {}

    static String same(String text) {
        if (text.length() > LENGTH_MAX) {
            return text;
        }
        int hash = text.hashCode();
        int slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
        String known = TEXTS[slot];
        if (text.equals(known)) {
            return known;
        }
        TEXTS[slot] = text;
        return text;
    }
}
