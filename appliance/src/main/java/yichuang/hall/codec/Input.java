package yichuang.hall.codec;

import java.nio.charset.StandardCharsets;

/** Reads what {@link Output} wrote; anything else is {@link BadBytes}. */
final class Input {
    private final byte[] bytes;
    private int at;

    Input(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    int octet() {
        if (at >= bytes.length) {
            throw new BadBytes("ends at " + at + ", where another octet belongs");
        }
        return bytes[at++] & 0xFF;
    }

    long number() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int octet = octet();
            value |= (long) (octet & 0x7F) << shift;
            if (octet < 0x80) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
        throw new BadBytes("a number at " + at + " does not end");
    }

    /** {@return a count of things that each take at least one octet} */
    int count() {
        long count = number();
        if (count < 0 || count > bytes.length - at) {
            throw new BadBytes("a count of " + count + " at " + at + " of " + bytes.length);
        }
        return (int) count;
    }

    String text() {
        int length = count();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    void end() {
        if (at != bytes.length) {
            throw new BadBytes((bytes.length - at) + " octets too many");
        }
    }
}
