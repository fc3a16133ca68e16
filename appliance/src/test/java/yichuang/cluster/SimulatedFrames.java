package yichuang.cluster;

import io.vertx.core.buffer.Buffer;
import java.util.function.Consumer;

/** The link's frames without its sockets: what one end writes, and the other cuts into messages. */
public final class SimulatedFrames {
    private final FrameReader reader;

    /** The reading end of one connection. */
    public SimulatedFrames(Consumer<byte[]> messages, Consumer<String> broken) {
        reader =
                new FrameReader(
                        LinkLimits.STANDARD.frameBytesMax(),
                        frame -> messages.accept(frame.payload().getBytes()),
                        broken);
    }

    /** {@return a message of Raft as the link writes it} */
    public static byte[] raft(byte[] message) {
        return Frame.of(Frame.Kind.RAFT, message).getBytes();
    }

    /** Some bytes came in. */
    public void read(byte[] bytes) {
        reader.handle(Buffer.buffer(bytes));
    }
}
