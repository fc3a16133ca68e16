package yichuang.devices.gpio;

import yichuang.devices.DeviceFault;

/**
 * A chain of MAX7219 (data sheet 19-4452), one per module of 8 × 8 dots. The chips say nothing: a
 * chain that is unplugged cannot be told from one that shines. So everything is written anew each
 * time, and a module that lost its power shows the right picture at the next look.
 */
final class Max7219 {
    private static final int FIRST_ROW = 0x1;
    private static final int DECODE = 0x9;
    private static final int INTENSITY = 0xA;
    private static final int SCAN_LIMIT = 0xB;
    private static final int SHUTDOWN = 0xC;
    private static final int TEST = 0xF;
    private static final int ALL_ROWS = 7;

    private final SpiOut spi;
    private final First first;

    /** Where the module stands that hangs next to the controller, seen from the front. */
    enum First {
        LEFT,
        RIGHT
    }

    Max7219(SpiOut spi, First first) {
        this.spi = spi;
        this.first = first;
    }

    /** {@code brightness}: 0–15. */
    void show(DotPicture picture, int brightness) throws DeviceFault {
        int modules = picture.modules();
        all(modules, TEST, 0);
        all(modules, DECODE, 0);
        all(modules, SCAN_LIMIT, ALL_ROWS);
        all(modules, INTENSITY, brightness);
        for (int row = 0; row < DotPicture.MODULE; row++) {
            row(picture, row);
        }
        all(modules, SHUTDOWN, 1);
    }

    /** The chips' own test: every dot, whatever else they were told. */
    void lightAll(int modules) throws DeviceFault {
        all(modules, TEST, 1);
    }

    void darken(int modules) throws DeviceFault {
        all(modules, SHUTDOWN, 0);
    }

    private void all(int modules, int register, int value) throws DeviceFault {
        byte[] words = new byte[2 * modules];
        for (int i = 0; i < modules; i++) {
            put(words, i, register, value);
        }
        spi.send(words);
    }

    /** The word that is sent first travels to the far end. */
    private void row(DotPicture picture, int row) throws DeviceFault {
        int modules = picture.modules();
        byte[] words = new byte[2 * modules];
        for (int i = 0; i < modules; i++) {
            int fromFarEnd = first == First.LEFT ? modules - 1 - i : i;
            put(words, i, FIRST_ROW + row, picture.octet(fromFarEnd, row));
        }
        spi.send(words);
    }

    private static void put(byte[] words, int at, int register, int value) {
        words[2 * at] = (byte) register;
        words[2 * at + 1] = (byte) value;
    }
}
