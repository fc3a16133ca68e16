package yichuang;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * For how long this node has been without something: without a leader, or a node without a word.
 * Counted in looks, not by the clock alone: a process that stood still for a minute was not without
 * a leader for a minute, it did not look.
 */
final class Solitude {
    /** More than this between two looks counts as this. */
    private static final Duration BETWEEN_LOOKS_MAX = Duration.ofMillis(1_500);

    private final LongSupplier nanos;
    private long looked;
    private long aloneNanos;

    Solitude(LongSupplier nanos) {
        this.nanos = nanos;
        looked = nanos.getAsLong();
    }

    /**
     * Looks, about once a second.
     *
     * @return for how long it has been so without a break
     */
    Duration look(boolean alone) {
        long now = nanos.getAsLong();
        long passed = Math.min(now - looked, BETWEEN_LOOKS_MAX.toNanos());
        looked = now;
        aloneNanos = alone ? aloneNanos + passed : 0;
        return Duration.ofNanos(aloneNanos);
    }
}
