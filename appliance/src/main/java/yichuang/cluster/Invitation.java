package yichuang.cluster;

import java.time.Instant;
import java.util.Optional;
import yichuang.hall.NodeRole;

/**
 * What the hall knows of a code.
 *
 * @param id {@link JoinCode#id}
 * @param proofKey {@link JoinCode#proofKey}
 * @param until last instant at which it is good
 * @param used when it let its node in
 */
public record Invitation(
        String id,
        String proofKey,
        String node,
        NodeRole role,
        Instant until,
        Optional<Instant> used) {
    public Invitation {
        JoinCode.key(proofKey);
    }
}
