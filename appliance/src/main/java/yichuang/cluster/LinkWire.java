package yichuang.cluster;

import java.util.function.BiConsumer;
import yichuang.log.NodeName;
import yichuang.log.Wire;

/** The link as the log wants it: names of voters, messages that may get lost. */
public final class LinkWire implements Wire {
    private final Link link;

    public LinkWire(Link link) {
        this.link = link;
    }

    @Override
    public void send(NodeName to, byte[] message) {
        link.send(to.name(), message);
    }

    @Override
    public boolean reaches(NodeName node) {
        return link.reaches(node.name());
    }

    @Override
    public void listen(BiConsumer<NodeName, byte[]> taker) {
        link.listen((from, message) -> taker.accept(new NodeName(from), message));
    }
}
