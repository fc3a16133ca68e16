package yichuang.web;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Notices that this process stood still (stopped, swapped out, its machine suspended). Requests
 * that came meanwhile are read when it goes on, after whoever sent them gave up, asked elsewhere
 * and went on; done now, they would undo what happened since.
 */
final class Stall {
    private static final int BEAT_MILLIS = 50;

    /** Those who ask wait longer for an answer. */
    private static final long STOOD_NANOS_MIN = Duration.ofSeconds(2).toNanos();

    /** In this time everything that came meanwhile is read. */
    private static final long READING_NANOS = Duration.ofMillis(250).toNanos();

    private final LongSupplier nanoTime;
    private long lastBeat;
    private long wentOn;

    Stall(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.lastBeat = nanoTime.getAsLong();
        this.wentOn = lastBeat - READING_NANOS;
    }

    /** Of the event loop that this is called on. */
    static Stall watch(Vertx vertx) {
        Stall stall = new Stall(System::nanoTime);
        vertx.setPeriodic(BEAT_MILLIS, any -> stall.beat());
        return stall;
    }

    void beat() {
        long now = nanoTime.getAsLong();
        if (now - lastBeat >= STOOD_NANOS_MIN) {
            wentOn = now;
        }
        lastBeat = now;
    }

    /** {@return whether what is read now may have come long ago} */
    boolean mayHoldOldRequests() {
        beat();
        return nanoTime.getAsLong() - wentOn < READING_NANOS;
    }
}
