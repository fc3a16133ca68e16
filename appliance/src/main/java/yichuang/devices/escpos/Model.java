package yichuang.devices.escpos;

/**
 * What a make of printer can do. Many are sold under many names; the paper's width and the two
 * questions below tell them apart.
 *
 * @param paper the roll
 * @param qr who draws the QR code
 * @param cut its knife
 * @param answers whether it can be asked how it is
 */
public record Model(Paper paper, Qr qr, Cut cut, Answers answers) {
    /** The roll's width, and how many dots are printed across it, at 8 to the millimetre. */
    public enum Paper {
        MM_58(384),
        MM_80(576);

        private final int dots;

        Paper(int dots) {
            this.dots = dots;
        }

        int dots() {
            return dots;
        }

        /** {@return how many letters of the ordinary font stand in a line; a Chinese one is two} */
        int columns() {
            return dots / LETTER_DOTS;
        }
    }

    /** Who draws the QR code. */
    public enum Qr {
        /** The printer, from the text: fast, also on a slow line. */
        PRINTER,
        /** The controller, as a picture: for printers that print the commands as letters. */
        PICTURE
    }

    /** What its knife does. */
    public enum Cut {
        FULL,
        PARTIAL,
        NONE
    }

    /** Whether it says how it is. */
    public enum Answers {
        /** How it is, and when everything has been printed. */
        ALL,
        /** How it is; what it still holds back is not known. */
        STATUS,
        /** One-way cable or a cheap board: that it took the bytes is all that is known. */
        NEVER
    }

    static final int LETTER_DOTS = 12;
}
