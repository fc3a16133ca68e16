package yichuang.hall;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that both parts of a divided hall did, or that only a person can set right. The hall
 * has decided already; a manager looks at it and ticks it off. docs/internals/island.md has a row
 * for each kind.
 *
 * @param id where it came from: node, epoch, sequence, and its place there
 * @param at log time of the hall when it was found
 * @param number as people know the ticket
 * @param window the island's window, when it happened at one
 * @param closing what the island recorded and the hall did not take
 * @param level of a rating that the hall did not take
 */
public record Conflict(
        String id,
        Kind kind,
        NodeId node,
        long epoch,
        Instant at,
        TicketId ticket,
        String number,
        Optional<WindowId> window,
        Optional<Closing> closing,
        Optional<Integer> level) {
    /** What there is to look at. */
    public enum Kind {
        /** One leg was closed here and on the island; the hall's own closing stands. */
        FINISHED_TWICE,
        /** Closed on the island while another window here has it or has served it on. */
        SERVED_ELSEWHERE,
        /** Closed on the island after the ticket was cancelled or had expired here. */
        FINISHED_AFTER_END,
        /** Called here to a window of the island just before it was cut off; it waits again. */
        CALLED_WHILE_CUT_OFF,
        /** One request was given a number on both sides, and the hall's was called already. */
        TAKEN_TWICE,
        /** Rated on both sides; the hall's own rating stands. */
        RATED_TWICE,
        /** Rated on the island for a visit that the hall does not know as served. */
        RATED_WITHOUT_VISIT,
        /** A question was answered on both sides; the hall's own answer stands. */
        ANSWERED_TWICE,
        /** The island took back a closing that had been rated here; the closing stands. */
        UNDONE_AFTER_RATING,
        /** Open on an island that was given up: the person may have been entered from paper. */
        OPEN_AFTER_GIVEN_UP
    }
}
