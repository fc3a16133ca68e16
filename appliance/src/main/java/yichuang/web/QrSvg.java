package yichuang.web;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code (ISO/IEC 18004) as an SVG image: one module is one unit, error correction M, a quiet
 * zone of four. No style attribute, so it passes the pages' content security policy; its ground is
 * white on every page, since many readers find no code that is light on dark.
 */
final class QrSvg {
    private static final int QUIET = 4;

    private QrSvg() {}

    static String of(String text) {
        ByteMatrix modules = modules(text);
        int size = modules.getWidth() + 2 * QUIET;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %1$d\">"
                        .formatted(size)
                + "<rect width=\"%1$d\" height=\"%1$d\" fill=\"#fff\"/>".formatted(size)
                + "<path shape-rendering=\"crispEdges\" d=\""
                + path(modules)
                + "\"/></svg>";
    }

    private static ByteMatrix modules(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalStateException("too long for a QR code: " + text, e);
        }
    }

    /** Dark modules side by side are one bar. */
    private static String path(ByteMatrix modules) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            int x = 0;
            while (x < modules.getWidth()) {
                int from = x;
                while (x < modules.getWidth() && modules.get(x, y) == 1) {
                    x++;
                }
                if (x > from) {
                    int length = x - from;
                    path.append('M').append(from + QUIET).append(' ').append(y + QUIET);
                    path.append('h').append(length).append("v1h-").append(length).append('z');
                }
                x++;
            }
        }
        return path.toString();
    }
}
