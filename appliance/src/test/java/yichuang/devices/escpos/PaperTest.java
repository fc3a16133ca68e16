package yichuang.devices.escpos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import yichuang.devices.Slip;

/**
 * What stands on the paper. The bytes are printed by an interpreter that knows nothing of how they
 * were made; its pictures are kept under {@code target/slips} so that a person can look.
 */
class PaperTest {
    private static final Model WIDE = model(Model.Paper.MM_80, Model.Qr.PRINTER);
    private static final Model NARROW = model(Model.Paper.MM_58, Model.Qr.PICTURE);

    private static Model model(Model.Paper paper, Model.Qr qr) {
        return new Model(paper, qr, Model.Cut.PARTIAL, Model.Answers.ALL);
    }

    @Test
    void the_number_is_printed_six_times_as_large_as_the_rest() throws IOException {
        Interpreter.Piece slip = print("ticket-80mm", Slips.ordinary(), WIDE);

        int at = slip.lines().indexOf("A0012");
        assertEquals(6 * Roll.CELL_DOTS, slip.heights().get(at));
        assertEquals("淄川区政务服务中心", slip.lines().getFirst());
        assertTrue(slip.lines().contains("前面还有 12 人"));
        assertTrue(slip.lines().contains("预计等候 18 至 31 分钟"));
    }

    @Test
    void the_code_can_be_scanned_whoever_drew_it() throws Exception {
        assertEquals(Slips.LINK, scan(print("ticket-80mm", Slips.ordinary(), WIDE).image()));
        assertEquals(Slips.LINK, scan(print("ticket-58mm", Slips.ordinary(), NARROW).image()));
        assertEquals(
                Slips.LINK,
                scan(
                        print(
                                        "ticket-58mm-native",
                                        Slips.ordinary(),
                                        model(Model.Paper.MM_58, Model.Qr.PRINTER))
                                .image()));
    }

    @Test
    void nothing_is_lost_of_long_names_and_many_items() throws IOException {
        for (Model model : List.of(WIDE, NARROW)) {
            String width = model.paper() == Model.Paper.MM_80 ? "80mm" : "58mm";
            allThere(Slips.long_names(), print("long-names-" + width, Slips.long_names(), model));
            allThere(Slips.many_items(), print("many-items-" + width, Slips.many_items(), model));
            allThere(Slips.notice(), print("notice-" + width, Slips.notice(), model));
        }
    }

    @Test
    void a_notice_is_headed_as_one() throws IOException {
        Interpreter.Piece notice = print("notice-80mm", Slips.notice(), WIDE);

        assertEquals(List.of("淄川区政务服务中心", "一次性告知单", "A0012"), notice.lines().subList(0, 3));
        assertEquals(2 * Roll.CELL_DOTS, notice.heights().get(1));
    }

    @Test
    void a_text_is_never_a_command() {
        Slip slip = Slips.ticket("A0012", List.of("办理：\u001b@\u001dV\u0000\u0010\u0004\u0001"));

        assertTrue(print(slip, WIDE).lines().contains("办理：@V"));
    }

    @Test
    void no_line_begins_with_a_mark_that_closes() {
        for (int blanks = 0; blanks < 48; blanks++) {
            Wrapping.wrap("请带：" + "a".repeat(blanks) + " 身份证、申请表，（可后补）。照片", 32)
                    .forEach(
                            line ->
                                    assertTrue(
                                            line.isBlank()
                                                    || "、，）。".indexOf(line.strip().charAt(0)) < 0,
                                            line));
        }
    }

    @Property(tries = 60)
    void whatever_the_text_it_fits_and_all_of_it_is_there(
            @ForAll
                    @StringLength(min = 1, max = 200)
                    @CharRange(from = '一', to = '龥')
                    @CharRange(from = ' ', to = '~')
                    @CharRange(from = '，', to = '；')
                    String text) {
        for (Model model : List.of(WIDE, NARROW)) {
            Slip slip = Slips.ticket("A0012", List.of(text));
            allThere(slip, print(slip, model)); // too wide a line would be rubbish
        }
    }

    private static void allThere(Slip slip, Interpreter.Piece printed) {
        String paper = unspaced(String.join("", printed.lines()));
        slip.lines().forEach(line -> assertTrue(paper.contains(unspaced(line)), line));
    }

    private static String unspaced(String text) {
        return text.replace(" ", "");
    }

    private static Interpreter.Piece print(Slip slip, Model model) {
        Interpreter printer = new Interpreter(model.paper().dots());
        ByteBuffer bytes = ByteBuffer.wrap(Layout.of(slip, model));
        while (bytes.hasRemaining()) {
            int before = bytes.position();
            assertEquals(Optional.empty(), printer.next(bytes));
            assertTrue(bytes.position() > before, "ends within a command");
        }
        assertEquals(1, printer.pieces().size());
        return printer.pieces().getFirst();
    }

    private static Interpreter.Piece print(String name, Slip slip, Model model) throws IOException {
        Interpreter.Piece piece = print(slip, model);
        Path folder = Files.createDirectories(Path.of("target", "slips"));
        ImageIO.write(piece.image(), "png", folder.resolve(name + ".png").toFile());
        return piece;
    }

    private static String scan(BufferedImage paper) throws Exception {
        int[] dots =
                paper.getRGB(0, 0, paper.getWidth(), paper.getHeight(), null, 0, paper.getWidth());
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(
                                new HybridBinarizer(
                                        new RGBLuminanceSource(
                                                paper.getWidth(), paper.getHeight(), dots))),
                        Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }
}
