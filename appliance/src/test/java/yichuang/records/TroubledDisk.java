package yichuang.records;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A disk that is full after so many writes, until somebody makes room. It refuses a write or a sync
 * whole. H2 sees it as file system {@code troubled} and makes its own instances, so the class is
 * public.
 */
public final class TroubledDisk extends FilePathWrapper {
    private static final AtomicInteger WRITES_LEFT = new AtomicInteger(Integer.MAX_VALUE);
    private static volatile CountDownLatch refused = new CountDownLatch(0);

    static void install() {
        FilePath.register(new TroubledDisk());
    }

    /** {@return what opens when the first write was refused} */
    static CountDownLatch fullAfter(int writes) {
        CountDownLatch first = new CountDownLatch(1);
        refused = first;
        WRITES_LEFT.set(writes);
        return first;
    }

    static void hasRoom() {
        WRITES_LEFT.set(Integer.MAX_VALUE);
    }

    @Override
    public String getScheme() {
        return "troubled";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(super.open(mode));
    }

    private static void room() throws IOException {
        if (WRITES_LEFT.getAndUpdate(TroubledDisk::less) == 0) {
            refused.countDown();
            throw new IOException("No space left on device (test)");
        }
    }

    private static int less(int left) {
        return left == Integer.MAX_VALUE ? left : Math.max(0, left - 1);
    }

    private static final class Channel extends FileBaseDefault {
        private final FileChannel base;

        Channel(FileChannel base) {
            this.base = base;
        }

        @Override
        public synchronized int write(ByteBuffer from, long position) throws IOException {
            room();
            return base.write(from, position);
        }

        @Override
        public synchronized int read(ByteBuffer into, long position) throws IOException {
            return base.read(into, position);
        }

        @Override
        public long size() throws IOException {
            return base.size();
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            base.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            room();
            base.force(metaData);
        }

        @Override
        public java.nio.channels.FileLock tryLock(long position, long size, boolean shared)
                throws IOException {
            return base.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            base.close();
        }
    }
}
