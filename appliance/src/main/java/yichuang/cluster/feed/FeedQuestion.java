package yichuang.cluster.feed;

import java.io.IOException;
import java.nio.ByteBuffer;

/** What a satellite asks a voter. */
sealed interface FeedQuestion {
    /** Greatest answer: entries, or one piece of a state. Far below the link's 16 MiB. */
    int ANSWER_BYTES_MAX = 1 << 20;

    byte AFTER = 1;
    byte PIECE = 2;
    int BYTES = 2 + 2 * Long.BYTES;

    /** What came after the command at an index? */
    record After(long epoch, long index) implements FeedQuestion {}

    /**
     * The state, from a byte on.
     *
     * @param index of the state whose first pieces the asker has; 0 when it begins
     */
    record Piece(long index, long offset) implements FeedQuestion {}

    default byte[] encode() {
        ByteBuffer out = ByteBuffer.allocate(BYTES).put(FeedMessage.VERSION);
        switch (this) {
            case After after -> out.put(AFTER).putLong(after.epoch()).putLong(after.index());
            case Piece piece -> out.put(PIECE).putLong(piece.index()).putLong(piece.offset());
        }
        return out.array();
    }

    static FeedQuestion decode(byte[] bytes) throws IOException {
        ByteBuffer in = FeedMessage.begin(bytes);
        if (bytes.length != BYTES) {
            throw new IOException("a question has %d bytes, not %d".formatted(BYTES, bytes.length));
        }
        byte kind = in.get();
        long first = in.getLong();
        long second = in.getLong();
        if (first < 0 || second < 0) {
            throw new IOException("a question about %d and %d".formatted(first, second));
        }
        return switch (kind) {
            case AFTER -> new After(first, second);
            case PIECE -> new Piece(first, second);
            default -> throw new IOException("no question is of kind " + kind);
        };
    }
}
