package yichuang;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import yichuang.cluster.Stamp;

/**
 * Whether what is asked of this node comes in time, by this node's clock alone: the asker shows the
 * last {@link Stamp} that it was given here, so nothing older than {@link #ASKED_AT_MOST} is done.
 * Without it a request that the network kept for seconds would be done after its asker was told
 * that it failed, tried again, heard no, and went on: another visitor's visit would be closed.
 */
final class Timeliness {
    /** Longer than any answer takes over a link that works. */
    static final Duration ASKED_AT_MOST = Duration.ofMillis(1_500);

    private final LongSupplier nanoTime;
    private final LongSupplier term;
    private final long run = ThreadLocalRandom.current().nextLong();

    /** {@code term}: of the leader as this node knows it. */
    Timeliness(LongSupplier nanoTime, LongSupplier term) {
        this.nanoTime = nanoTime;
        this.term = term;
    }

    Stamp stamp() {
        return new Stamp(run, term.getAsLong(), nanoTime.getAsLong());
    }

    boolean isInTime(Stamp shown) {
        return shown.run() == run
                && shown.term() == term.getAsLong()
                && nanoTime.getAsLong() - shown.nanos() <= ASKED_AT_MOST.toNanos();
    }
}
