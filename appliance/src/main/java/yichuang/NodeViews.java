package yichuang;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
     */
    static List<NodeView> of(
            String self, List<HallNode> roster, List<PeerState> peers, List<NodeName> voters) {
        if (roster.isEmpty()) {
            return List.of(
                    new NodeView(
                            self,
                            NodeRole.VOTER,
                            Standing.UP,
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
                                        voters))
                .toList();
    }

    private static NodeView view(
            String self, HallNode node, Optional<PeerState> state, List<NodeName> voters) {
        String id = node.id().value();
        boolean up = id.equals(self) || state.filter(PeerState::up).isPresent();
        if (node.isFenced()) {
            return new NodeView(
                    id,
                    node.role(),
                    Standing.FENCED,
                    Optional.of(node.address()),
                    state.flatMap(PeerState::fault),
                    Optional.empty());
        }
        boolean votes =
                node.role() == NodeRole.SATELLITE
                        || voters.isEmpty()
                        || voters.contains(new NodeName(id));
        Standing standing = !up ? Standing.DOWN : votes ? Standing.UP : Standing.JOINING;
        return new NodeView(
                id,
                node.role(),
                standing,
                Optional.of(node.address()),
                state.flatMap(PeerState::fault),
                Optional.empty());
    }

    /** {@return the same with one of them fenced, which its own roster does not say} */
    static List<NodeView> fenced(List<NodeView> views, String one) {
        return views.stream()
                .map(
                        view ->
                                view.id().equals(one)
                                        ? new NodeView(
                                                one,
                                                view.role(),
                                                Standing.FENCED,
                                                view.address(),
                                                view.fault(),
                                                view.lag())
                                        : view)
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
                                        : lagging(
                                                view,
                                                standings
                                                        .index(view.id())
                                                        .map(index -> Math.max(0, last - index))))
                .toList();
    }

    private static NodeView lagging(NodeView view, Optional<Long> lag) {
        return new NodeView(
                view.id(), view.role(), view.standing(), view.address(), view.fault(), lag);
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
                                lagging(
                                        view,
                                        Optional.ofNullable(reached.get(new NodeName(view.id())))
                                                .map(index -> Math.max(0, last - index))))
                .toList();
    }
}
