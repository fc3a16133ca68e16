package yichuang.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The bare limit of everything durable: write 256 bytes and {@code fdatasync}, on a file that is
 * preallocated as the log's segments are, beside the data of the appliance. Nothing that answers
 * after the disk can be faster.
 */
final class Fdatasync implements AutoCloseable {
    static final int RECORD_BYTES = 256;
    private static final int FILE_BYTES = 16 * 1024 * 1024;

    private final FileChannel file;
    private final ByteBuffer zeros = ByteBuffer.allocateDirect(FILE_BYTES);
    private long position;

    Fdatasync(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        file.write(zeros, 0);
        file.force(true);
    }

    /** {@return how long one record took to be on disk, in nanoseconds} */
    long once() throws IOException {
        return once(1);
    }

    /** As {@link #once()}, for several records with one sync. */
    long once(int records) throws IOException {
        int bytes = records * RECORD_BYTES;
        if (position + bytes > FILE_BYTES) {
            position = 0;
        }
        zeros.position(0).limit(bytes);
        long start = System.nanoTime();
        file.write(zeros, position);
        file.force(false);
        long nanos = System.nanoTime() - start;
        position += bytes;
        return nanos;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
