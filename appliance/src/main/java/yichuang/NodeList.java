package yichuang;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import yichuang.leader.Leader;
import yichuang.log.Membership;
import yichuang.log.NodeName;
import yichuang.web.Others.NodeView;

/** The nodes of the hall with all that this one knows of them, or the leader says. */
final class NodeList {
    private final Neighbours neighbours;
    private final Leader leader;
    private final NodeStandings standings;
    private final HallTime time;
    private final Applied applied;
    private final BooleanSupplier fenced;

    /** {@code fenced}: whether the hall has gone on without this node. */
    NodeList(
            Neighbours neighbours,
            Leader leader,
            NodeStandings standings,
            HallTime time,
            Applied applied,
            BooleanSupplier fenced) {
        this.neighbours = neighbours;
        this.leader = leader;
        this.standings = standings;
        this.time = time;
        this.applied = applied;
        this.fenced = fenced;
    }

    /**
     * {@return all of them without asking anybody}
     *
     * @param votes of this node's log, if it keeps one
     */
    List<NodeView> known(Optional<Membership> votes) {
        List<NodeName> voters = votes.map(Membership::voters).orElse(List.of());
        List<NodeView> views =
                NodeViews.of(
                        neighbours.self(),
                        neighbours.roster(),
                        neighbours.states(),
                        voters,
                        this::certificateUntil,
                        this::clockOff);
        return fenced.getAsBoolean() ? NodeViews.fenced(views, neighbours.self()) : views;
    }

    /** {@return the same with how far each is behind, which only the leader knows} */
    Future<List<NodeView>> asLeader(Membership votes) {
        long last = leader.log().lastIndex();
        Optional<Membership> known = Optional.of(votes);
        return Future.fromCompletionStage(votes.reached())
                .map(reached -> NodeViews.lagging(known(known), reached, last))
                .map(views -> NodeViews.copied(views, standings, applied.index()))
                .otherwise(failure -> known(known));
    }

    private Optional<Instant> certificateUntil(String node) {
        return node.equals(neighbours.self())
                ? neighbours.certificateUntil()
                : standings.certificateUntil(node);
    }

    private Optional<Duration> clockOff(String node) {
        return node.equals(neighbours.self()) ? time.off() : standings.clockOff(node);
    }
}
