package yichuang.devices;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** The line of a caller pad. */
final class CallerLine extends SteadyLine<Caller.Counter> {
    private static final Duration SHOW_MAX = Duration.ofSeconds(2);

    private final Caller caller;
    private volatile Optional<String> lastKey = Optional.empty();
    private Caller.Counter counter = Caller.Counter.NOBODY;

    CallerLine(
            DevicePlan.Spot spot,
            InstantSource clock,
            Consumer<DeviceView> changed,
            Caller caller) {
        super(spot, clock, changed, Caller.Counter.NOBODY, SHOW_MAX);
        this.caller = caller;
    }

    /** Who is at the window now. */
    synchronized void turn(Optional<String> number, boolean serving) {
        counter = new Caller.Counter(number, serving, counter.waiting());
        want(counter);
    }

    /** How many wait for it now. */
    synchronized void waits(int waiting) {
        if (caller.showsWaiting() && counter.waiting() != waiting) {
            counter = counter.with(waiting);
            want(counter);
        }
    }

    void pressed(String key) {
        lastKey = Optional.of(key);
    }

    @Override
    Device device() {
        return caller;
    }

    @Override
    void make(Caller.Counter counter) throws DeviceFault, InterruptedException {
        caller.show(counter);
    }

    @Override
    DeviceView.Content content() {
        return new DeviceView.Pressed(lastKey, stands().number());
    }
}
