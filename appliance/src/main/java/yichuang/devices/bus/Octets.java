package yichuang.devices.bus;

import java.io.ByteArrayOutputStream;

/** Writes a payload, low byte first. */
public final class Octets {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public Octets u8(int value) {
        out.write(value);
        return this;
    }

    public Octets u16(int value) {
        return u8(value).u8(value >>> 8);
    }

    public Octets u24(int value) {
        return u16(value).u8(value >>> 16);
    }

    public Octets u32(long value) {
        return u16((int) value).u16((int) (value >>> 16));
    }

    public Octets bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    public int length() {
        return out.size();
    }

    public byte[] done() {
        return out.toByteArray();
    }
}
