package yichuang.cluster.grid;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * What is said of one thing: by a node of a thing of its own, or by the leader of a thing of the
 * hall.
 *
 * @param owner the node whose thing it is; {@link #HALL} for a thing of the hall
 * @param kind of thing, like {@code device}; no slash
 * @param id of the thing
 * @param term of the leader who said it; 0 of a node's own thing
 * @param number rises with each word on the same thing in the same term; readers keep the greatest
 *     of (term, number)
 * @param presence whether its owner is to be seen now; if not, it is the last that was heard
 * @param bytes the caller's; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record SharedEntry(
        String owner,
        String kind,
        String id,
        long term,
        long number,
        Presence presence,
        byte[] bytes) {
    /** Owns what only the leader speaks of. */
    public static final String HALL = "";

    /** Rises when the form changes its meaning. */
    private static final byte VERSION = 1;

    private static final int HEADER_BYTES = 1 + 2 * Long.BYTES;

    /** Greatest value: a state is a few lines. */
    static final int BYTES_MAX = 64 * 1024;

    /** Whether the owner is a member now. */
    public enum Presence {
        HERE,
        LEFT
    }

    public SharedEntry {
        if (kind.contains("/") || owner.contains("/") || bytes.length > BYTES_MAX) {
            throw new IllegalArgumentException(
                    "%s of %s with %d bytes cannot be shared".formatted(kind, owner, bytes.length));
        }
        if (term < 0 || number < 0) {
            throw new IllegalArgumentException("term %d, number %d".formatted(term, number));
        }
    }

    boolean newerThan(SharedEntry other) {
        return term > other.term || (term == other.term && number > other.number);
    }

    String key() {
        return kind + "/" + owner + "/" + id;
    }

    byte[] value() {
        return ByteBuffer.allocate(HEADER_BYTES + bytes.length)
                .put(VERSION)
                .putLong(term)
                .putLong(number)
                .put(bytes)
                .array();
    }

    static SharedEntry of(String key, byte[] value) throws IOException {
        String[] parts = key.split("/", 3);
        if (parts.length < 3 || value.length < HEADER_BYTES || value[0] != VERSION) {
            throw new IOException("no shared entry: " + key);
        }
        ByteBuffer in = ByteBuffer.wrap(value, 1, value.length - 1);
        long term = in.getLong();
        long number = in.getLong();
        byte[] bytes = new byte[in.remaining()];
        in.get(bytes);
        try {
            return new SharedEntry(
                    parts[1], parts[0], parts[2], term, number, Presence.HERE, bytes);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    SharedEntry with(Presence now) {
        return new SharedEntry(owner, kind, id, term, number, now, bytes);
    }

    SharedEntry with(long higher) {
        return new SharedEntry(owner, kind, id, term, higher, presence, bytes);
    }
}
