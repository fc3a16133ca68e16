package yichuang.cluster;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.BiConsumer;
import yichuang.log.NodeName;
import yichuang.log.Wire;

/**
 * A wire between voters of one epoch. Each message begins with the epoch's number (8 bytes), and
 * one of another epoch is dropped: a voter that the hall has gone on without does not know it yet,
 * and must neither vote in the hall's new log nor write to it.
 */
public final class EpochWire implements Wire {
    private final Wire wire;
    private final long epoch;

    public EpochWire(Wire wire, long epoch) {
        this.wire = wire;
        this.epoch = epoch;
    }

    @Override
    public void send(NodeName to, byte[] message) {
        wire.send(
                to,
                ByteBuffer.allocate(Long.BYTES + message.length)
                        .putLong(epoch)
                        .put(message)
                        .array());
    }

    @Override
    public boolean reaches(NodeName node) {
        return wire.reaches(node);
    }

    @Override
    public void listen(BiConsumer<NodeName, byte[]> taker) {
        wire.listen(
                (from, bytes) -> {
                    if (bytes.length > Long.BYTES && ByteBuffer.wrap(bytes).getLong() == epoch) {
                        taker.accept(from, Arrays.copyOfRange(bytes, Long.BYTES, bytes.length));
                    }
                });
    }
}
