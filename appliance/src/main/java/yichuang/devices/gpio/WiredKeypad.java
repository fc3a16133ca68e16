package yichuang.devices.gpio;

import java.util.OptionalInt;
import java.util.function.LongSupplier;
import yichuang.devices.DeviceFault;
import yichuang.devices.Keypad;
import yichuang.devices.Keys;
import yichuang.devices.Press;
import yichuang.hall.Answer;

/**
 * A rating keypad of five keys and lamps on wires. Works while one key is stuck, and says so. Safe
 * for any thread.
 */
final class WiredKeypad implements Keypad, Scanned {
    private final Wires wires;
    private final Keys listener;
    private final Scanner scanner;
    private final LongSupplier nanos;
    private final RatingKeys keys = new RatingKeys();
    private final Watch watch = new Watch();

    /** {@code nanos}: only goes on. */
    WiredKeypad(Wires wires, Keys listener, Scanner scanner, LongSupplier nanos) {
        this.wires = wires;
        this.listener = listener;
        this.scanner = scanner;
        this.nanos = nanos;
        scanner.add(this);
    }

    @Override
    public synchronized void light() throws DeviceFault {
        keys.light(nanos.getAsLong());
        show();
    }

    @Override
    public synchronized void thank() throws DeviceFault {
        keys.thank(nanos.getAsLong());
        show();
    }

    @Override
    public synchronized void darken() throws DeviceFault {
        keys.darken(nanos.getAsLong());
        show();
    }

    @Override
    public synchronized void check() throws DeviceFault {
        long now = nanos.getAsLong();
        if (!watch.rests(now)) {
            tried(wires::check, now);
        }
        refuse();
    }

    private void show() throws DeviceFault {
        long now = nanos.getAsLong();
        tried(() -> wires.light(keys.lamps(now)), now);
        refuse();
    }

    private void refuse() throws DeviceFault {
        watch.refuse();
        if (keys.stuck() != 0) {
            throw new DeviceFault(DeviceFault.Kind.STUCK_KEY);
        }
    }

    @Override
    public void scan(long now) {
        look(now).ifPresent(this::report);
    }

    private synchronized OptionalInt look(long now) {
        if (watch.rests(now)) {
            return OptionalInt.empty();
        }
        OptionalInt[] pressed = {OptionalInt.empty()};
        tried(
                () -> {
                    pressed[0] = keys.sample(wires.down(), now);
                    wires.light(keys.lamps(now));
                },
                now);
        return pressed[0];
    }

    private interface Act {
        void take() throws DeviceFault;
    }

    private void tried(Act act, long now) {
        try {
            act.take();
            watch.worked();
        } catch (DeviceFault away) {
            if (watch.failed(away, now)) {
                keys.forget();
            }
        }
    }

    private void report(int key) {
        var unused =
                listener.press(String.valueOf(key + 1))
                        .whenComplete(
                                (press, failed) -> {
                                    if (failed != null || !agreed(press)) {
                                        again();
                                    }
                                });
    }

    private static boolean agreed(Press press) {
        return press instanceof Press.Asked asked && asked.answer() instanceof Answer.Agreed;
    }

    private synchronized void again() {
        keys.again(nanos.getAsLong());
    }

    @Override
    public void close() {
        scanner.remove(this);
        synchronized (this) {
            wires.close();
        }
    }
}
