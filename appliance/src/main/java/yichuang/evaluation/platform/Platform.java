package yichuang.evaluation.platform;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import yichuang.records.RecordsUnavailable;

/** The sender on a thread of its own, from {@link #start} until it is closed. */
public final class Platform implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Platform.class.getName());
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Settings settings;
    private final Wire wire = new Wire();
    private final Sender sender;
    private final Thread thread;
    private volatile boolean closed;

    /**
     * Nothing is sent before {@link #start}.
     *
     * @param wall this machine's clock, never a test clock: the platform would refuse it
     */
    public Platform(Settings settings, Desk desk, InstantSource wall, RandomGenerator random) {
        this.settings = settings;
        PlatformTime time = new PlatformTime(wall);
        Post post = new Post(settings, time, wire);
        this.sender = new Sender(settings, desk, what -> send(post, what), time, random);
        this.thread = Thread.ofVirtual().name("platform").unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    public Settings settings() {
        return settings;
    }

    /** {@return how the sending goes} */
    public Standing standing() {
        return sender.standing();
    }

    private Verdict send(Post post, Sender.MessagesOf what) {
        try {
            return post.send(what.form(), what.messages());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return new Verdict.Later("this controller stops", Optional.empty());
        }
    }

    /** Whatever goes wrong in one pass, the next one comes. */
    private void run() {
        while (!closed) {
            try {
                sender.pass();
            } catch (RecordsUnavailable later) {
                LOG.log(Level.FINE, "nothing is sent while the records cannot be read", later);
            } catch (RuntimeException bug) {
                LOG.log(Level.SEVERE, "sending to the platform failed; tried again", bug);
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
            boolean unused = thread.join(Duration.ofSeconds(2));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
