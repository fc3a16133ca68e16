package yichuang.devices.gpio;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * Five keys and their five lamps: which key counts, and what shines. Keys and lamps are numbered
 * from 0; a set of them is a number with bit 0 for the first.
 *
 * <p>A key counts when it went down alone: no other within {@link #ALONE}, or it was up again
 * before that. Of two at once none counts, and all lamps flicker until the keys are free. A key
 * that is down for {@link #STUCK} is stuck: it is a fault, its lamp stays dark, and the other four
 * go on. A key that was down when the hardware came was never pressed.
 *
 * <p>Times are the caller's, in nanoseconds that only go on. Not safe for several threads.
 */
final class RatingKeys {
    static final int KEYS = 5;
    static final Duration ALONE = Duration.ofMillis(80);
    static final Duration STUCK = Duration.ofSeconds(10);

    /** So long the chosen lamp waits for the hall; then the person may press again. */
    static final Duration ANSWER_MAX = Duration.ofSeconds(5);

    static final Duration THANKS = Duration.ofSeconds(2);
    static final Duration FLICKER_MIN = Duration.ofMillis(1500);
    private static final Duration FLICKER = Duration.ofMillis(100);
    private static final Duration BLINK = Duration.ofMillis(250);
    private static final int ALL = (1 << KEYS) - 1;
    private static final int NONE = -1;

    private final Contact[] contacts = new Contact[KEYS];
    private final long[] downSince = new long[KEYS];
    private int down;
    private int seenUp;
    private int stuck;
    private int alone = NONE;
    private long aloneSince;
    private boolean together;
    private long togetherSince;
    private boolean flickers;
    private Stand stand = Stand.DARK;
    private long standSince;
    private int chosen = NONE;

    private enum Stand {
        DARK,
        /** A rating is asked for. */
        LIT,
        /** A key was pressed, and the hall has not answered yet. */
        CHOSEN,
        THANKS
    }

    RatingKeys() {
        for (int key = 0; key < KEYS; key++) {
            contacts[key] = new Contact();
        }
    }

    void light(long now) {
        turn(Stand.LIT, NONE, now);
    }

    /**
     * The rating is written down; the lamp of the key confirms it, or all when it came elsewhere.
     */
    void thank(long now) {
        turn(Stand.THANKS, stand == Stand.CHOSEN ? chosen : NONE, now);
    }

    void darken(long now) {
        turn(Stand.DARK, NONE, now);
    }

    /** The hall did not take the key: the person may press again. */
    void again(long now) {
        if (stand == Stand.CHOSEN) {
            light(now);
        }
    }

    private void turn(Stand next, int key, long now) {
        stand = next;
        standSince = now;
        chosen = key;
        flickers = false;
    }

    /** The hardware was away: what its keys did meanwhile is not known. */
    void forget() {
        for (Contact contact : contacts) {
            contact.forget();
        }
        down = 0;
        seenUp = 0;
        stuck = 0;
        alone = NONE;
        together = false;
    }

    /** {@return keys that are down for so long that no finger can be meant} */
    int stuck() {
        return stuck;
    }

    /**
     * Takes how the keys look now.
     *
     * @return the key that was pressed, if one was
     */
    OptionalInt sample(int looksDown, long now) {
        if (stand == Stand.CHOSEN && passed(ANSWER_MAX, standSince, now)) {
            light(now);
        } else if (stand == Stand.THANKS && passed(THANKS, standSince, now)) {
            darken(now);
        }
        int before = down;
        for (int key = 0; key < KEYS; key++) {
            contact(key, (looksDown & 1 << key) != 0, now);
        }
        int held = down & seenUp & ~stuck;
        return judge(held, held & ~before, now);
    }

    private void contact(int key, boolean looksDown, long now) {
        int bit = 1 << key;
        contacts[key].sample(looksDown, now);
        if (contacts[key].isUp()) {
            seenUp |= bit;
            down &= ~bit;
            stuck &= ~bit;
        } else if (contacts[key].isDown()) {
            if ((down & bit) == 0) {
                down |= bit;
                downSince[key] = now;
            } else if (passed(STUCK, downSince[key], now)) {
                stuck |= bit;
            }
        }
    }

    private OptionalInt judge(int held, int fresh, long now) {
        if (together) {
            together = held != 0;
            return OptionalInt.empty();
        }
        if (alone == NONE) {
            // What goes down while another is still held from before, counts as little as it does.
            if (fresh != 0 && held == fresh) {
                if (Integer.bitCount(fresh) > 1) {
                    refuse(now);
                } else {
                    alone = Integer.numberOfTrailingZeros(fresh);
                    aloneSince = now;
                }
            }
            return OptionalInt.empty();
        }
        if ((held & ~(1 << alone)) != 0) {
            alone = NONE;
            refuse(now);
            return OptionalInt.empty();
        }
        if (held != 0 && !passed(ALONE, aloneSince, now)) {
            return OptionalInt.empty();
        }
        int key = alone;
        alone = NONE;
        return take(key, now);
    }

    private void refuse(long now) {
        together = true;
        togetherSince = now;
        flickers = true;
    }

    private OptionalInt take(int key, long now) {
        return switch (stand) {
            // The lamps may lag behind the hall, which alone knows what may be rated.
            case DARK -> OptionalInt.of(key);
            case LIT -> {
                turn(Stand.CHOSEN, key, now);
                yield OptionalInt.of(key);
            }
            case CHOSEN, THANKS -> OptionalInt.empty();
        };
    }

    /** {@return which lamps shine now} */
    int lamps(long now) {
        return switch (stand) {
            case DARK -> 0;
            case LIT -> flickersStill(now) ? blinking(FLICKER, togetherSince, now) : ALL & ~stuck;
            case CHOSEN -> 1 << chosen;
            case THANKS -> blinking(BLINK, standSince, now) & (chosen == NONE ? ALL : 1 << chosen);
        };
    }

    private boolean flickersStill(long now) {
        flickers &= together || !passed(FLICKER_MIN, togetherSince, now);
        return flickers;
    }

    private static int blinking(Duration half, long since, long now) {
        return (now - since) / half.toNanos() % 2 == 0 ? ALL : 0;
    }

    private static boolean passed(Duration time, long since, long now) {
        return now - since >= time.toNanos();
    }
}
