package yichuang.devices.gpio;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A picture of eight rows for a row of dot modules, eight columns each. */
final class DotPicture {
    static final int MODULE = 8;
    private static final int STEP = DotFont.WIDTH + 1;

    private final int modules;
    private final boolean[][] dots;

    private DotPicture(int modules) {
        this.modules = modules;
        this.dots = new boolean[MODULE][modules * MODULE];
    }

    static DotPicture blank(int modules) {
        return new DotPicture(modules);
    }

    /** {@return the text in the middle; empty when it is wider than the modules} */
    static Optional<DotPicture> of(String text, int modules) {
        int width = Math.max(0, text.length() * STEP - 1);
        if (width > modules * MODULE) {
            return Optional.empty();
        }
        DotPicture picture = new DotPicture(modules);
        int left = (modules * MODULE - width) / 2;
        for (int i = 0; i < text.length(); i++) {
            for (int row = 0; row < DotFont.HEIGHT; row++) {
                int glyph = DotFont.row(text.charAt(i), row);
                for (int column = 0; column < DotFont.WIDTH; column++) {
                    picture.dots[row][left + i * STEP + column] =
                            (glyph & 1 << (DotFont.WIDTH - 1 - column)) != 0;
                }
            }
        }
        return Optional.of(picture);
    }

    int modules() {
        return modules;
    }

    /** {@return eight dots of one row, the leftmost in bit 7; modules are counted from the left} */
    int octet(int module, int row) {
        int octet = 0;
        for (int column = 0; column < MODULE; column++) {
            octet = octet << 1 | (dots[row][module * MODULE + column] ? 1 : 0);
        }
        return octet;
    }

    /** {@return the rows as a person would draw them} */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (boolean[] row : dots) {
            StringBuilder line = new StringBuilder();
            for (boolean dot : row) {
                line.append(dot ? '#' : '.');
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
