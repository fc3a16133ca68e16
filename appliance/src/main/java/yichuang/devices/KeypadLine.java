package yichuang.devices;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import yichuang.hall.TicketId;

/**
 * The line of a keypad, and which visit its keys are about. Whether a key counts is decided here
 * and not by the lamp, which may lag or be broken.
 */
final class KeypadLine extends SteadyLine<KeypadLine.Lamp> {
    private static final Duration LAMP_MAX = Duration.ofSeconds(2);

    private final Keypad keypad;
    private Optional<Open> open = Optional.empty();
    private Optional<String> lastKey = Optional.empty();

    /** How the keypad stands. */
    enum Lamp {
        DARK,
        LIT,
        THANKS
    }

    /** The visit that may be rated, until when. */
    private record Open(TicketId visit, Instant until) {}

    KeypadLine(
            DevicePlan.Spot spot,
            InstantSource clock,
            Consumer<DeviceView> changed,
            Keypad keypad) {
        super(spot, clock, changed, Lamp.DARK, LAMP_MAX);
        this.keypad = keypad;
    }

    synchronized void open(TicketId visit, Instant until) {
        open = Optional.of(new Open(visit, until));
        want(Lamp.LIT);
    }

    /** Whatever was open is over. */
    synchronized void shut() {
        if (open.isPresent()) {
            open = Optional.empty();
            want(Lamp.DARK);
        }
    }

    /** The visit was rated, here or elsewhere. */
    synchronized void thank(TicketId visit) {
        if (open.filter(one -> one.visit.equals(visit)).isPresent()) {
            open = Optional.empty();
            want(Lamp.THANKS);
        }
    }

    synchronized void shutAt(Instant now) {
        if (open.filter(one -> !now.isBefore(one.until)).isPresent()) {
            shut();
        }
    }

    /** {@return the visit this key rates; empty when none may be rated now} */
    synchronized Optional<TicketId> pressed(String key, Instant now) {
        shutAt(now);
        if (open.isPresent()) {
            lastKey = Optional.of(key);
        }
        return open.map(Open::visit);
    }

    /** A test lit it. */
    @Override
    void restore() throws DeviceFault, InterruptedException {
        makeAgain();
    }

    @Override
    Device device() {
        return keypad;
    }

    @Override
    void make(Lamp lamp) throws DeviceFault, InterruptedException {
        switch (lamp) {
            case DARK -> keypad.darken();
            case LIT -> keypad.light();
            case THANKS -> keypad.thank();
        }
    }

    @Override
    synchronized DeviceView.Content content() {
        return new DeviceView.Lit(open.isPresent(), lastKey);
    }
}
