package yichuang.devices;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The line of a device that stands one way until it is told another: only the newest matters, so a
 * slow device skips what was overtaken, and one that was at fault is made to stand right again by
 * the next check.
 */
abstract class SteadyLine<T> extends Line {
    private final Duration limit;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicBoolean due = new AtomicBoolean();
    private volatile T wanted;
    private volatile T stands;

    SteadyLine(
            DevicePlan.Spot spot,
            InstantSource clock,
            Consumer<DeviceView> changed,
            T atFirst,
            Duration limit) {
        super(spot, clock, changed);
        this.wanted = atFirst;
        this.stands = atFirst;
        this.limit = limit;
    }

    abstract void make(T stand) throws DeviceFault, InterruptedException;

    final void want(T next) {
        wanted = next;
        due.set(true);
        if (asked.compareAndSet(false, true)) {
            ask(
                    () -> {
                        asked.set(false);
                        return due.get() ? makeWanted() : stands; // a check may have made it
                    },
                    limit,
                    fault -> {});
        }
    }

    /** {@return how the device stands, as far as it has said} */
    final T stands() {
        return stands;
    }

    @Override
    final void check() {
        askIfIdle(
                () -> {
                    device().check();
                    return atFault() || !stands.equals(wanted) ? makeWanted() : stands;
                });
    }

    final void makeAgain() throws DeviceFault, InterruptedException {
        stands = makeWanted();
    }

    private T makeWanted() throws DeviceFault, InterruptedException {
        due.set(false);
        T next = wanted;
        make(next);
        stands = next;
        return next;
    }
}
