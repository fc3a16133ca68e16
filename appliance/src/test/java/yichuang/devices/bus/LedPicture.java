package yichuang.devices.bus;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A panel as somebody in the hall sees it, from what stands in its frame buffer. */
final class LedPicture {
    private static final int PITCH = 6;
    private static final int DOT = 5;
    private static final Color LIT = new Color(0xFF, 0x30, 0x18);
    private static final Color UNLIT = new Color(0x28, 0x14, 0x12);

    private LedPicture() {}

    static void write(Drawn drawn, Path file) throws IOException {
        char[][] rows = drawn.rows();
        BufferedImage image =
                new BufferedImage(
                        rows[0].length * PITCH, rows.length * PITCH, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < rows[y].length; x++) {
                pen.setColor(rows[y][x] == '#' ? LIT : UNLIT);
                pen.fillOval(x * PITCH, y * PITCH, DOT, DOT);
            }
        }
        pen.dispose();
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new IOException("no writer for " + file);
        }
    }
}
