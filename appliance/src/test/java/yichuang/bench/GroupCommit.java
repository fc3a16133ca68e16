package yichuang.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/**
 * The bare limit of {@code throughput}: so many threads, each waiting until its 256 bytes are on
 * disk before it writes the next; one thread writes for all who wait, with one {@code fdatasync}.
 */
final class GroupCommit {
    private GroupCommit() {}

    /** {@return records on disk per second} */
    static double perSecond(Path file, int clients, double seconds) throws Exception {
        BlockingQueue<Semaphore> waiting = new LinkedBlockingQueue<>();
        long end = System.nanoTime() + (long) (seconds * 1e9);
        CountDownLatch left = new CountDownLatch(clients);
        for (int i = 0; i < clients; i++) {
            Thread.ofVirtual()
                    .start(
                            () -> {
                                Semaphore written = new Semaphore(0);
                                while (System.nanoTime() < end) {
                                    waiting.add(written);
                                    written.acquireUninterruptibly();
                                }
                                left.countDown();
                            });
        }
        long records = 0;
        long start = System.nanoTime();
        try (Fdatasync disk = new Fdatasync(file)) {
            List<Semaphore> batch = new ArrayList<>();
            while (System.nanoTime() < end) {
                batch.add(waiting.take());
                waiting.drainTo(batch);
                disk.once(batch.size());
                records += batch.size();
                batch.forEach(Semaphore::release);
                batch.clear();
            }
        }
        double perSecond = records / ((System.nanoTime() - start) / 1e9);
        while (left.getCount() > 0) {
            List<Semaphore> rest = new ArrayList<>();
            waiting.drainTo(rest);
            rest.forEach(Semaphore::release);
            Thread.onSpinWait();
        }
        return perSecond;
    }
}
