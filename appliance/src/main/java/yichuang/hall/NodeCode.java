package yichuang.hall;

import java.time.Instant;
import java.util.Optional;

/**
 * A one-time code that lets one node in, good until {@code until}.
 *
 * @param id what finds it, no secret
 * @param proofKey what a node proves it knows the code by; the code itself is not kept
 * @param used when it let its node in; a used code is remembered for a while, so that whoever comes
 *     second is told that somebody was first
 */
public record NodeCode(
        String id,
        String proofKey,
        NodeId node,
        NodeRole role,
        Instant until,
        Optional<Instant> used) {
    /** {@return whether it would let its node in at this time} */
    public boolean isOpen(Instant at) {
        return used.isEmpty() && at.isBefore(until);
    }

    NodeCode used(Instant at) {
        return new NodeCode(id, proofKey, node, role, until, Optional.of(at));
    }
}
