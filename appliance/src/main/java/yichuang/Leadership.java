package yichuang;

import java.util.Optional;
import yichuang.leader.Leader;
import yichuang.log.LogState;
import yichuang.web.Others.Place;

/** Who leads the hall, as far as this node knows. */
final class Leadership {
    private final Leader leader;
    private final Neighbours neighbours;

    Leadership(Leader leader, Neighbours neighbours) {
        this.leader = leader;
        this.neighbours = neighbours;
    }

    /** {@return where changes are made; here also when it is for this node to say why not} */
    Place changes() {
        if (!neighbours.several()) {
            return new Place.Here();
        }
        return switch (leader.log().condition()) {
            case LogState.Condition.Following following ->
                    neighbours.reaches(following.leader())
                            ? new Place.There(following.leader())
                            : new Place.Nowhere();
            case LogState.Condition.NoLeader nobody -> new Place.Nowhere();
            case LogState.Condition.Starting starting -> new Place.Nowhere();
            case LogState.Condition.Leading leading -> new Place.Here();
            case LogState.Condition.ReadOnly readOnly -> new Place.Here();
            case LogState.Condition.Stopped stopped -> new Place.Here();
            case LogState.Condition.Closed closed -> new Place.Here();
        };
    }

    /** {@return the name of the node that leads} */
    Optional<String> name() {
        return switch (leader.log().condition()) {
            case LogState.Condition.Following following -> Optional.of(following.leader());
            case LogState.Condition.Leading leading -> Optional.of(neighbours.self());
            case LogState.Condition.ReadOnly readOnly ->
                    neighbours.several() ? Optional.empty() : Optional.of(neighbours.self());
            case LogState.Condition.NoLeader nobody -> Optional.empty();
            case LogState.Condition.Starting starting -> Optional.empty();
            case LogState.Condition.Stopped stopped -> Optional.empty();
            case LogState.Condition.Closed closed -> Optional.empty();
        };
    }

    /** {@return whether that node leads, as far as this one knows} */
    boolean isWith(String node) {
        return name().filter(node::equals).isPresent();
    }

    /** {@return whether this node leads now} */
    boolean here() {
        return leader.log().leading();
    }
}
