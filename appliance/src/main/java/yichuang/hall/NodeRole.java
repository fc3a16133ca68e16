package yichuang.hall;

import java.util.Locale;

/** What a node is in its hall. */
public enum NodeRole {
    /** Keeps the log and has a vote; a hall has 1, 3 or 5. */
    VOTER,
    /** Has windows, boards and kiosks, but no log and no vote. */
    SATELLITE;

    /** {@return the role as the command line and the API write it} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * {@return the role of a word}
     *
     * @throws IllegalArgumentException when the word is neither
     */
    public static NodeRole of(String word) {
        return switch (word) {
            case "voter" -> VOTER;
            case "satellite" -> SATELLITE;
            case String other ->
                    throw new IllegalArgumentException(
                            other + " is no role; a node is a voter or a satellite");
        };
    }
}
