package yichuang.devices.bus;

/** A unit's answer. Reading beyond its end means that the unit and we disagree on the protocol. */
final class Reply {
    private final byte[] payload;

    Reply(byte[] payload) {
        this.payload = payload;
    }

    Status status() {
        return payload.length == 0 ? Status.UNKNOWN : Status.of(octet(0));
    }

    boolean done() {
        return status() == Status.DONE;
    }

    /** {@return how many bytes follow the status} */
    int length() {
        return Math.max(0, payload.length - 1);
    }

    /** {@code at} counts from behind the status, as the protocol's tables do. */
    int u8(int at) {
        return octet(at + 1);
    }

    int u16(int at) {
        return u8(at) | u8(at + 1) << 8;
    }

    int u24(int at) {
        return u16(at) | u8(at + 2) << 16;
    }

    long u32(int at) {
        return u16(at) | (long) u16(at + 2) << 16;
    }

    byte[] bytes(int at, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) u8(at + i);
        }
        return bytes;
    }

    private int octet(int at) {
        return at < payload.length ? payload[at] & 0xFF : 0;
    }
}
