package yichuang.log;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/**
 * A state of the machine with what Raft must know of it.
 *
 * <p>Format 1: header (its number is the index), then term (4), index of the voters' list (8), the
 * members and the voters (2 bytes of count, then names in Java's modified UTF-8 behind two bytes of
 * length), the state (4 bytes of length), and CRC-32C of all that follows the header.
 *
 * @param index last command in it
 * @param membersIndex the entry that made {@code members} and {@code voters} valid; 0 the first
 * @param state taken over, not copied: up to 16 MB that nobody changes
 */
@SuppressWarnings("ArrayRecordComponent")
record Snapshot(
        long index,
        int term,
        long membersIndex,
        List<NodeName> members,
        List<NodeName> voters,
        byte[] state) {

    static Path file(Path directory, long index) {
        return directory.resolve("snapshot-%019d".formatted(index));
    }

    /** {@return the same without the state, which may be 16 MB} */
    Snapshot withoutState() {
        return new Snapshot(index, term, membersIndex, members, voters, new byte[0]);
    }

    /** Makes it durable as a file. */
    void write(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(term);
        out.writeLong(membersIndex);
        writeNames(out, members);
        writeNames(out, voters);
        out.writeInt(state.length);
        byte[] before = bytes.toByteArray();
        CRC32C crc = new CRC32C();
        crc.update(before);
        crc.update(state);
        byte[] header = new FileHeader(FileHeader.Kind.SNAPSHOT, index).encode();
        byte[] checksum = ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array();
        WholeFile.write(file, List.of(header, before, state, checksum));
    }

    static Snapshot read(Path file) throws IOException {
        long bytesMax = Files.size(file);
        CRC32C crc = new CRC32C();
        try (CheckedInputStream checked =
                        new CheckedInputStream(
                                new BufferedInputStream(Files.newInputStream(file)), crc);
                DataInputStream in = new DataInputStream(checked)) {
            long index =
                    FileHeader.check(
                            file, FileHeader.Kind.SNAPSHOT, in.readNBytes(FileHeader.BYTES));
            crc.reset();
            int term = in.readInt();
            long membersIndex = in.readLong();
            List<NodeName> members = readNames(in);
            List<NodeName> voters = readNames(in);
            int length = in.readInt();
            if (length < 0 || length > bytesMax) {
                throw LogDamaged.at(file, FileHeader.BYTES, "length of the state");
            }
            byte[] state = in.readNBytes(length);
            int sum = (int) crc.getValue();
            if (state.length < length || in.readInt() != sum) {
                throw LogDamaged.at(file, FileHeader.BYTES, "checksum");
            }
            return new Snapshot(index, term, membersIndex, members, voters, state);
        }
    }

    private static void writeNames(DataOutputStream out, List<NodeName> names) throws IOException {
        out.writeShort(names.size());
        for (NodeName name : names) {
            out.writeUTF(name.name());
        }
    }

    private static List<NodeName> readNames(DataInputStream in) throws IOException {
        List<NodeName> names = new ArrayList<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            names.add(new NodeName(in.readUTF()));
        }
        return List.copyOf(names);
    }
}
