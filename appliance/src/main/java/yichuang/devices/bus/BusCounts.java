package yichuang.devices.bus;

import java.util.concurrent.atomic.AtomicLong;

/** What happened on a bus since the controller started. */
public final class BusCounts {
    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong repeated = new AtomicLong();
    private final AtomicLong unanswered = new AtomicLong();
    private final AtomicLong damaged = new AtomicLong();

    void asked(boolean again) {
        (again ? repeated : asked).incrementAndGet();
    }

    void unanswered() {
        unanswered.incrementAndGet();
    }

    void damaged(long frames) {
        damaged.addAndGet(frames);
    }

    /** {@return requests, repeats not counted} */
    public long requests() {
        return asked.get();
    }

    public long repeats() {
        return repeated.get();
    }

    /** {@return requests that were given up} */
    public long givenUp() {
        return unanswered.get();
    }

    /** {@return frames that came damaged, or not whole} */
    public long damagedFrames() {
        return damaged.get();
    }
}
