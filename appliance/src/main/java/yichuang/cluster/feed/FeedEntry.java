package yichuang.cluster.feed;

import java.io.IOException;
import java.nio.ByteBuffer;
import yichuang.log.LogLimits;

/**
 * One committed command on its way to the nodes that keep no log.
 *
 * <p>Indices have gaps, because the log orders entries of its own. So an entry names the command
 * before it: who has everything up to {@link #after} may apply this one, who has not must ask.
 *
 * @param epoch rises when a satellite takes over the hall; an entry of a smaller one is void
 * @param term Raft's, of the leader that told it
 * @param after index of the command before it, or of the state that its teller began with; no
 *     command stands between the two
 * @param index its place in the log
 * @param bytes the command, as it was proposed; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // A megabyte is not copied to look immutable.
public record FeedEntry(long epoch, long term, long after, long index, byte[] bytes) {
    private static final byte KIND = 1;
    static final int HEADER_BYTES = 1 + 4 * Long.BYTES + Integer.BYTES;

    public FeedEntry {
        if (epoch < 0 || term < 0 || after < 0 || index <= after) {
            throw new IllegalArgumentException(
                    "epoch %d, term %d, entry %d after %d".formatted(epoch, term, index, after));
        }
        if (bytes.length > LogLimits.STANDARD.commandBytesMax()) {
            throw new IllegalArgumentException(bytes.length + " bytes are no command");
        }
    }

    /** {@return its form on the wire, behind {@link FeedMessage#VERSION}} */
    public byte[] encode() {
        return FeedMessage.encode(encodedBytes(), this::write);
    }

    int encodedBytes() {
        return HEADER_BYTES + bytes.length;
    }

    void write(ByteBuffer out) {
        out.put(KIND).putLong(epoch).putLong(term).putLong(after).putLong(index);
        out.putInt(bytes.length).put(bytes);
    }

    static FeedEntry read(ByteBuffer in) throws IOException {
        if (in.remaining() < HEADER_BYTES || in.get() != KIND) {
            throw new IOException("no entry at byte " + in.position());
        }
        long epoch = in.getLong();
        long term = in.getLong();
        long after = in.getLong();
        long index = in.getLong();
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new IOException("an entry of %d bytes in %d".formatted(length, in.remaining()));
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        try {
            return new FeedEntry(epoch, term, after, index, bytes);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
