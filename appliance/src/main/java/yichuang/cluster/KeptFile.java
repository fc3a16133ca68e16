package yichuang.cluster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A file of this room: four letters that say what it is, a version, then {@link Fields}. Readable
 * by its owner alone, and there whole or not at all.
 */
record KeptFile(Path file, String what, int version) {

    /** Writes the fields; durable on return. */
    void write(byte[]... fields) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        try (FileChannel channel =
                FileChannel.open(
                        part,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")))) {
            byte[] body = Fields.of(fields);
            ByteBuffer all = ByteBuffer.allocate(what.length() + 1 + body.length);
            all.put(Fields.utf8(what)).put((byte) version).put(body).flip();
            while (all.hasRemaining()) {
                channel.write(all);
            }
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        syncDirectory(file.toAbsolutePath().getParent());
    }

    /** Makes it durable that a file has come into a directory, or has gone. */
    static void syncDirectory(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /**
     * {@return exactly so many fields}
     *
     * @throws IOException also when the file is something else or of a later release
     */
    List<byte[]> read(int count) throws IOException {
        byte[] all = Files.readAllBytes(file);
        int start = what.length() + 1;
        if (all.length < start || !Fields.text(Arrays.copyOf(all, start - 1)).equals(what)) {
            throw new IOException(file + " is damaged. Restore it from the backup.");
        }
        if (all[start - 1] != version) {
            throw new IOException(
                    "%s has version %d, this release reads %d. Start the release that wrote it."
                            .formatted(file, all[start - 1], version));
        }
        return Fields.split(Arrays.copyOfRange(all, start, all.length), count);
    }
}
