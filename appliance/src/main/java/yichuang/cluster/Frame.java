package yichuang.cluster;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/**
 * One message of a connection: four bytes of length of what follows, one byte of kind, the payload.
 *
 * <pre>
 *   RAFT     bytes of Raft, which need not arrive
 *   REQUEST  8 bytes of number, the caller's bytes
 *   ANSWER   8 bytes of number, the answer
 *   REFUSAL  8 bytes of number, UTF-8: the request was taken in and its handler failed
 *   PING     one byte, the version of the link; comes back. The first frame of a connection
 *   JOIN     a word of joining; the only kind without a certificate
 * </pre>
 */
record Frame(Kind kind, Buffer payload) {
    static final int LENGTH_BYTES = Integer.BYTES;

    /** Rises when a frame changes its meaning; both ends must have the same. */
    static final int VERSION = 1;

    private static final int NUMBER_BYTES = Long.BYTES;

    /** What a frame is; the numbers are on the wire and never change. */
    enum Kind {
        RAFT(1),
        REQUEST(2),
        ANSWER(3),
        PING(4),
        REFUSAL(5),
        JOIN(6);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        static Optional<Kind> of(int number) {
            for (Kind kind : values()) {
                if (kind.number == number) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    static Buffer ping() {
        return of(Kind.PING, new byte[] {VERSION});
    }

    static Buffer of(Kind kind, byte[] payload) {
        return Buffer.buffer(LENGTH_BYTES + 1 + payload.length)
                .appendInt(1 + payload.length)
                .appendByte((byte) kind.number)
                .appendBytes(payload);
    }

    static Buffer of(Kind kind, long number, byte[] payload) {
        return Buffer.buffer(LENGTH_BYTES + 1 + NUMBER_BYTES + payload.length)
                .appendInt(1 + NUMBER_BYTES + payload.length)
                .appendByte((byte) kind.number)
                .appendLong(number)
                .appendBytes(payload);
    }

    /** {@return whether a payload that must begin with a number does} */
    boolean whole() {
        return switch (kind) {
            case REQUEST, ANSWER, REFUSAL -> payload.length() >= NUMBER_BYTES;
            case PING -> payload.length() >= 1;
            case RAFT, JOIN -> true;
        };
    }

    /** {@return why the other end of a ping cannot be talked to; mostly it can} */
    Optional<String> otherVersion() {
        int theirs = payload.getByte(0);
        return theirs == VERSION
                ? Optional.empty()
                : Optional.of(
                        "it speaks version %d of the link, this node %d. Install the same release on both."
                                .formatted(theirs, VERSION));
    }

    /** {@return the number of a request, or of what answers it} */
    long number() {
        return payload.getLong(0);
    }

    /** {@return what stands behind the number} */
    byte[] numbered() {
        return payload.getBytes(NUMBER_BYTES, payload.length());
    }
}
