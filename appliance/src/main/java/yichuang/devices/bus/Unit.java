package yichuang.devices.bus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the master knows of one board or pad, by its address. Changed by the bus's thread only, but
 * for what is wanted of it.
 */
final class Unit {
    private static final Duration DISPLAY_PERIOD = Duration.ofSeconds(1);

    /** A key is heard within 150 ms, however many pads there are. */
    private static final Duration PAD_PERIOD = Duration.ofMillis(50);

    /** While its cache is being filled: short frames in between, so that no call waits for them. */
    private static final Duration FILLING_PERIOD = Duration.ofMillis(50);

    private static final Duration ABSENT_PERIOD = Duration.ofSeconds(2);

    /** Polls in a row that may be lost on a bad line before a unit is said to be absent. */
    private static final int MISSED_MAX = 2;

    static final int PIECES_MAX = 6;
    private static final int GLYPHS_AT_ONCE = 2;

    private final int address;
    private final Identity.Kind kind;
    private final Keyed keyed;
    private final List<Integer> toFill = new ArrayList<>();
    private Optional<Identity> identity = Optional.empty();
    private OptionalInt shownCrc = OptionalInt.empty();
    private int taken;
    private boolean restartSeen;
    private int pieces = PIECES_MAX;
    private int missed = MISSED_MAX;
    private long dueAt = System.nanoTime();
    private volatile boolean present;
    private volatile boolean keyStuck;
    private volatile Optional<Wanted> wanted = Optional.empty();
    private volatile Lamps lamps = new Lamps(0, 0);

    /** What a panel is to show, for whatever size it has. */
    @FunctionalInterface
    interface Wanted {
        List<Slot> on(int width, int height);
    }

    /** Bit n is the lamp of key n + 1. */
    record Lamps(int lit, int blinking) {}

    /** Told of each key, by its number, on the bus's thread. */
    @FunctionalInterface
    interface Keyed {
        void pressed(int key);
    }

    Unit(int address, Identity.Kind kind, Keyed keyed) {
        this.address = address;
        this.kind = kind;
        this.keyed = keyed;
    }

    int address() {
        return address;
    }

    Identity.Kind kind() {
        return kind;
    }

    void want(Wanted next) {
        wanted = Optional.of(next);
    }

    Optional<Wanted> wanted() {
        return wanted;
    }

    void want(Lamps next) {
        lamps = next;
    }

    Lamps lamps() {
        return lamps;
    }

    /** {@return whether it answers, as far as its last polls say} */
    boolean isPresent() {
        return present;
    }

    boolean isStuck() {
        return keyStuck;
    }

    Optional<Identity> identity() {
        return identity;
    }

    void identified(Identity now) {
        identity = Optional.of(now);
        shownCrc = OptionalInt.empty();
    }

    /** {@return the next few glyphs that it is to have before a call needs them} */
    List<Integer> toFill() {
        return toFill.stream().limit(GLYPHS_AT_ONCE).toList();
    }

    void filled(List<Integer> codes) {
        toFill.removeAll(codes);
        if (!toFill.isEmpty()) {
            due(FILLING_PERIOD);
        }
    }

    void fillWith(List<Integer> codes) {
        toFill.clear();
        toFill.addAll(codes);
    }

    void showed(int crc) {
        shownCrc = OptionalInt.of(crc);
    }

    /** Whatever it shows, it is not known any more. */
    void forgetShown() {
        shownCrc = OptionalInt.empty();
    }

    OptionalInt shownCrc() {
        return shownCrc;
    }

    int taken() {
        return taken;
    }

    boolean restartSeen() {
        return restartSeen;
    }

    /** It started anew: numbering of its keys begins again. */
    void restarted() {
        taken = 0;
        restartSeen = true;
        shownCrc = OptionalInt.empty();
    }

    void running() {
        restartSeen = false;
    }

    void key(int number, int key) {
        taken = number;
        keyed.pressed(key);
    }

    /** A press that is too old to count. */
    void tooOld(int number) {
        taken = number;
    }

    /**
     * {@return how many of six parts a long frame may have: on a bad line short ones get through}
     */
    int pieces() {
        return pieces;
    }

    void frameLost() {
        pieces = Math.max(1, pieces / 2);
    }

    void frameArrived() {
        pieces = Math.min(PIECES_MAX, pieces + 1);
    }

    void keyStuck(boolean now) {
        keyStuck = now;
    }

    void answered() {
        missed = 0;
        present = true;
        due(kind == Identity.Kind.PAD ? PAD_PERIOD : DISPLAY_PERIOD);
    }

    /** {@return whether it has just become absent} */
    boolean missed() {
        missed = Math.min(missed + 1, MISSED_MAX);
        if (missed < MISSED_MAX) {
            due(Duration.ZERO);
            return false;
        }
        boolean news = present;
        present = false;
        identity = Optional.empty();
        shownCrc = OptionalInt.empty();
        due(ABSENT_PERIOD);
        return news;
    }

    /** The bus is gone, and with it everything on it. */
    void lost() {
        present = false;
        identity = Optional.empty();
        shownCrc = OptionalInt.empty();
        missed = MISSED_MAX;
    }

    private void due(Duration in) {
        dueAt = System.nanoTime() + in.toNanos();
    }

    /** It is looked at before all others. */
    void dueNow() {
        dueAt = System.nanoTime();
    }

    long nanosUntilDue() {
        return dueAt - System.nanoTime();
    }
}
