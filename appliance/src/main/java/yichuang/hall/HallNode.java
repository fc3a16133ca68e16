package yichuang.hall;

import java.time.Instant;
import java.util.Optional;

/**
 * A controller that is a member of the hall.
 *
 * @param address where it listens for the others, {@code host:port}
 * @param serial of its certificate, in hexadecimal digits
 * @param formerSerial of the certificate before; good until the next renewal, for a node may lose
 *     power between the hall's yes and its own disk
 * @param admitted when it became a member
 * @param fenced since when the hall goes on without it: it was a voter, has no vote, and its log
 *     may hold what the hall never heard of. Over once it has rejoined
 */
public record HallNode(
        NodeId id,
        NodeRole role,
        String address,
        String serial,
        Optional<String> formerSerial,
        Instant admitted,
        Optional<Instant> fenced) {
    /** {@return whether the hall goes on without it} */
    public boolean isFenced() {
        return fenced.isPresent();
    }

    HallNode moved(String nextAddress, String nextSerial) {
        return new HallNode(
                id,
                role,
                nextAddress,
                nextSerial,
                nextSerial.equals(serial) ? formerSerial : Optional.of(serial),
                admitted,
                fenced);
    }

    HallNode promoted() {
        return with(NodeRole.VOTER, Optional.empty());
    }

    HallNode fencedAt(Instant at) {
        return with(NodeRole.SATELLITE, Optional.of(at));
    }

    HallNode rejoined() {
        return with(NodeRole.SATELLITE, Optional.empty());
    }

    private HallNode with(NodeRole next, Optional<Instant> fence) {
        return new HallNode(id, next, address, serial, formerSerial, admitted, fence);
    }
}
