package yichuang.log;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Files that are there whole or not at all: written beside, synced, renamed, and the directory
 * synced. A power cut leaves at most a {@code .part} that the next start removes.
 */
final class WholeFile {
    static final String PART = ".part";
    private static final int PIECE_BYTES = 1 << 16;

    private WholeFile() {}

    /** Writes a file; when this returns it is durable under its name. */
    static void write(Path file, List<byte[]> pieces) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + PART);
        try (FileChannel channel =
                FileChannel.open(
                        part,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            for (byte[] piece : pieces) {
                writeFully(channel, piece);
            }
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        syncDirectory(file.toAbsolutePath().getParent());
    }

    /** Writes in small pieces: the JDK keeps a native copy as large as the largest it saw. */
    static void writeFully(FileChannel channel, byte[] bytes) throws IOException {
        for (int at = 0; at < bytes.length; at += PIECE_BYTES) {
            ByteBuffer some = ByteBuffer.wrap(bytes, at, Math.min(PIECE_BYTES, bytes.length - at));
            while (some.hasRemaining()) {
                channel.write(some);
            }
        }
    }

    /** Reads a file, in small pieces as well. */
    static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = new byte[Math.toIntExact(Files.size(file))];
            for (int at = 0; at < bytes.length; ) {
                int some = in.read(bytes, at, Math.min(PIECE_BYTES, bytes.length - at));
                if (some < 0) {
                    throw new EOFException(file + " ends at byte " + at);
                }
                at += some;
            }
            return bytes;
        }
    }

    /** Makes renames and removals in a directory durable. */
    static void syncDirectory(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
