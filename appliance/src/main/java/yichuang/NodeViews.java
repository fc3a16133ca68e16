package yichuang;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import yichuang.cluster.PeerState;
import yichuang.hall.HallNode;
import yichuang.hall.NodeRole;
import yichuang.log.NodeName;
import yichuang.web.Others.NodeView;
import yichuang.web.Others.Standing;

/** The nodes of the hall as one of them sees them. */
final class NodeViews {
    private NodeViews() {}

    /**
     * {@return all nodes in the order of the roster; of a hall without one, this node alone}
     *
     * @param peers how the link stands with the others
     * @param voters who votes as far as is known; none known means that nothing is said of it
     * @param certificateUntil when a node's certificate ends, as far as is known
     * @param clockOff how far a node's clock is before the hall's time, if it is known to be wrong
     */
    static List<NodeView> of(
            String self,
            List<HallNode> roster,
            List<PeerState> peers,
            List<NodeName> voters,
            Function<String, Optional<Instant>> certificateUntil,
            Function<String, Optional<Duration>> clockOff) {
        if (roster.isEmpty()) {
            return List.of(
                    new NodeView(
                            self,
                            NodeRole.VOTER,
                            Standing.UP,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()));
        }
        Map<String, PeerState> states = new LinkedHashMap<>();
        peers.forEach(state -> states.put(state.node(), state));
        return roster.stream()
                .map(
                        node ->
                                view(
                                        self,
                                        node,
                                        Optional.ofNullable(states.get(node.id().value())),
                                        voters,
                                        certificateUntil.apply(node.id().value()),
                                        clockOff.apply(node.id().value())))
                .toList();
    }

    private static NodeView view(
            String self,
            HallNode node,
            Optional<PeerState> state,
            List<NodeName> voters,
            Optional<Instant> certificateUntil,
            Optional<Duration> clockOff) {
        String id = node.id().value();
        boolean up = id.equals(self) || state.filter(PeerState::up).isPresent();
        return new NodeView(
                id,
                node.role(),
                standing(node, up, voters),
                Optional.of(node.address()),
                state.flatMap(PeerState::fault),
                Optional.empty(),
                certificateUntil,
                clockOff);
    }

    private static Standing standing(HallNode node, boolean up, List<NodeName> voters) {
        if (node.isFenced()) {
            return Standing.FENCED;
        }
        boolean votes =
                node.role() == NodeRole.SATELLITE
                        || voters.isEmpty()
                        || voters.contains(new NodeName(node.id().value()));
        return !up ? Standing.DOWN : votes ? Standing.UP : Standing.JOINING;
    }

    /** {@return the same with one of them fenced, which its own roster does not say} */
    static List<NodeView> fenced(List<NodeView> views, String one) {
        return views.stream()
                .map(view -> view.id().equals(one) ? view.standing(Standing.FENCED) : view)
                .toList();
    }

    /**
     * {@return the same with how far those without a log are behind, as they said last}
     *
     * @param last command that was applied here
     */
    static List<NodeView> copied(List<NodeView> views, NodeStandings standings, long last) {
        return views.stream()
                .map(
                        view ->
                                view.lag().isPresent()
                                        ? view
                                        : view.behind(
                                                standings
                                                        .index(view.id())
                                                        .map(index -> Math.max(0, last - index))))
                .toList();
    }

    /**
     * {@return the same with how far each is behind}
     *
     * @param reached up to which index a node has the log; those that keep none are not in it
     * @param last index of the log
     */
    static List<NodeView> lagging(List<NodeView> views, Map<NodeName, Long> reached, long last) {
        return views.stream()
                .map(
                        view ->
                                view.behind(
                                        Optional.ofNullable(reached.get(new NodeName(view.id())))
                                                .map(index -> Math.max(0, last - index))))
                .toList();
    }
}
