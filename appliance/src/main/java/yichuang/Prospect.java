package yichuang;

import java.util.function.Function;
import yichuang.web.Others.Place;

/** What may still be hoped for of a node that was asked something. */
enum Prospect {
    /** An answer. */
    GOOD,
    /** That it does what it was asked, but nobody need wait for the answer: it leads no more. */
    DIM,
    /** Nothing: another one leads, and what was asked in an earlier term is not done. */
    NONE;

    /** Whose device it is does not change in a moment. */
    static final Function<String, Prospect> OF_AN_OWNER = node -> GOOD;

    static Function<String, Prospect> ofALeader(Leadership leadership) {
        return node ->
                leadership.isWith(node)
                        ? GOOD
                        : leadership.changes() instanceof Place.Nowhere ? DIM : NONE;
    }
}
