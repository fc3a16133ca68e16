package yichuang.log;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * How an entry lies in a segment, format 1.
 *
 * <pre>
 *  0  4  length: bytes after the checksum, so 22 + the body
 *  4  4  CRC-32C of the length and of everything after the checksum
 *  8  1  version of the entry: 1
 *  9  1  kind
 * 10  4  term
 * 14  8  index
 * 22  8  durable index when this was written
 * 30     body
 * </pre>
 *
 * A length of zero ends the entries of a segment: the rest is what the reservation wrote.
 */
final class EntryFormat {
    static final int HEADER_BYTES = 30;
    private static final int CHECKED_FROM = 8;
    private static final byte VERSION = 1;

    private EntryFormat() {}

    /** {@return the first 30 bytes of an entry; its body follows as it is} */
    static byte[] header(StoredEntry entry) {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
        header.putInt(HEADER_BYTES - CHECKED_FROM + entry.body().length).putInt(0);
        header.put(VERSION).put((byte) entry.kind().number).putInt(entry.term());
        header.putLong(entry.index()).putLong(entry.durableIndex());
        CRC32C crc = new CRC32C();
        crc.update(header.array(), 0, Integer.BYTES);
        crc.update(header.array(), CHECKED_FROM, HEADER_BYTES - CHECKED_FROM);
        crc.update(entry.body());
        return header.putInt(Integer.BYTES, (int) crc.getValue()).array();
    }

    static int bytes(StoredEntry entry) {
        return HEADER_BYTES + entry.body().length;
    }

    /** {@return the entry at an offset; empty when no whole and sound entry lies there} */
    static Optional<StoredEntry> decode(byte[] segment, int offset) {
        if (segment.length - offset < HEADER_BYTES) {
            return Optional.empty();
        }
        ByteBuffer at = ByteBuffer.wrap(segment, offset, segment.length - offset);
        int length = at.getInt();
        int checksum = at.getInt();
        if (length < HEADER_BYTES - CHECKED_FROM
                || length > segment.length - offset - CHECKED_FROM
                || at.get() != VERSION) {
            return Optional.empty();
        }
        int number = at.get();
        CRC32C crc = new CRC32C();
        crc.update(segment, offset, Integer.BYTES);
        crc.update(segment, offset + CHECKED_FROM, length);
        if ((int) crc.getValue() != checksum) {
            return Optional.empty();
        }
        for (StoredEntry.Kind kind : StoredEntry.Kind.values()) {
            if (kind.number == number) {
                int term = at.getInt();
                long index = at.getLong();
                long durableIndex = at.getLong();
                byte[] body = new byte[CHECKED_FROM + length - HEADER_BYTES];
                at.get(body);
                return Optional.of(new StoredEntry(kind, term, index, durableIndex, body));
            }
        }
        return Optional.empty();
    }

    /** {@return whether nothing was ever written from an offset on} */
    static boolean untouched(byte[] segment, int offset) {
        for (int at = offset; at < segment.length; at++) {
            if (segment[at] != 0) {
                return false;
            }
        }
        return true;
    }
}
