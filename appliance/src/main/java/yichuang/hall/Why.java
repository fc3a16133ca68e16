package yichuang.hall;

import java.time.Duration;

/**
 * Why a ticket was called, as facts; the sentence is made at the edge. Decided by the policy, kept
 * in the log.
 *
 * @param policy the policy that chose: {@code built-in} or a script's name
 * @param waited how long the leg had waited
 * @param points its score then, in thousandths; comparable only within one choice
 * @param passed waiting tickets with an earlier arrival that this window could have taken
 */
public record Why(String policy, Reason reason, Duration waited, long points, int passed) {
    /** What decided. */
    public enum Reason {
        /** First come, first served. */
        FIRST_COME,
        /** The highest weighted wait. */
        WEIGHTED,
        /** It had waited past the bound of its class. */
        STARVING,
        /** Its class was owed a turn. */
        SHARE,
        /** It was meant for this window: held here, or transferred to it. */
        RESERVED,
        /** Staff called it by its number. */
        BY_HAND,
        /** A script's score. */
        SCRIPT
    }

    public static Why byHand(Duration waited) {
        return new Why("built-in", Reason.BY_HAND, waited, 0, 0);
    }
}
