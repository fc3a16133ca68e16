package yichuang.evaluation.gateway;

import java.time.Instant;
import java.util.Optional;

/**
 * How the sending goes on this node, since it began to lead.
 *
 * @param sends whether this node leads and sends
 * @param requests made so far
 * @param quiet whether it waits for the morning
 * @param full whether the day has had its messages
 * @param troubleSince since when nothing goes through
 * @param nextTry when the gateway is asked again
 */
public record Standing(
        boolean sends,
        long requests,
        boolean quiet,
        boolean full,
        Optional<Instant> troubleSince,
        Optional<String> trouble,
        Optional<Instant> nextTry) {
    /** Of a node that does not lead. */
    static final Standing IDLE =
            new Standing(
                    false, 0, false, false, Optional.empty(), Optional.empty(), Optional.empty());
}
