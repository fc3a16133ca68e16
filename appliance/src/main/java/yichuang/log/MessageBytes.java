package yichuang.log;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Gathers a message; numbers are big-endian and never below zero, see {@link Bytes}. */
final class MessageBytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    MessageBytes oneByte(int value) {
        out.write(value);
        return this;
    }

    MessageBytes yes(boolean value) {
        return oneByte(value ? 1 : 0);
    }

    MessageBytes natural(int value) {
        return raw(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }

    MessageBytes number(long value) {
        return raw(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    MessageBytes block(byte[] value) {
        return natural(value.length).raw(value);
    }

    MessageBytes raw(byte[] value) {
        out.writeBytes(value);
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
