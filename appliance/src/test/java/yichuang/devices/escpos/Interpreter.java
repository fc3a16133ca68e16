package yichuang.devices.escpos;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Understands ESC/POS as a printer does, byte by byte, and prints on a {@link Roll}. Written from
 * the commands' description and not from our encoder. Strict where a real printer would print
 * rubbish: an unknown command, a line that is too wide, half a character.
 */
final class Interpreter {
    private static final int DEFAULT_SPACING = 30;
    private static final int KNIFE_DOTS = 90;

    /** Thrown where a printer would print rubbish. */
    static final class Rubbish extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Rubbish(String what) {
            super(what);
        }
    }

    /** A slip that was cut off. */
    record Piece(
            List<String> lines, List<Integer> heights, List<String> codes, BufferedImage image) {}

    private final Roll roll;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Roll.Cell> line = new ArrayList<>();
    private List<String> lines = new ArrayList<>();
    private List<Integer> heights = new ArrayList<>();
    private List<String> codes = new ArrayList<>();
    private Optional<String> stored = Optional.empty();
    private int moduleDots;
    private boolean chinese;
    private boolean centred;
    private boolean bold;
    private int timesWide;
    private int timesHigh;
    private int spacing;
    private int printedDots;
    private int initializations;

    Interpreter(int dots) {
        this.roll = new Roll(dots);
        initialize();
    }

    /** {@return how often it was told to begin anew} */
    int initializations() {
        return initializations;
    }

    private void initialize() {
        initializations++;
        line.clear();
        chinese = false;
        centred = false;
        bold = false;
        timesWide = 1;
        timesHigh = 1;
        spacing = DEFAULT_SPACING;
        moduleDots = 3;
        stored = Optional.empty();
    }

    List<Piece> pieces() {
        return List.copyOf(pieces);
    }

    /** {@return how much paper went through so far} */
    int printedDots() {
        return printedDots;
    }

    /**
     * Does the command at the beginning of {@code bytes}.
     *
     * @return what the printer answers, if it is a question; empty also when the command is not
     *     whole yet, and then no byte was taken
     */
    Optional<Byte> next(ByteBuffer bytes) {
        int from = bytes.position();
        try {
            return command(bytes);
        } catch (java.nio.BufferUnderflowException unfinished) {
            bytes.position(from);
            return Optional.empty();
        }
    }

    private Optional<Byte> command(ByteBuffer bytes) {
        int first = unsigned(bytes);
        switch (first) {
            case 0 -> {}
            case '\n' -> lineFeed();
            case 0x1B -> escape(bytes);
            case 0x1C -> chinese = chineseMode(unsigned(bytes));
            case 0x1D -> {
                return group(bytes);
            }
            default -> character(first, bytes);
        }
        return Optional.empty();
    }

    private static boolean chineseMode(int command) {
        return switch (command) {
            case '&' -> true;
            case '.' -> false;
            default -> throw new Rubbish("FS " + command);
        };
    }

    private void escape(ByteBuffer bytes) {
        int command = unsigned(bytes);
        switch (command) {
            case '@' -> initialize();
            case '3' -> spacing = unsigned(bytes);
            case 'E' -> bold = (unsigned(bytes) & 1) == 1;
            case 'd' -> {
                int times = unsigned(bytes);
                for (int i = 0; i < times; i++) {
                    lineFeed();
                }
            }
            case 'a' -> {
                int how = unsigned(bytes);
                if (!line.isEmpty() || how > 1) {
                    throw new Rubbish("alignment " + how + " within a line");
                }
                centred = how == 1;
            }
            default -> throw new Rubbish("ESC " + command);
        }
    }

    private Optional<Byte> group(ByteBuffer bytes) {
        int command = unsigned(bytes);
        switch (command) {
            case '!' -> {
                int size = unsigned(bytes);
                if ((size & 0x88) != 0) {
                    throw new Rubbish("size " + size);
                }
                timesWide = (size >> 4) + 1;
                timesHigh = (size & 7) + 1;
            }
            case 'V' -> cut(unsigned(bytes), bytes);
            case '(' -> code(bytes);
            case 'v' -> picture(bytes);
            case 'r' -> {
                if (unsigned(bytes) != 1) {
                    throw new Rubbish("GS r of something else than the paper");
                }
                return Optional.of((byte) 0);
            }
            default -> throw new Rubbish("GS " + command);
        }
        return Optional.empty();
    }

    private void character(int first, ByteBuffer bytes) {
        if (first < 0x20 || first == 0x7F) {
            throw new Rubbish("control character " + first);
        }
        int character = first < 0x80 ? first : wide(first, bytes);
        Roll.Cell cell = new Roll.Cell(character, timesWide, timesHigh, bold);
        int used = line.stream().mapToInt(Roll.Cell::wide).sum();
        if (used + cell.wide() > roll.width()) {
            throw new Rubbish("too wide: " + Roll.text(line));
        }
        line.add(cell);
    }

    private int wide(int first, ByteBuffer bytes) {
        if (!chinese) {
            throw new Rubbish("a Chinese character out of Chinese mode");
        }
        byte second = bytes.get();
        byte[] code =
                second >= '0' && second <= '9'
                        ? new byte[] {(byte) first, second, bytes.get(), bytes.get()}
                        : new byte[] {(byte) first, second};
        try {
            return Charset.forName("GB18030")
                    .newDecoder()
                    .decode(ByteBuffer.wrap(code))
                    .toString()
                    .codePointAt(0);
        } catch (CharacterCodingException e) {
            throw new Rubbish("no character: " + first + " " + second);
        }
    }

    private void lineFeed() {
        int high = line.stream().mapToInt(Roll.Cell::high).max().orElse(0);
        roll.line(line, centred, spacing);
        printedDots += Math.max(high, spacing);
        lines.add(Roll.text(line));
        heights.add(high);
        line.clear();
    }

    private void cut(int how, ByteBuffer bytes) {
        if (how != 'A' && how != 'B') {
            throw new Rubbish("cut " + how);
        }
        roll.feed(unsigned(bytes) + KNIFE_DOTS);
        if (!line.isEmpty()) {
            throw new Rubbish("a cut through a line");
        }
        pieces.add(new Piece(lines, heights, codes, roll.cut()));
        lines = new ArrayList<>();
        heights = new ArrayList<>();
        codes = new ArrayList<>();
    }

    /** A two-dimensional code; only QR, model 2. */
    private void code(ByteBuffer bytes) {
        if (unsigned(bytes) != 'k') {
            throw new Rubbish("GS ( of something else than codes");
        }
        byte[] body = new byte[unsigned(bytes) | unsigned(bytes) << 8];
        bytes.get(body);
        expect(body.length > 2, "length of a code");
        if (body[0] != '1') {
            throw new Rubbish("another code than QR");
        }
        switch (body[1]) {
            case 'A' -> expect(body.length == 4 && body[2] == '2' && body[3] == 0, "QR model");
            case 'C' -> {
                expect(body.length == 3 && body[2] >= 1 && body[2] <= 16, "QR module size");
                moduleDots = body[2];
            }
            case 'E' -> expect(body.length == 3 && body[2] >= '0' && body[2] <= '3', "QR level");
            case 'P' -> {
                expect(body[2] == '0', "QR data");
                stored = Optional.of(new String(body, 3, body.length - 3, StandardCharsets.UTF_8));
            }
            case 'Q' -> {
                expect(body.length == 3 && body[2] == '0' && stored.isPresent(), "QR to print");
                codes.add(stored.orElseThrow());
                draw(stored.orElseThrow());
            }
            default -> throw new Rubbish("QR function " + body[1]);
        }
    }

    private static void expect(boolean right, String what) {
        if (!right) {
            throw new Rubbish("bad " + what);
        }
    }

    private void draw(String text) {
        ByteMatrix modules;
        try {
            modules =
                    Encoder.encode(
                                    text,
                                    ErrorCorrectionLevel.M,
                                    Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                            .getMatrix();
        } catch (WriterException e) {
            throw new Rubbish("QR data too long");
        }
        int size = modules.getWidth() * moduleDots;
        boolean[][] dots = new boolean[size][size];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                dots[y][x] = modules.get(x / moduleDots, y / moduleDots) == 1;
            }
        }
        show(dots);
    }

    private void picture(ByteBuffer bytes) {
        expect(unsigned(bytes) == '0' && unsigned(bytes) == 0, "picture");
        int wide = unsigned(bytes) | unsigned(bytes) << 8;
        int high = unsigned(bytes) | unsigned(bytes) << 8;
        expect(wide * 8 <= roll.width() && high > 0 && high < 2304, "picture's size");
        byte[] rows = new byte[wide * high];
        bytes.get(rows);
        boolean[][] dots = new boolean[high][wide * 8];
        for (int i = 0; i < rows.length * 8; i++) {
            dots[i / 8 / wide][i % (wide * 8)] = (rows[i / 8] & 0x80 >> i % 8) != 0;
        }
        show(dots);
    }

    private void show(boolean[][] dots) {
        expect(line.isEmpty(), "picture within a line");
        roll.picture(dots, centred);
        printedDots += dots.length;
    }

    private static int unsigned(ByteBuffer bytes) {
        return bytes.get() & 0xFF;
    }
}
