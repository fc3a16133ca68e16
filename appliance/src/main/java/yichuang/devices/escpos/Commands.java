package yichuang.devices.escpos;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * ESC/POS commands, one after the other as they go to the printer. Texts go as GB18030, which is
 * what Chinese printers hold a font for; a control character in a text would be a command, so none
 * gets through.
 */
final class Commands {
    static final Charset TEXT = Charset.forName("GB18030");

    private static final int ESC = 0x1B;
    private static final int FS = 0x1C;
    private static final int GS = 0x1D;
    private static final int QR = 0x31;
    private static final int QR_MODEL_2 = 0x32;
    private static final int QR_CORRECTION_M = 0x31;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);

    /** Where a line stands on the paper. */
    enum Align {
        LEFT,
        CENTRE
    }

    /**
     * {@code ESC @}: whatever the last slip left behind is forgotten; then {@code FS &}: Chinese.
     */
    Commands initialize() {
        return put(ESC, '@').put(FS, '&');
    }

    /** Zeros, which a printer passes over, or takes as the white of a picture it waits for. */
    Commands nothing(int times) {
        bytes.writeBytes(new byte[times]);
        return this;
    }

    /** {@code ESC 3 n}: from one line to the next, in dots of the paper's feed. */
    Commands lineSpacing(int dots) {
        return put(ESC, '3', dots);
    }

    /** {@code ESC a n}. Counts at the beginning of a line only. */
    Commands align(Align align) {
        return put(
                ESC,
                'a',
                switch (align) {
                    case LEFT -> 0;
                    case CENTRE -> 1;
                });
    }

    /** {@code GS ! n}: letters and Chinese alike, so many times as wide and as high, 1 to 8. */
    Commands size(int wide, int high) {
        return put(GS, '!', (wide - 1) << 4 | (high - 1));
    }

    /** {@code ESC E n}. */
    Commands bold() {
        return put(ESC, 'E', 1);
    }

    Commands plain() {
        return put(ESC, 'E', 0).size(1, 1);
    }

    Commands line(String text) {
        String printable =
                text.codePoints()
                        .filter(each -> !Character.isISOControl(each))
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        bytes.writeBytes(printable.getBytes(TEXT));
        return put('\n');
    }

    /** {@code ESC d n}. */
    Commands feed(int lines) {
        return put(ESC, 'd', lines);
    }

    /** {@code GS ( k}: the printer draws the code itself; functions 165, 167, 169, 180 and 181. */
    Commands qr(String text, int dotsPerModule) {
        byte[] data = text.getBytes(StandardCharsets.UTF_8);
        int length = data.length + 3;
        put(GS, '(', 'k', 4, 0, QR, 'A', QR_MODEL_2, 0);
        put(GS, '(', 'k', 3, 0, QR, 'C', dotsPerModule);
        put(GS, '(', 'k', 3, 0, QR, 'E', QR_CORRECTION_M);
        put(GS, '(', 'k', length & 0xFF, length >> 8, QR, 'P', '0');
        bytes.writeBytes(data);
        return put(GS, '(', 'k', 3, 0, QR, 'Q', '0');
    }

    /**
     * {@code GS v 0}: a picture.
     *
     * @param rows of dots, each begun at a byte, its highest bit leftmost; a set bit is black
     */
    Commands picture(int bytesPerRow, byte[] rows) {
        int height = rows.length / bytesPerRow;
        put(GS, 'v', '0', 0);
        put(bytesPerRow & 0xFF, bytesPerRow >> 8, height & 0xFF, height >> 8);
        bytes.writeBytes(rows);
        return this;
    }

    /** {@code GS V 65|66 n}: feeds to the knife and cuts, leaving a corner or nothing. */
    Commands cut(Model.Cut cut) {
        return switch (cut) {
            case FULL -> put(GS, 'V', 'A', 0);
            case PARTIAL -> put(GS, 'V', 'B', 0);
            case NONE -> feed(4);
        };
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    private Commands put(int... values) {
        for (int value : values) {
            bytes.write(value);
        }
        return this;
    }
}
