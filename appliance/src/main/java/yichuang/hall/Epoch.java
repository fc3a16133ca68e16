package yichuang.hall;

import java.util.Comparator;
import java.util.Optional;

/**
 * Which of the hall's logs is in force. The first begins with the hall. Another one begins when an
 * administrator has a node go on without the voters, and then the log before it is over, whatever
 * its voters may still write.
 *
 * @param number 1 for the first, one more with each
 * @param node which node began it; empty for the first
 * @param term of the last command that it took over from the log before
 * @param index of that command
 */
public record Epoch(long number, Optional<NodeId> node, long term, long index)
        implements Comparable<Epoch> {
    /** The epoch of a hall that was never taken over. */
    public static final Epoch FIRST = new Epoch(1, Optional.empty(), 0, 0);

    private static final Comparator<Epoch> ORDER =
            Comparator.comparingLong(Epoch::number)
                    .thenComparingLong(Epoch::index)
                    .thenComparing(epoch -> epoch.node().map(NodeId::value).orElse(""));

    /**
     * The greater one is in force. Two of one number are the work of two administrators who did not
     * know of each other; every node must choose the same, and the one that took over more costs
     * less.
     */
    @Override
    public int compareTo(Epoch other) {
        return ORDER.compare(this, other);
    }
}
