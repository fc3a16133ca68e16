package yichuang.cluster.feed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** What the feed brings; the first byte on the wire is the version, the second the kind. */
public sealed interface FeedMessage {
    /** Rises when a form changes its meaning. */
    byte VERSION = 1;

    /** A command was applied by the leader. */
    record Entry(FeedEntry entry) implements FeedMessage {}

    /** The leader is there, and so far. */
    record Head(FeedHead head) implements FeedMessage {}

    /**
     * {@return the message of these bytes, which may be anybody's}
     *
     * @throws IOException when they are none
     */
    static FeedMessage decode(byte[] bytes) throws IOException {
        ByteBuffer in = begin(bytes);
        FeedMessage message =
                FeedHead.next(in) ? new Head(FeedHead.read(in)) : new Entry(FeedEntry.read(in));
        end(in);
        return message;
    }

    /** {@return the version, and behind it what is written} */
    static byte[] encode(int bytes, Consumer<ByteBuffer> body) {
        ByteBuffer out = ByteBuffer.allocate(1 + bytes).put(VERSION);
        body.accept(out);
        return out.array();
    }

    /** {@return what stands behind the version} */
    static ByteBuffer begin(byte[] bytes) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (!in.hasRemaining() || in.get() != VERSION) {
            throw new IOException(
                    "not version %d of the feed. Install the same release on every node."
                            .formatted(VERSION));
        }
        return in;
    }

    /** Nothing may follow. */
    static void end(ByteBuffer in) throws IOException {
        if (in.hasRemaining()) {
            throw new IOException(in.remaining() + " bytes behind the end");
        }
    }
}
