package yichuang.cluster.grid;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * What one node says of one thing of its own: the state of a device, of itself.
 *
 * @param owner the node that said it
 * @param kind of thing, like {@code device}; no slash
 * @param id of the thing
 * @param number rises with each word of the same owner on the same thing; readers keep the greatest
 * @param presence whether its owner is to be seen now; if not, it is the last that was heard
 * @param bytes the caller's; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record SharedEntry(
        String owner, String kind, String id, long number, Presence presence, byte[] bytes) {
    /** Rises when the form changes its meaning. */
    private static final byte VERSION = 1;

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
    }

    String key() {
        return kind + "/" + owner + "/" + id;
    }

    byte[] value() {
        return ByteBuffer.allocate(1 + Long.BYTES + bytes.length)
                .put(VERSION)
                .putLong(number)
                .put(bytes)
                .array();
    }

    static SharedEntry of(String key, byte[] value) throws IOException {
        String[] parts = key.split("/", 3);
        if (parts.length < 3 || value.length <= Long.BYTES || value[0] != VERSION) {
            throw new IOException("no shared entry: " + key);
        }
        ByteBuffer in = ByteBuffer.wrap(value, 1, value.length - 1);
        long number = in.getLong();
        byte[] bytes = new byte[in.remaining()];
        in.get(bytes);
        try {
            return new SharedEntry(parts[1], parts[0], parts[2], number, Presence.HERE, bytes);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    SharedEntry with(Presence now) {
        return new SharedEntry(owner, kind, id, number, now, bytes);
    }

    SharedEntry with(long higher) {
        return new SharedEntry(owner, kind, id, higher, presence, bytes);
    }
}
