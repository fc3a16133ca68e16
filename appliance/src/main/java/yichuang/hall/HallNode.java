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
 */
public record HallNode(
        NodeId id,
        NodeRole role,
        String address,
        String serial,
        Optional<String> formerSerial,
        Instant admitted) {
    HallNode moved(String nextAddress, String nextSerial) {
        return new HallNode(
                id,
                role,
                nextAddress,
                nextSerial,
                nextSerial.equals(serial) ? formerSerial : Optional.of(serial),
                admitted);
    }

    HallNode promoted() {
        return new HallNode(id, NodeRole.VOTER, address, serial, formerSerial, admitted);
    }
}
