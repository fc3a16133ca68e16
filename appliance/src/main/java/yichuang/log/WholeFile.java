package yichuang.log;

import java.io.IOException;
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
                // Small pieces: the JDK keeps a native copy as large as the largest one it saw.
                for (int at = 0; at < piece.length; at += PIECE_BYTES) {
                    ByteBuffer some =
                            ByteBuffer.wrap(piece, at, Math.min(PIECE_BYTES, piece.length - at));
                    while (some.hasRemaining()) {
                        channel.write(some);
                    }
                }
            }
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        syncDirectory(file.toAbsolutePath().getParent());
    }

    /** Makes renames and removals in a directory durable. */
    static void syncDirectory(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
