package yichuang.devices;

import java.time.Duration;
import yichuang.hall.Event;

/**
 * What comes too late. A node that fell behind hears late what happened: its displays stand right
 * by the last of it, but a voice sends nobody to a window where somebody else may be by then.
 */
final class Lateness {
    /** By then the window may have called again, or somebody else. */
    static final Duration SPOKEN_MAX = Duration.ofSeconds(10);

    /** So long may a person stand before a kiosk that has shown the number and printed nothing. */
    static final Duration PRINTED_MAX = Duration.ofMinutes(1);

    private final OtherNodes others;

    Lateness(OtherNodes others) {
        this.others = others;
    }

    boolean maySpeak(Event event) {
        return isWithin(SPOKEN_MAX, event);
    }

    boolean mayPrint(Event event) {
        return isWithin(PRINTED_MAX, event);
    }

    private boolean isWithin(Duration atMost, Event event) {
        return others.since(event.at()).compareTo(atMost) <= 0;
    }
}
