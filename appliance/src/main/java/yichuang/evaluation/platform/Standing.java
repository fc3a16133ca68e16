package yichuang.evaluation.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import yichuang.evaluation.sending.Outage;

/**
 * How the sending goes on this node, since it began to lead.
 *
 * @param requests made so far
 * @param taken letters the platform has taken or had already
 * @param refusals of single letters
 * @param doubtful letters that were refused and are tried again
 * @param outage while nothing goes through
 * @param lastTaken when it last took something
 * @param platformAhead how far its clock is before this machine's
 */
public record Standing(
        boolean sends,
        long requests,
        long taken,
        long refusals,
        int doubtful,
        Optional<Outage> outage,
        Optional<Instant> lastTaken,
        Duration platformAhead) {
    /** Of a node that does not lead. */
    public static final Standing IDLE =
            new Standing(false, 0, 0, 0, 0, Optional.empty(), Optional.empty(), Duration.ZERO);
}
