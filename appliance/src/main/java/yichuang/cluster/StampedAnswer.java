package yichuang.cluster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What comes back of an {@link Errand.InTime}.
 *
 * @param stamp to be shown with the next errand
 * @param answer empty when the errand came too late: then nothing was done, nor will be
 */
public record StampedAnswer(Stamp stamp, Optional<byte[]> answer) {
    private static final byte TOO_LATE = 0;
    private static final byte DONE = 1;

    /** {@return its form on the link} */
    public byte[] encode() {
        byte[] said = answer.orElseGet(() -> new byte[0]);
        ByteBuffer bytes = ByteBuffer.allocate(Stamp.BYTES + 1 + said.length);
        stamp.put(bytes);
        return bytes.put(answer.isPresent() ? DONE : TOO_LATE).put(said).array();
    }

    /**
     * {@return the answer of these bytes}
     *
     * @throws IOException when they are none
     */
    public static StampedAnswer decode(byte[] bytes) throws IOException {
        ByteBuffer from = ByteBuffer.wrap(bytes);
        Stamp stamp = Stamp.get(from);
        byte kind = from.hasRemaining() ? from.get() : -1;
        byte[] said = new byte[from.remaining()];
        from.get(said);
        return switch (kind) {
            case DONE -> new StampedAnswer(stamp, Optional.of(said));
            case TOO_LATE -> new StampedAnswer(stamp, Optional.empty());
            default -> throw new IOException("no answer to an errand is of kind " + kind);
        };
    }
}
