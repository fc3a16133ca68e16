package yichuang.devices.bus;

import java.util.Arrays;
import java.util.Optional;

/**
 * Makes frames of what is heard, PROTOCOL.md section 2. Whatever comes, it never holds more than
 * one frame and never fails.
 */
final class FrameReader {
    private final byte[] collected = new byte[Frame.BYTES_MAX];
    private int length;
    private boolean begun;
    private boolean escaped;
    private boolean broken;
    private long crcErrors;
    private long framingErrors;

    /** {@return the frame that this byte ended} */
    Optional<Frame> accept(byte heard) {
        int octet = heard & 0xFF;
        if (octet == Frame.FLAG) {
            return judge();
        }
        if (!begun || broken) {
            return Optional.empty();
        }
        if (escaped) {
            escaped = false;
            int plain = octet ^ Frame.FLIP;
            if (plain == Frame.FLAG || plain == Frame.ESCAPE) {
                collect(plain);
            } else {
                broken = true;
            }
        } else if (octet == Frame.ESCAPE) {
            escaped = true;
        } else {
            collect(octet);
        }
        return Optional.empty();
    }

    private void collect(int octet) {
        if (length == collected.length) {
            broken = true;
        } else {
            collected[length++] = (byte) octet;
        }
    }

    private Optional<Frame> judge() {
        boolean whole = begun && !broken && !escaped;
        boolean idle = !begun || (length == 0 && whole);
        int got = length;
        begin();
        if (idle) {
            return Optional.empty();
        }
        if (!whole
                || got < Frame.HEAD + Frame.CRC
                || (collected[3] & 0xFF) != got - Frame.HEAD - Frame.CRC) {
            framingErrors++;
            return Optional.empty();
        }
        int crc = (collected[got - 2] & 0xFF) | ((collected[got - 1] & 0xFF) << 8);
        if (crc != Crc16.of(collected, 0, got - Frame.CRC)) {
            crcErrors++;
            return Optional.empty();
        }
        return Optional.of(
                new Frame(
                        collected[0] & 0xFF,
                        collected[1] & 0xFF,
                        collected[2] & 0xFF,
                        Arrays.copyOfRange(collected, Frame.HEAD, got - Frame.CRC)));
    }

    private void begin() {
        begun = true;
        length = 0;
        escaped = false;
        broken = false;
    }

    /** Nothing was heard for longer than a frame's bytes may be apart. */
    void silence() {
        if (isInside()) {
            framingErrors++;
        }
        begin();
        begun = false;
    }

    /** {@return whether a frame has begun and not ended} */
    boolean isInside() {
        return begun && (length > 0 || escaped || broken);
    }

    long crcErrors() {
        return crcErrors;
    }

    long framingErrors() {
        return framingErrors;
    }
}
