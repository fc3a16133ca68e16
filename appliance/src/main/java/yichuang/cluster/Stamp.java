package yichuang.cluster;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A moment of the node that gave it. Who asks shows the last one that it was given, so the asked
 * node sees by its own clock alone that a request cannot have been under way for long.
 *
 * @param run drawn by lot when the node started: what was asked of an earlier run is too late
 * @param term of the leader at that moment: what was asked of an earlier one is too late as well
 * @param nanos on the node's clock that never jumps
 */
public record Stamp(long run, long term, long nanos) {
    /** Of nobody: shown to a node that has given none yet. */
    public static final Stamp NONE = new Stamp(0, 0, 0);

    static final int BYTES = 3 * Long.BYTES;

    void put(ByteBuffer into) {
        into.putLong(run).putLong(term).putLong(nanos);
    }

    /** {@return the stamp that begins these bytes, which are read as far as it goes} */
    static Stamp get(ByteBuffer from) throws IOException {
        if (from.remaining() < BYTES) {
            throw new IOException("a stamp has " + BYTES + " bytes, not " + from.remaining());
        }
        return new Stamp(from.getLong(), from.getLong(), from.getLong());
    }
}
