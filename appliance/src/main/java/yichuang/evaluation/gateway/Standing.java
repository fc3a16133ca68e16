package yichuang.evaluation.gateway;

import java.util.Optional;
import yichuang.evaluation.sending.Outage;

/**
 * How the sending goes on this node, since it began to lead.
 *
 * @param sends whether this node leads and sends
 * @param requests made so far
 * @param quiet whether it waits for the morning
 * @param full whether the day has had its messages
 * @param outage while nothing goes through
 */
public record Standing(
        boolean sends, long requests, boolean quiet, boolean full, Optional<Outage> outage) {
    /** Of a node that does not lead. */
    static final Standing IDLE = new Standing(false, 0, false, false, Optional.empty());
}
