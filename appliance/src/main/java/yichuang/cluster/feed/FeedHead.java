package yichuang.cluster.feed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How far the hall is, as a voter knows it.
 *
 * @param epoch see {@link FeedEntry}
 * @param term Raft's
 * @param index the last command applied there; not of the log's own entries, which no feed carries
 * @param leader who leads, as far as that voter knows
 */
public record FeedHead(long epoch, long term, long index, Optional<String> leader) {
    private static final byte KIND = 2;
    private static final int HEADER_BYTES = 1 + 3 * Long.BYTES + Short.BYTES;
    private static final int NAME_BYTES_MAX = 192;

    public FeedHead {
        if (epoch < 0 || term < 0 || index < 0) {
            throw new IllegalArgumentException(
                    "epoch %d, term %d, index %d".formatted(epoch, term, index));
        }
    }

    /** {@return its form on the wire, behind {@link FeedMessage#VERSION}} */
    public byte[] encode() {
        return FeedMessage.encode(encodedBytes(), this::write);
    }

    int encodedBytes() {
        return HEADER_BYTES + name().length;
    }

    private byte[] name() {
        return leader.orElse("").getBytes(StandardCharsets.UTF_8);
    }

    void write(ByteBuffer out) {
        byte[] name = name();
        out.put(KIND).putLong(epoch).putLong(term).putLong(index);
        out.putShort((short) name.length).put(name);
    }

    static boolean next(ByteBuffer in) {
        return in.hasRemaining() && in.get(in.position()) == KIND;
    }

    static FeedHead read(ByteBuffer in) throws IOException {
        if (in.remaining() < HEADER_BYTES || in.get() != KIND) {
            throw new IOException("no head at byte " + in.position());
        }
        long epoch = in.getLong();
        long term = in.getLong();
        long index = in.getLong();
        int length = in.getShort();
        if (length < 0 || length > NAME_BYTES_MAX || length > in.remaining()) {
            throw new IOException("a name of %d bytes in %d".formatted(length, in.remaining()));
        }
        byte[] name = new byte[length];
        in.get(name);
        String leader = new String(name, StandardCharsets.UTF_8);
        try {
            return new FeedHead(
                    epoch, term, index, Optional.of(leader).filter(text -> !text.isEmpty()));
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
