package yichuang.cluster;

import java.time.Instant;
import java.util.Optional;

/**
 * How this node stands with another; a copy, good for any thread. Times are the machine's.
 *
 * @param since when it came up or went down
 * @param lastHeard last frame of it on our connection
 * @param fault why it is down, in a line
 */
public record PeerState(
        String node,
        Address address,
        Standing standing,
        Instant since,
        Optional<Instant> lastHeard,
        Optional<String> fault) {

    /** Whether frames go to it. */
    public enum Standing {
        UP,
        DOWN
    }

    /** {@return whether frames go to it} */
    public boolean up() {
        return standing == Standing.UP;
    }
}
