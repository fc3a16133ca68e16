package yichuang.devices.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import yichuang.devices.Face;
import yichuang.hall.WindowId;

/** A face as whole pictures, for screens that can do nothing but show them in turn. */
class StillTest {
    private static final WindowId THREE = new WindowId("3");

    private static List<String> drawn(Face face, int width, int height) {
        return Still.of(face, width, height).stream()
                .map(
                        still -> {
                            byte[] dots = new byte[width / 8 * height];
                            for (int i = 0; i < dots.length; i++) {
                                dots[i] = (byte) still.octet(i % (width / 8), i / (width / 8));
                            }
                            return Drawn.of(width, height, dots).toString();
                        })
                .toList();
    }

    private static Face resting(String text) {
        return new Face.Resting(THREE, Face.Rest.PAUSED, List.of(text));
    }

    @Test
    void what_fits_is_one_picture() {
        assertEquals(
                List.of(new Drawn(64, 16).text(0, 0, 1, 64, "暂停服务").toString()),
                drawn(resting("暂停服务"), 64, 16));
    }

    @Test
    void what_is_too_wide_is_read_part_by_part() {
        assertEquals(
                List.of(
                        new Drawn(64, 16).text(0, 0, 1, 64, "暂停服务").toString(),
                        new Drawn(64, 16).text(0, 0, 1, 64, "请稍候").toString()),
                drawn(resting("暂停服务请稍候"), 64, 16));
    }

    @Test
    void a_call_is_there_and_gone() {
        assertEquals(
                List.of(
                        new Drawn(128, 16)
                                .text(0, 0, 1, 128, "A0012")
                                .centred(48, 128, 0, 1, "3号窗口")
                                .toString(),
                        new Drawn(128, 16).centred(48, 128, 0, 1, "3号窗口").toString()),
                drawn(new Face.Call(THREE, "A0012", List.of()), 128, 16));
        assertEquals(
                List.of(500, 500),
                Still.of(new Face.Call(THREE, "A0012", List.of()), 128, 16).stream()
                        .map(Still::millis)
                        .toList());
    }

    @Test
    void a_blank_face_is_a_dark_picture() {
        assertEquals(List.of(new Drawn(64, 16).toString()), drawn(new Face.Blank(), 64, 16));
    }
}
