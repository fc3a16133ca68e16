package yichuang.devices.bus;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;

/** One frame, PROTOCOL.md section 2. */
final class Frame {
    static final int PAYLOAD_MAX = 240;
    static final int FLAG = 0x7E;
    static final int ESCAPE = 0x7D;
    static final int FLIP = 0x20;
    static final int HEAD = 4;
    static final int CRC = 2;
    static final int BYTES_MAX = HEAD + PAYLOAD_MAX + CRC;

    private static final int REPLY = 0x80;

    private final int address;
    private final int sequence;
    private final int command;
    private final byte[] payload;

    /**
     * A frame.
     *
     * @param address whom it is for, or who answers
     * @param command with bit 7 set in a reply
     * @param payload not changed afterwards
     */
    Frame(int address, int sequence, int command, byte[] payload) {
        if (payload.length > PAYLOAD_MAX) {
            throw new IllegalArgumentException(payload.length + " bytes do not fit a frame");
        }
        this.address = address;
        this.sequence = sequence;
        this.command = command;
        this.payload = payload;
    }

    byte[] payload() {
        return payload;
    }

    /** {@return whether this answers the request} */
    boolean answers(Frame request) {
        return address == request.address
                && sequence == request.sequence
                && command == (request.command | REPLY);
    }

    /** {@return everything between the flags, before stuffing} */
    byte[] body() {
        byte[] body = new byte[HEAD + payload.length + CRC];
        body[0] = (byte) address;
        body[1] = (byte) sequence;
        body[2] = (byte) command;
        body[3] = (byte) payload.length;
        System.arraycopy(payload, 0, body, HEAD, payload.length);
        int crc = Crc16.of(body, 0, HEAD + payload.length);
        body[HEAD + payload.length] = (byte) crc;
        body[HEAD + payload.length + 1] = (byte) (crc >>> 8);
        return body;
    }

    /** {@return as it goes over the wire} */
    byte[] wire() {
        byte[] body = body();
        ByteArrayOutputStream wire = new ByteArrayOutputStream(body.length + 8);
        wire.write(FLAG);
        for (byte each : body) {
            int octet = each & 0xFF;
            if (octet == FLAG || octet == ESCAPE) {
                wire.write(ESCAPE);
                wire.write(octet ^ FLIP);
            } else {
                wire.write(octet);
            }
        }
        wire.write(FLAG);
        return wire.toByteArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frame frame && Arrays.equals(body(), frame.body());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(body());
    }

    @Override
    public String toString() {
        return HexFormat.of().withUpperCase().formatHex(body());
    }
}
