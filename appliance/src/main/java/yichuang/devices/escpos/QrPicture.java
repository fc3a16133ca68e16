package yichuang.devices.escpos;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code in the dots of a printer, for those that cannot draw it themselves. White at both sides
 * so that it stands in the middle of the paper; many boards ignore the alignment of pictures.
 */
final class QrPicture {
    private static final int QUIET = 4;

    private final ByteMatrix modules;
    private final int dotsPerModule;
    private final int bytesPerRow;

    private QrPicture(ByteMatrix modules, int dotsPerModule, int bytesPerRow) {
        this.modules = modules;
        this.dotsPerModule = dotsPerModule;
        this.bytesPerRow = bytesPerRow;
    }

    static QrPicture of(String text, Model.Paper paper) {
        ByteMatrix modules = modules(text);
        return new QrPicture(modules, dotsPerModule(modules, paper), paper.dots() / Byte.SIZE);
    }

    /** {@return dots for each module, so that the code fills a good half of the paper at most} */
    static int dotsPerModule(String text, Model.Paper paper) {
        return dotsPerModule(modules(text), paper);
    }

    private static int dotsPerModule(ByteMatrix modules, Model.Paper paper) {
        int largest = paper.dots() * 6 / 10 / (modules.getWidth() + 2 * QUIET);
        return Math.clamp(largest, 3, 6);
    }

    private static ByteMatrix modules(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalStateException("too long for a QR code: " + text, e);
        }
    }

    int bytesPerRow() {
        return bytesPerRow;
    }

    byte[] rows() {
        int size = modules.getWidth() * dotsPerModule;
        int left = (bytesPerRow * Byte.SIZE - size) / 2;
        byte[] rows = new byte[bytesPerRow * size];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                if (modules.get(x / dotsPerModule, y / dotsPerModule) == 1) {
                    int at = left + x;
                    rows[y * bytesPerRow + at / Byte.SIZE] |= (byte) (0x80 >> at % Byte.SIZE);
                }
            }
        }
        return rows;
    }
}
