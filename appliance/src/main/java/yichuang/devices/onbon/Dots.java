package yichuang.devices.onbon;

import java.io.ByteArrayOutputStream;
import yichuang.devices.bus.Still;

/**
 * A picture as the controllers want it: 0 is a lit dot, 1 a dark one, and so is what fills the last
 * byte or word of a row. Manuals, appendix 2.
 */
final class Dots {
    private static final int DARK = 0xFF;
    private static final int WORD_BYTES = 4;

    private Dots() {}

    static byte[] of(Still still, Panel panel) {
        ByteArrayOutputStream dots = new ByteArrayOutputStream();
        switch (panel.generation()) {
            case FIFTH -> bytes(still, panel.colour(), dots);
            case SIXTH -> {
                words(still, panel.colour().red(), panel.bigWords(), dots);
                if (panel.colour().two()) {
                    words(still, panel.colour().green(), panel.bigWords(), dots);
                }
            }
        }
        return dots.toByteArray();
    }

    /** Row by row, each eight dots in red and then in green. */
    private static void bytes(Still still, Panel.Colour colour, ByteArrayOutputStream dots) {
        for (int row = 0; row < still.height(); row++) {
            for (int column = 0; column < still.width() / Byte.SIZE; column++) {
                int dark = ~still.octet(column, row) & 0xFF;
                dots.write(colour.red() ? dark : DARK);
                if (colour.two()) {
                    dots.write(colour.green() ? dark : DARK);
                }
            }
        }
    }

    /** A whole picture in one colour, 32 dots a word, the leftmost in its highest bit. */
    private static void words(Still still, boolean lit, boolean big, ByteArrayOutputStream dots) {
        int columns = still.width() / Byte.SIZE;
        for (int row = 0; row < still.height(); row++) {
            for (int word = 0; word < columns; word += WORD_BYTES) {
                for (int i = 0; i < WORD_BYTES; i++) {
                    int column = word + (big ? i : WORD_BYTES - 1 - i);
                    dots.write(lit && column < columns ? ~still.octet(column, row) & 0xFF : DARK);
                }
            }
        }
    }
}
