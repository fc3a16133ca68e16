package yichuang.bench.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** People at work, each on a thread of their own. */
final class Crew {
    /** Somebody's work, to its end. */
    @FunctionalInterface
    interface Work {
        void run() throws InterruptedException;
    }

    private final List<Thread> threads = new ArrayList<>();
    private final ConcurrentLinkedQueue<Throwable> faults = new ConcurrentLinkedQueue<>();

    /** Somebody begins at once. */
    void start(String name, Work work) {
        threads.add(
                Thread.ofVirtual()
                        .name(name)
                        .start(
                                () -> {
                                    try {
                                        work.run();
                                    } catch (InterruptedException | RuntimeException e) {
                                        faults.add(e);
                                    }
                                }));
    }

    /** Waits until everybody is done. */
    void join() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException("somebody stopped on the way", faults.peek());
        }
    }
}
