package yichuang.evaluation.sending;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import yichuang.records.RecordsUnavailable;

/**
 * A sender's rounds on a thread of its own, one a second, from {@link #start} until it is closed.
 */
public final class Rounds implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Rounds.class.getName());
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration END_MAX = Duration.ofSeconds(2);

    private final String name;
    private final Runnable round;
    private final Wire wire;
    private final Thread thread;
    private volatile boolean closed;

    /** {@code wire} is closed with it: an answer that is being waited for comes too late. */
    public Rounds(String name, Runnable round, Wire wire) {
        this.name = name;
        this.round = round;
        this.wire = wire;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Whatever goes wrong in one round, the next one comes. */
    private void run() {
        while (!closed) {
            try {
                round.run();
            } catch (RecordsUnavailable later) {
                LOG.log(Level.FINE, "nothing is sent while the records cannot be read", later);
            } catch (RuntimeException bug) {
                LOG.log(Level.SEVERE, "sending to the " + name + " failed; tried again", bug);
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    /** What is on its way is sent again by whoever leads next. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        wire.close();
        try {
            boolean unused = thread.join(END_MAX);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
