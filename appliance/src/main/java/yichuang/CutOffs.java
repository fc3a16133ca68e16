package yichuang;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import yichuang.hall.Command;
import yichuang.hall.CutOffNode;
import yichuang.hall.Hall;
import yichuang.hall.HallNode;
import yichuang.hall.IslandSetup;
import yichuang.hall.NodeId;
import yichuang.hall.TokenId;
import yichuang.leader.Leader;

/**
 * The leader has the hall know which nodes cannot be reached, so that nobody is called to their
 * windows. It does so a little earlier than such a node may become an island: then nobody acts on
 * one window here and there. That it is back the node says itself, for it alone knows that it has
 * nothing left to bring.
 */
final class CutOffs {
    /** With the 4 s of silence after which the link is down, 12 of the 15 s of an island. */
    private static final Duration AFTER = Duration.ofSeconds(8);

    private static final TokenId BY = new TokenId("cut-off");

    private final Neighbours neighbours;
    private final Leader leader;
    private final Map<String, Solitude> away = new LinkedHashMap<>();

    /** Nodes with windows of their own that the hall counts as there. */
    private volatile Set<String> counted = Set.of();

    CutOffs(Neighbours neighbours, Leader leader) {
        this.neighbours = neighbours;
        this.leader = leader;
    }

    /** Once a second on every voter; only the leader does anything. */
    void look(boolean leads) {
        if (!leads) {
            away.clear();
            return;
        }
        List<String> others =
                neighbours.roster().stream()
                        .filter(node -> !node.isFenced())
                        .map(HallNode::id)
                        .map(NodeId::value)
                        .filter(name -> !name.equals(neighbours.self()))
                        .toList();
        away.keySet().retainAll(others);
        for (String node : others) {
            Solitude since = away.computeIfAbsent(node, any -> new Solitude(System::nanoTime));
            boolean gone = since.look(!neighbours.reaches(node)).compareTo(AFTER) >= 0;
            if (gone && counted.contains(node)) {
                cutOff(node);
            }
        }
        var unused =
                leader.read(reading -> counted(reading.hall())).thenAccept(now -> counted = now);
    }

    private static Set<String> counted(Hall hall) {
        List<NodeId> cutOff = hall.cutOff().stream().map(CutOffNode::node).toList();
        return hall.furnishing().setup().islands().stream()
                .map(IslandSetup::node)
                .filter(node -> !cutOff.contains(node))
                .map(NodeId::value)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void cutOff(String node) {
        var unused = leader.ask(BY, Optional.empty(), new Command.CutOff(new NodeId(node)));
    }
}
