package yichuang.devices.bus;

import java.util.List;

/**
 * What a panel shows, drawn here as its firmware draws it: blink lit, scroll at its start. One byte
 * is eight dots of a row, left dot in bit 7.
 */
final class Picture {
    private final int width;
    private final byte[] dots;

    Picture(int width, int height) {
        this.width = width;
        this.dots = new byte[width / Byte.SIZE * height];
    }

    static Picture of(int width, int height, List<Slot> slots) {
        Picture picture = new Picture(width, height);
        slots.forEach(slot -> picture.draw(slot, 0));
        return picture;
    }

    /** Clears the slot and writes its text, moved to the left by so many dots. */
    void draw(Slot slot, int moved) {
        int bottom = slot.y() + Glyphs.HEIGHT * slot.scale();
        for (int y = slot.y(); y < bottom; y++) {
            for (int x = slot.x(); x < slot.x() + slot.width(); x++) {
                set(x, y, false);
            }
        }
        int x = slot.left() - moved;
        for (int code : slot.text().codePoints().toArray()) {
            Glyphs.Glyph glyph = Glyphs.get(code);
            draw(glyph, x, slot);
            x += glyph.width() * slot.scale();
        }
    }

    private void draw(Glyphs.Glyph glyph, int left, Slot slot) {
        int right = slot.x() + slot.width();
        for (int y = 0; y < Glyphs.HEIGHT * slot.scale(); y++) {
            for (int x = 0; x < glyph.width() * slot.scale() && left + x < right; x++) {
                if (left + x >= slot.x() && glyph.lit(x / slot.scale(), y / slot.scale())) {
                    set(left + x, slot.y() + y, true);
                }
            }
        }
    }

    private void set(int x, int y, boolean lit) {
        int at = y * (width / Byte.SIZE) + x / Byte.SIZE;
        int bit = 1 << (7 - x % Byte.SIZE);
        dots[at] = (byte) (lit ? dots[at] | bit : dots[at] & ~bit);
    }

    byte[] dots() {
        return dots.clone();
    }

    int crc() {
        return Crc16.of(dots);
    }
}
