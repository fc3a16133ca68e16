package yichuang.devices.gpio;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import yichuang.devices.DeviceFault;
import yichuang.devices.Keys;
import yichuang.devices.PanicButton;
import yichuang.devices.Press;
import yichuang.hall.Answer;

/**
 * A panic button on a wire. Nothing lights and nothing sounds. A press that the hall could not take
 * is repeated until it is taken, for a call for help must not be lost to a change of leaders: asked
 * again, it is the same call. Safe for any thread.
 */
final class WiredButton implements PanicButton, Scanned {
    static final Duration STUCK = Duration.ofSeconds(10);
    static final Duration REPEAT = Duration.ofSeconds(2);
    static final Duration REPEATED_MAX = Duration.ofMinutes(1);

    private final Wires wires;
    private final Keys listener;
    private final Scanner scanner;
    private final LongSupplier nanos;
    private final Contact contact = new Contact();
    private final Watch watch = new Watch();
    private final AtomicBoolean taken = new AtomicBoolean(true);
    private boolean seenUp;
    private boolean down;
    private boolean stuck;
    private long downSince;
    private long askedAt;

    /** {@code wires}: one key, no lamp. */
    WiredButton(Wires wires, Keys listener, Scanner scanner, LongSupplier nanos) {
        this.wires = wires;
        this.listener = listener;
        this.scanner = scanner;
        this.nanos = nanos;
        scanner.add(this);
    }

    @Override
    public synchronized void check() throws DeviceFault {
        long now = nanos.getAsLong();
        if (!watch.rests(now)) {
            try {
                wires.check();
                watch.worked();
            } catch (DeviceFault away) {
                failed(away, now);
            }
        }
        watch.refuse();
        if (stuck) {
            throw new DeviceFault(DeviceFault.Kind.STUCK_KEY);
        }
    }

    @Override
    public void scan(long now) {
        if (isToAsk(now)) {
            var unused =
                    listener.press(KEY)
                            .whenComplete(
                                    (press, failure) -> {
                                        if (failure == null && isTaken(press)) {
                                            taken.set(true);
                                        }
                                    });
        }
    }

    private static boolean isTaken(Press press) {
        return press instanceof Press.Asked asked && asked.answer() instanceof Answer.Agreed;
    }

    private synchronized boolean isToAsk(long now) {
        if (look(now)) {
            taken.set(false);
            askedAt = now;
            return true;
        }
        boolean due =
                !taken.get()
                        && now - askedAt >= REPEAT.toNanos()
                        && now - downSince < REPEATED_MAX.toNanos();
        if (due) {
            askedAt = now;
        }
        return due;
    }

    /** {@return whether the button went down just now} */
    private boolean look(long now) {
        if (watch.rests(now)) {
            return false;
        }
        try {
            contact.sample(wires.down() != 0, now);
            watch.worked();
        } catch (DeviceFault away) {
            failed(away, now);
            return false;
        }
        if (contact.isUp()) {
            seenUp = true;
            stuck = false;
            down = false;
        } else if (contact.isDown()) {
            boolean fresh = !down;
            if (fresh) {
                down = true;
                downSince = now;
            }
            stuck = now - downSince >= STUCK.toNanos();
            return fresh && seenUp;
        }
        return false;
    }

    private void failed(DeviceFault away, long now) {
        if (watch.failed(away, now)) {
            contact.forget();
            seenUp = false;
            down = false;
            stuck = false;
        }
    }

    @Override
    public void close() {
        scanner.remove(this);
        synchronized (this) {
            wires.close();
        }
    }
}
