package yichuang.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * The first 32 bytes of every file of the log.
 *
 * <pre>
 *  0  4  magic: YCLG a segment, YCSN a snapshot, YCND the node
 *  4  2  format version
 *  6 14  the release that wrote it, ASCII, zero-padded: named when a later format is refused
 * 20  8  number: a segment's place in the chain, a snapshot's index, 0
 * 28  4  CRC-32C of the 28 bytes before
 * </pre>
 *
 * Big-endian, like everything in these files.
 */
record FileHeader(Kind kind, long number) {
    static final int BYTES = 32;
    static final String RELEASE = "1.0.0";
    private static final int RELEASE_BYTES = 14;

    /** The files of a data directory, each with the newest format that this release reads. */
    enum Kind {
        SEGMENT(0x59434C47, 1),
        SNAPSHOT(0x5943534E, 1),
        NODE(0x59434E44, 1);

        private final int magic;
        private final int version;

        Kind(int magic, int version) {
            this.magic = magic;
            this.version = version;
        }
    }

    byte[] encode() {
        ByteBuffer header = ByteBuffer.allocate(BYTES);
        header.putInt(kind.magic).putShort((short) kind.version);
        header.put(RELEASE.getBytes(StandardCharsets.US_ASCII));
        header.position(6 + RELEASE_BYTES);
        header.putLong(number);
        CRC32C crc = new CRC32C();
        crc.update(header.array(), 0, header.position());
        return header.putInt((int) crc.getValue()).array();
    }

    /**
     * {@return the number in the header of {@code file}}
     *
     * @param bytes at least the first {@link #BYTES} of the file
     */
    static long check(Path file, Kind kind, byte[] bytes) throws LogDamaged {
        if (bytes.length < BYTES) {
            throw LogDamaged.at(file, bytes.length, "shorter than its header");
        }
        ByteBuffer header = ByteBuffer.wrap(bytes, 0, BYTES);
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, BYTES - Integer.BYTES);
        if (header.getInt() != kind.magic) {
            throw LogDamaged.at(file, 0, "not a file of this kind");
        }
        int version = header.getShort();
        byte[] release = new byte[RELEASE_BYTES];
        header.get(release);
        long number = header.getLong();
        if (header.getInt() != (int) crc.getValue()) {
            throw LogDamaged.at(file, 0, "header checksum");
        }
        if (version > kind.version) {
            String writer = new String(release, StandardCharsets.US_ASCII).replace("\0", "");
            throw LogDamaged.newer(file, version, kind.version, writer);
        }
        return number;
    }
}
