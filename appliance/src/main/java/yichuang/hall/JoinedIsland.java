package yichuang.hall;

import java.time.Instant;

/**
 * How much of a node's last island has joined the hall.
 *
 * @param epoch of that island
 * @param since when it began, by its own clock
 * @param sequence of the last thing of it that has joined
 */
public record JoinedIsland(NodeId node, long epoch, Instant since, long sequence) {
    JoinedIsland upTo(long last) {
        return new JoinedIsland(node, epoch, since, last);
    }
}
