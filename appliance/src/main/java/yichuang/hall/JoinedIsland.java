package yichuang.hall;

import java.time.Instant;
import java.util.Optional;

/**
 * How much of a node's last island has joined the hall.
 *
 * @param epoch of that island
 * @param since when it began, by its own clock
 * @param knew the last time that the node was cut off, as far as the island knew of it
 * @param sequence of the last thing of it that has joined
 */
public record JoinedIsland(
        NodeId node, long epoch, Instant since, Optional<CutOffNode> knew, long sequence) {
    JoinedIsland upTo(long last) {
        return new JoinedIsland(node, epoch, since, knew, last);
    }

    /**
     * {@return whether the hall has let the island go since it began} No clock tells that: an
     * island's may be an hour off.
     */
    boolean isGivenUp(Optional<CutOffNode> last) {
        return last.filter(CutOffNode::isOver).isPresent() && !last.equals(knew);
    }
}
