package yichuang.devices.onbon;

import java.io.ByteArrayOutputStream;
import yichuang.devices.bus.Octets;

/**
 * What travels between us and a controller: eight A5, a header of 16 bytes, the data, a CRC over
 * both, one 5A. Between the marks no A5 and no 5A stands: they and their helpers are escaped, after
 * the CRC is made. Low byte first. Manual, sections 2 and 4.
 */
final class Packet {
    static final int START = 0xA5;
    static final int END = 0x5A;
    static final int START_ESCAPE = 0xA6;
    static final int END_ESCAPE = 0x5B;
    static final int ITSELF = 0x01;
    static final int MARK = 0x02;
    static final int HEADER_BYTES = 16;
    static final int CRC_BYTES = 2;

    /** Who speaks: a computer. */
    static final int COMPUTER = 0x8000;

    /** Any screen, and any type of controller. */
    static final int ANY = 0xFFFE;

    private static final int STARTS = 8;
    private static final int DYNAMIC_AREAS = 0xF0;

    private final int to;
    private final int from;
    private final byte[] data;

    Packet(int to, int from, byte[] data) {
        this.to = to;
        this.from = from;
        this.data = data.clone();
    }

    int to() {
        return to;
    }

    int from() {
        return from;
    }

    byte[] data() {
        return data.clone();
    }

    /** {@return its bytes on the line, for a controller of this type} */
    byte[] bytes(int deviceType) {
        Octets plain =
                new Octets()
                        .u16(to)
                        .u16(from)
                        .u8(DYNAMIC_AREAS)
                        .u8(0)
                        .u16(deviceType)
                        .u32(0)
                        .u32(data.length)
                        .bytes(data);
        plain.u16(Checksum.of(plain.done(), plain.length()));
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int i = 0; i < STARTS; i++) {
            line.write(START);
        }
        for (byte octet : plain.done()) {
            escaped(octet & 0xFF, line);
        }
        line.write(END);
        return line.toByteArray();
    }

    private static void escaped(int octet, ByteArrayOutputStream line) {
        switch (octet) {
            case START -> pair(START_ESCAPE, MARK, line);
            case START_ESCAPE -> pair(START_ESCAPE, ITSELF, line);
            case END -> pair(END_ESCAPE, MARK, line);
            case END_ESCAPE -> pair(END_ESCAPE, ITSELF, line);
            default -> line.write(octet);
        }
    }

    private static void pair(int first, int second, ByteArrayOutputStream line) {
        line.write(first);
        line.write(second);
    }
}
