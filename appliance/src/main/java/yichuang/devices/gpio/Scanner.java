package yichuang.devices.gpio;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Looks at the keys of one bus, or of the header, every {@link #PERIOD}. A thread of the system,
 * for native calls would hold up the light ones; it runs while there is something to look at. Safe
 * for any thread.
 */
final class Scanner implements AutoCloseable {
    static final Duration PERIOD = Duration.ofMillis(10);

    /** Even behind time, others on the bus get their turn. */
    private static final Duration LATE = Duration.ofMillis(1);

    private static final Logger LOG = Logger.getLogger(Scanner.class.getName());

    private final String name;
    private final List<Scanned> scanned = new CopyOnWriteArrayList<>();
    private boolean running;

    Scanner(String name) {
        this.name = name;
    }

    synchronized void add(Scanned one) {
        scanned.add(one);
        if (!running) {
            running = true;
            Thread.ofPlatform().name("keys-" + name).daemon().start(this::run);
        }
    }

    synchronized void remove(Scanned one) {
        scanned.remove(one);
    }

    @Override
    public synchronized void close() {
        scanned.clear();
    }

    private synchronized boolean goesOn() {
        running = !scanned.isEmpty();
        return running;
    }

    private void run() {
        try {
            while (goesOn()) {
                long start = System.nanoTime();
                scanned.forEach(one -> scan(one, start));
                Duration left = PERIOD.minusNanos(System.nanoTime() - start);
                Thread.sleep(left.isPositive() ? left : LATE);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts it", e);
        }
    }

    /** A bug in one must not leave the keys of the others dead. */
    private void scan(Scanned one, long now) {
        try {
            one.scan(now);
        } catch (RuntimeException bug) {
            scanned.remove(one);
            LOG.log(Level.SEVERE, bug, () -> "keys of " + name + " are looked at no more");
        }
    }
}
