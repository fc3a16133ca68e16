package yichuang.hall.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing row of bytes. */
final class Output {
    private byte[] bytes;
    private int length;

    Output(int expected) {
        bytes = new byte[expected];
    }

    void octet(int value) {
        room(1);
        bytes[length++] = (byte) value;
    }

    /**
     * Seven bits an octet, low ones first; the sign in the lowest, so that small negatives stay
     * short.
     */
    void number(long value) {
        long rest = (value << 1) ^ (value >> 63);
        room(10);
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    void text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
    }

    byte[] toBytes() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
