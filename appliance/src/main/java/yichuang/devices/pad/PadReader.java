package yichuang.devices.pad;

import java.util.Arrays;
import java.util.Optional;

/**
 * Finds frames in what a line brings. There is no escape: a start may also stand within a frame. So
 * when a frame turns out wrong, only its first byte is dropped and the rest is looked at again.
 */
final class PadReader {
    private static final int BYTES_MAX =
            PadFrame.HEAD_BYTES + PadFrame.LENGTH_MAX + PadFrame.TAIL_BYTES;

    private final byte[] bytes = new byte[BYTES_MAX];
    private int count;

    /** {@return the frame that ends with this byte} */
    Optional<PadFrame> take(int octet) {
        bytes[count++] = (byte) octet;
        while (count > 0 && !mayBegin()) {
            drop(1);
        }
        if (count < PadFrame.HEAD_BYTES || count < size()) {
            return Optional.empty();
        }
        int length = bytes[2];
        PadFrame frame =
                new PadFrame(
                        bytes[5] & 0xFF,
                        bytes[6] & 0xFF,
                        Arrays.copyOfRange(
                                bytes,
                                PadFrame.HEAD_BYTES + PadFrame.LENGTH_MIN,
                                PadFrame.HEAD_BYTES + length));
        drop(size()); // behind a false start the next one may have begun
        return Optional.of(frame);
    }

    private int size() {
        return PadFrame.HEAD_BYTES + bytes[2] + PadFrame.TAIL_BYTES;
    }

    /** {@return whether what was kept is the beginning of a frame, or a whole one} */
    private boolean mayBegin() {
        for (int at = 0; at < Math.min(count, PadFrame.HEAD_BYTES); at++) {
            if (!fits(at)) {
                return false;
            }
        }
        return count < PadFrame.HEAD_BYTES || count < size() || ends();
    }

    private boolean fits(int at) {
        byte octet = bytes[at];
        return switch (at) {
            case 0 -> (octet & 0xFF) == PadFrame.START;
            case 2 -> octet >= PadFrame.LENGTH_MIN && octet <= PadFrame.LENGTH_MAX;
            case 3 -> octet == bytes[2];
            default -> octet == PadFrame.AGAIN;
        };
    }

    private boolean ends() {
        int end = PadFrame.HEAD_BYTES + bytes[2];
        byte sum = 0;
        for (int i = PadFrame.HEAD_BYTES; i < end; i++) {
            sum += bytes[i];
        }
        return bytes[end] == sum && bytes[end + 1] == PadFrame.END;
    }

    private void drop(int first) {
        count -= first;
        System.arraycopy(bytes, first, bytes, 0, count);
    }
}
