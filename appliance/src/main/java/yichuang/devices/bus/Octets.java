package yichuang.devices.bus;

import java.io.ByteArrayOutputStream;

/** Writes a payload, low byte first. */
final class Octets {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Octets u8(int value) {
        out.write(value);
        return this;
    }

    Octets u16(int value) {
        return u8(value).u8(value >>> 8);
    }

    Octets u24(int value) {
        return u16(value).u8(value >>> 16);
    }

    Octets u32(long value) {
        return u16((int) value).u16((int) (value >>> 16));
    }

    Octets bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    int length() {
        return out.size();
    }

    byte[] done() {
        return out.toByteArray();
    }
}
