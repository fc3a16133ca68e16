package yichuang.devices.onbon;

import java.util.Arrays;
import java.util.Optional;

/**
 * Finds packets in what a line brings. Whatever is not whole and right is dropped: an unknown
 * escape, a wrong length, a wrong CRC. A start mark always begins anew.
 */
final class PacketReader {
    /** An answer has some ten bytes of data; what is much longer is no answer. */
    private static final int BYTES_MAX = 512;

    private final byte[] bytes = new byte[BYTES_MAX];
    private int length;
    private int escape;
    private boolean inside;

    /** {@return the packet that ends with this byte} */
    Optional<Packet> take(int octet) {
        if (octet == Packet.START) {
            inside = true;
            length = 0;
            escape = 0;
            return Optional.empty();
        }
        if (!inside) {
            return Optional.empty();
        }
        if (octet == Packet.END) {
            inside = false;
            return escape == 0 ? packet() : Optional.empty();
        }
        if (escape != 0) {
            unescape(octet);
        } else if (octet == Packet.START_ESCAPE || octet == Packet.END_ESCAPE) {
            escape = octet;
        } else {
            keep(octet);
        }
        return Optional.empty();
    }

    private void unescape(int octet) {
        switch (octet) {
            case Packet.ITSELF -> keep(escape);
            case Packet.MARK -> keep(escape == Packet.START_ESCAPE ? Packet.START : Packet.END);
            default -> inside = false;
        }
        escape = 0;
    }

    private void keep(int octet) {
        if (length == BYTES_MAX) {
            inside = false;
        } else {
            bytes[length++] = (byte) octet;
        }
    }

    private Optional<Packet> packet() {
        int end = length - Packet.CRC_BYTES;
        if (end < Packet.HEADER_BYTES
                || u16(end) != Checksum.of(bytes, end)
                || (u16(12) | u16(14) << 16) != end - Packet.HEADER_BYTES) {
            return Optional.empty();
        }
        return Optional.of(
                new Packet(u16(0), u16(2), Arrays.copyOfRange(bytes, Packet.HEADER_BYTES, end)));
    }

    private int u16(int at) {
        return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
    }
}
