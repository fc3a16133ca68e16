package yichuang.devices.bus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import yichuang.devices.Face;

/**
 * A whole picture, for displays that can show pictures and nothing else: a face is a few of them,
 * shown one after the other, again and again. What blinks is there and gone; what is wider than its
 * place is read part by part.
 */
public final class Still {
    private static final int BLINK_MILLIS = 500;
    private static final int PART_MILLIS = 2_000;
    private static final int ALONE_MILLIS = 10_000;
    private static final int PARTS_MAX = 4;

    private final int width;
    private final int height;
    private final byte[] dots;
    private final int millis;

    private Still(int width, int height, byte[] dots, int millis) {
        this.width = width;
        this.height = height;
        this.dots = dots;
        this.millis = millis;
    }

    /** {@code width}: a multiple of 8. */
    public static List<Still> of(Face face, int width, int height) {
        List<Slot> slots = new FaceLayout(width, height).of(face);
        if (slots.stream().anyMatch(Slot::blink)) {
            List<Slot> steady = slots.stream().filter(slot -> !slot.blink()).toList();
            return List.of(
                    new Still(width, height, Picture.of(width, height, slots).dots(), BLINK_MILLIS),
                    new Still(
                            width, height, Picture.of(width, height, steady).dots(), BLINK_MILLIS));
        }
        int parts = Math.min(PARTS_MAX, slots.stream().mapToInt(Still::parts).max().orElse(1));
        List<Still> stills = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            Picture picture = new Picture(width, height);
            for (Slot slot : slots) {
                picture.draw(slot, part % parts(slot) * slot.width());
            }
            stills.add(
                    new Still(
                            width,
                            height,
                            picture.dots(),
                            parts == 1 ? ALONE_MILLIS : PART_MILLIS));
        }
        return stills;
    }

    private static int parts(Slot slot) {
        return Math.max(1, (slot.textWidth() + slot.width() - 1) / slot.width());
    }

    /** {@return a picture with every dot lit} */
    public static Still lit(int width, int height) {
        byte[] dots = new byte[width / Byte.SIZE * height];
        Arrays.fill(dots, (byte) 0xFF);
        return new Still(width, height, dots, ALONE_MILLIS);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** {@return how long it is shown} */
    public int millis() {
        return millis;
    }

    /** {@return eight dots of a row, the leftmost in bit 7} */
    public int octet(int column, int row) {
        return dots[row * (width / Byte.SIZE) + Objects.checkIndex(column, width / Byte.SIZE)]
                & 0xFF;
    }
}
