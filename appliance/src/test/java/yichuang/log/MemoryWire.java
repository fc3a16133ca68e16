package yichuang.log;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** Wires between voters in one JVM. Any direction can be cut; then messages vanish. */
final class MemoryWire {
    private record Direction(NodeName from, NodeName to) {}

    private final Map<NodeName, BiConsumer<NodeName, byte[]>> takers = new ConcurrentHashMap<>();
    private final Set<Direction> cut = ConcurrentHashMap.newKeySet();

    /** {@return the end of the wire that a voter holds} */
    Wire of(NodeName self) {
        return new Wire() {
            @Override
            public void send(NodeName to, byte[] message) {
                BiConsumer<NodeName, byte[]> taker = takers.get(to);
                if (taker != null && !cut.contains(new Direction(self, to))) {
                    taker.accept(self, message);
                }
            }

            @Override
            public boolean reaches(NodeName node) {
                return takers.containsKey(node) && !cut.contains(new Direction(self, node));
            }

            @Override
            public void listen(BiConsumer<NodeName, byte[]> taker) {
                takers.put(self, taker);
            }
        };
    }

    void cutOneWay(NodeName from, NodeName to) {
        cut.add(new Direction(from, to));
    }

    void cut(NodeName one, NodeName other) {
        cutOneWay(one, other);
        cutOneWay(other, one);
    }

    void heal() {
        cut.clear();
    }
}
