package yichuang.devices.escpos;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** The paper of the virtual printer: dots, as wide as the print head, and as long as it gets. */
final class Roll {
    static final int CELL_DOTS = 24;
    private static final int PIECE_DOTS_MAX = 6000;

    private final int width;
    private final Font font = new Font("WenQuanYi Zen Hei Mono", Font.PLAIN, CELL_DOTS - 2);
    private BufferedImage paper;
    private int down;

    Roll(int width) {
        this.width = width;
        this.paper = blank(PIECE_DOTS_MAX);
    }

    private BufferedImage blank(int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D ink = image.createGraphics();
        ink.setColor(Color.WHITE);
        ink.fillRect(0, 0, width, height);
        ink.dispose();
        return image;
    }

    int width() {
        return width;
    }

    /** One character as the print head has it. */
    record Cell(int character, int timesWide, int timesHigh, boolean bold) {
        int wide() {
            return (character < 0x80 ? CELL_DOTS / 2 : CELL_DOTS) * timesWide;
        }

        int high() {
            return CELL_DOTS * timesHigh;
        }
    }

    void line(List<Cell> cells, boolean centred, int lineSpacing) {
        int wide = cells.stream().mapToInt(Cell::wide).sum();
        int high = cells.stream().mapToInt(Cell::high).max().orElse(0);
        int across = centred ? (width - wide) / 2 : 0;
        for (Cell cell : cells) {
            stamp(cell, across, down + high - cell.high());
            across += cell.wide();
        }
        feed(Math.max(high, lineSpacing));
    }

    private void stamp(Cell cell, int across, int from) {
        int wide = cell.character() < 0x80 ? CELL_DOTS / 2 : CELL_DOTS;
        BufferedImage glyph = new BufferedImage(wide, CELL_DOTS, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D ink = glyph.createGraphics();
        ink.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_OFF);
        ink.setFont(font.deriveFont(cell.bold() ? Font.BOLD : Font.PLAIN));
        ink.drawString(Character.toString(cell.character()), 0, CELL_DOTS - 5);
        ink.dispose();
        for (int y = 0; y < cell.high(); y++) {
            for (int x = 0; x < cell.wide(); x++) {
                if ((glyph.getRGB(x / cell.timesWide(), y / cell.timesHigh()) & 0xFFFFFF) != 0) {
                    black(across + x, from + y);
                }
            }
        }
    }

    /** A picture, at the left edge or in the middle. */
    void picture(boolean[][] dots, boolean centred) {
        int across = centred ? Math.max(0, (width - dots[0].length) / 2) : 0;
        for (int y = 0; y < dots.length; y++) {
            for (int x = 0; x < dots[y].length; x++) {
                if (dots[y][x]) {
                    black(across + x, down + y);
                }
            }
        }
        feed(dots.length);
    }

    private void black(int x, int y) {
        if (x < width && y < PIECE_DOTS_MAX) {
            paper.setRGB(x, y, 0xFF000000);
        }
    }

    void feed(int dots) {
        down += dots;
    }

    /** {@return what was printed since the last cut} */
    BufferedImage cut() {
        BufferedImage piece = blank(down + 2 * CELL_DOTS);
        Graphics2D ink = piece.createGraphics();
        ink.drawImage(paper, 0, CELL_DOTS, null);
        ink.dispose();
        paper = blank(PIECE_DOTS_MAX);
        down = 0;
        return piece;
    }

    /** {@return what stands on a line, for a test that reads} */
    static String text(List<Cell> cells) {
        StringBuilder text = new StringBuilder();
        new ArrayList<>(cells).forEach(cell -> text.appendCodePoint(cell.character()));
        return text.toString();
    }
}
