package yichuang.devices.pad;

import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import yichuang.devices.DeviceFault;
import yichuang.devices.Keypad;
import yichuang.devices.Keys;

/** The citizens' part of a pad. It asks for a rating by itself for as long as it likes. */
final class RatingPart implements Keypad {
    private static final Logger LOG = Logger.getLogger(RatingPart.class.getName());
    private static final int RATE = 0x01;
    private static final byte BEGIN = 0x0B;
    private static final int NUMBERS = 0x02;
    private static final byte STARS = 0x05;

    private final PadLine line;
    private final int address;
    private final Map<Integer, Integer> levels;
    private final Keys keys;
    private final Consumer<PadKey> listener = this::pressed;
    private volatile boolean lit;

    /** {@code levels}: of each of the pad's keys, 1 to 5. */
    RatingPart(PadLine line, int address, Map<Integer, Integer> levels, Keys keys) {
        this.line = line;
        this.address = address;
        this.levels = Map.copyOf(levels);
        this.keys = keys;
        line.listen(address, listener);
    }

    private void pressed(PadKey key) {
        switch (key) {
            case PadKey.Rated rated -> rated(rated.number());
            case PadKey.AskRating ask -> {
                if (lit) {
                    begin();
                }
            }
            case PadKey.Staff staff -> {}
        }
    }

    private void rated(int key) {
        Integer level = levels.get(key);
        if (level == null) {
            LOG.log(
                    Level.WARNING,
                    "评价器 {0} 按了 {1}，levels 里没有它。请补上。 Pad {0} sent the rating key {1}, which"
                            + " \"levels\" does not name. Add it.",
                    new Object[] {address, key});
        } else {
            var unused = keys.press(level.toString());
        }
    }

    private void begin() {
        line.send(PadLine.Sort.RATING, new PadFrame(address, RATE, BEGIN));
    }

    @Override
    public void light() throws DeviceFault {
        lit = true;
        begin();
        line.check();
    }

    @Override
    public void thank() throws DeviceFault {
        lit = false;
        line.send(PadLine.Sort.RATING, new PadFrame(address, NUMBERS, STARS));
        line.check();
    }

    /** The pad ends by itself; whether a key counts is not decided there. */
    @Override
    public void darken() throws DeviceFault {
        lit = false;
        line.check();
    }

    @Override
    public void check() throws DeviceFault {
        line.check();
    }

    @Override
    public void close() {
        line.forget(address, listener);
    }
}
