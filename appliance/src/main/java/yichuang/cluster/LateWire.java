package yichuang.cluster;

import java.util.Optional;
import java.util.function.BiConsumer;
import yichuang.log.NodeName;
import yichuang.log.Wire;

/**
 * The wire of a log that may be alone today and one of three tomorrow: it drops everything until it
 * is laid, which Raft bears.
 */
public final class LateWire implements Wire {
    private volatile Optional<Wire> laid = Optional.empty();
    private volatile BiConsumer<NodeName, byte[]> taker = (_, _) -> {};

    /** From now on messages go and come over this wire. */
    public void lay(Wire wire) {
        wire.listen((from, message) -> taker.accept(from, message));
        laid = Optional.of(wire);
    }

    @Override
    public void send(NodeName to, byte[] message) {
        laid.ifPresent(wire -> wire.send(to, message));
    }

    @Override
    public boolean reaches(NodeName node) {
        return laid.filter(wire -> wire.reaches(node)).isPresent();
    }

    @Override
    public void listen(BiConsumer<NodeName, byte[]> listener) {
        taker = listener;
    }
}
