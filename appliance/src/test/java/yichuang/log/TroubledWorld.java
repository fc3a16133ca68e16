package yichuang.log;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** The real world with a disk that fails, fills up and comes back when the test says so. */
final class TroubledWorld extends Surroundings.Real {
    final FaultyStore.Faults faults = new FaultyStore.Faults();
    private volatile boolean diskGone;
    private volatile long freeBytes = Long.MAX_VALUE;

    @Override
    public DurableStore openStore(LogSettings settings) throws IOException {
        return new FaultyStore(super.openStore(settings), faults);
    }

    /** The disk takes no test write until it is back. */
    void diskIsGone() {
        diskGone = true;
    }

    void diskIsBack() {
        diskGone = false;
    }

    void free(long bytes) {
        freeBytes = bytes;
    }

    @Override
    public long freeBytes(Path directory) {
        return freeBytes;
    }

    @Override
    public void tryDisk(Path directory) throws IOException {
        if (diskGone) {
            throw new IOException("the disk is gone");
        }
        super.tryDisk(directory);
    }

    @Override
    public Duration betweenLooks() {
        return Duration.ofMillis(5);
    }
}
