package yichuang.devices.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import yichuang.devices.Face;
import yichuang.hall.WindowId;

/** The shipped font is Debian's, and what is laid out with it fits. */
class GlyphsTest {
    @Test
    void every_glyph_is_as_the_font_package_has_it() throws Exception {
        int compared = 0;
        for (String line : Files.readAllLines(Path.of("/usr/share/unifont/unifont.hex"))) {
            int code = Integer.parseInt(line.substring(0, line.indexOf(':')), 16);
            if ((code >= 0x4E00 && code <= 0x9FFF) || Glyphs.onTheChip(code)) {
                String rows = HexFormat.of().withUpperCase().formatHex(Glyphs.get(code).rows());
                assertEquals(line.substring(line.indexOf(':') + 1), rows, line);
                compared++;
            }
        }
        assertEquals(20_992 + 95, compared, "characters of the package");
    }

    @Test
    void a_character_without_a_glyph_is_shown_as_a_sign() {
        assertEquals("张〓三", Glyphs.showable("张\uD842\uDFB7三"));
    }

    @Test
    void a_number_never_moves_and_is_never_cut_on_any_panel() {
        for (List<Integer> size :
                List.of(
                        List.of(64, 16),
                        List.of(128, 16),
                        List.of(64, 32),
                        List.of(128, 32),
                        List.of(256, 32),
                        List.of(128, 64),
                        List.of(256, 64))) {
            for (String number : List.of("A0001", "Z9999", "A10000")) {
                for (String window : List.of("1", "12", "101")) {
                    Face face = Bus.call(number, window);
                    List<Slot> slots = new FaceLayout(size.get(0), size.get(1)).of(face);
                    Slot shown = slots.getFirst();
                    assertEquals(number, shown.text());
                    assertEquals(false, shown.scroll(), () -> size + " " + number);
                    slots.forEach(
                            slot ->
                                    assertEquals(
                                            true,
                                            slot.x() + slot.width() <= size.get(0)
                                                    && slot.y() + 16 * slot.scale() <= size.get(1),
                                            () -> size + " " + slot));
                }
            }
        }
    }

    @Test
    void a_long_name_moves_and_a_short_one_stands() {
        Face resting =
                new Face.Resting(new WindowId("31"), Face.Rest.PAUSED, List.of("31号出件窗口 暂停服务"));
        assertEquals(true, new FaceLayout(64, 16).of(resting).getFirst().scroll());
        assertEquals(false, new FaceLayout(256, 16).of(resting).getFirst().scroll());
    }
}
