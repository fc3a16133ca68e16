package yichuang.devices.bus;

import java.nio.charset.StandardCharsets;

/**
 * A rectangle of a panel with a text in it, PROTOCOL.md SHOW. As high as its text.
 *
 * @param scale 1 to 4: each dot of the font is so many dots wide and high
 * @param scroll moves; only a text that is wider than its slot does
 */
record Slot(
        int x,
        int y,
        int width,
        int scale,
        Align align,
        boolean blink,
        boolean scroll,
        String text) {
    private static final int BLINK = 0x10;
    private static final int SCROLL = 0x20;

    /** Where a text stands that is narrower than its slot. */
    enum Align {
        LEFT(0),
        CENTRE(1),
        RIGHT(2);

        private final int code;

        Align(int code) {
            this.code = code;
        }
    }

    /** Scrolls when it has to. */
    static Slot of(int x, int y, int width, int scale, Align align, boolean blink, String text) {
        String shown = Glyphs.showable(text);
        return new Slot(
                x, y, width, scale, align, blink, Glyphs.width(shown) * scale > width, shown);
    }

    int textWidth() {
        return Glyphs.width(text) * scale;
    }

    int left() {
        int room = Math.max(0, width - textWidth());
        return x
                + switch (align) {
                    case LEFT -> 0;
                    case CENTRE -> room / 2;
                    case RIGHT -> room;
                };
    }

    void addTo(Octets payload) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int style = scale - 1 | align.code << 2 | (blink ? BLINK : 0) | (scroll ? SCROLL : 0);
        // A width of 256 does not fit its byte: 0 says "up to the right edge".
        payload.u8(x).u8(y).u8(width & 0xFF).u8(style).u8(bytes.length).bytes(bytes);
    }
}
