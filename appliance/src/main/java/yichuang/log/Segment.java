package yichuang.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The segment that is being written. Its whole length was written as zeros before, so a sync of its
 * data alone is enough: no file size and no block map changes with a batch.
 *
 * <p>Entries gather in memory until {@link #sync}: one write and one {@code fdatasync} a batch.
 */
final class Segment implements Closeable {
    private static final int ZEROS_BYTES = 1 << 16;

    private final Path file;
    private final FileChannel channel;
    private final int capacity;
    private final ByteBuffer gathered;
    private int written;
    private boolean unsynced;

    private Segment(
            Path file, FileChannel channel, int capacity, int written, ByteBuffer gathered) {
        this.file = file;
        this.channel = channel;
        this.capacity = capacity;
        this.written = written;
        this.gathered = gathered;
    }

    static Path file(Path directory, long sequence) {
        return directory.resolve("segment-%010d".formatted(sequence));
    }

    /** Reserves a segment: durable, header at its start, zeros to its end. */
    static Path reserve(Path directory, long sequence, int bytes) throws IOException {
        List<byte[]> pieces = new ArrayList<>();
        pieces.add(new FileHeader(FileHeader.Kind.SEGMENT, sequence).encode());
        int zeros = bytes - FileHeader.BYTES;
        pieces.addAll(Collections.nCopies(zeros / ZEROS_BYTES, new byte[ZEROS_BYTES]));
        pieces.add(new byte[zeros % ZEROS_BYTES]);
        Path file = file(directory, sequence);
        WholeFile.write(file, pieces);
        return file;
    }

    /**
     * Opens a segment to write behind its entries.
     *
     * @param end where its entries end
     * @param buffer where entries gather; lent by the store, empty
     */
    static Segment open(Path file, int end, ByteBuffer buffer) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        return new Segment(file, channel, Math.toIntExact(channel.size()), end, buffer);
    }

    /** Writes bytes at a place and syncs; for mending at a start, never for entries. */
    static void overwrite(Path file, int offset, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            WholeFile.writeFully(channel.position(offset), bytes);
            channel.force(true);
        }
    }

    boolean fits(int bytes) {
        return written + gathered.position() + bytes <= capacity;
    }

    void append(byte[] header, byte[] body) throws IOException {
        put(header);
        put(body);
        unsynced = true;
    }

    private void put(byte[] bytes) throws IOException {
        int at = 0;
        while (at < bytes.length) {
            if (!gathered.hasRemaining()) {
                write();
            }
            int some = Math.min(gathered.remaining(), bytes.length - at);
            gathered.put(bytes, at, some);
            at += some;
        }
    }

    private void write() throws IOException {
        gathered.flip();
        while (gathered.hasRemaining()) {
            written += channel.write(gathered, written);
        }
        gathered.clear();
    }

    /**
     * Makes every appended entry durable. A failure is final: this object must not be used again.
     */
    void sync() throws IOException {
        if (unsynced) {
            write();
            channel.force(false);
            unsynced = false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    @Override
    public String toString() {
        return file + "@" + written;
    }
}
