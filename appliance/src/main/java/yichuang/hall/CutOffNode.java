package yichuang.hall;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A node that the hall does not reach: it may be without power, or an island that goes on.
 *
 * @param windows that hang on it; nobody but a manager acts on them here
 * @param ended when it was over; empty while it lasts
 */
public record CutOffNode(
        NodeId node, Instant since, List<WindowId> windows, Optional<Instant> ended) {
    public CutOffNode {
        windows = List.copyOf(windows);
    }

    /** {@return whether the node is back, or somebody said that it need not be waited for} */
    public boolean isOver() {
        return ended.isPresent();
    }

    CutOffNode endedAt(Instant at) {
        return new CutOffNode(node, since, windows, Optional.of(at));
    }
}
