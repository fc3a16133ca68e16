package yichuang.devices.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import yichuang.devices.DeviceFault;
import yichuang.devices.Face;
import yichuang.hall.WindowId;

/** What stands on a few dot modules over a window. */
class DotDisplayTest {
    private static final WindowId THREE = new WindowId("3");

    private static List<String> drawn(String picture) {
        return picture.lines().toList();
    }

    @Test
    void a_number_stands_in_the_middle() {
        assertEquals(
                drawn(
                        """
                        .....##...##...##....#...##.....
                        ....#..#.#..#.#..#..##..#..#....
                        ....#..#.#..#.#..#...#.....#....
                        ....####.#..#.#..#...#....#.....
                        ....#..#.#..#.#..#...#...#......
                        ....#..#.#..#.#..#...#..#.......
                        ....#..#..##...##...###.####....
                        ................................
                        """),
                DotPicture.of("A0012", 4).orElseThrow().lines());
    }

    @Test
    void a_letter_and_five_digits_fit_and_seven_do_not() {
        assertTrue(DotPicture.of("A10000", 4).isPresent());
        assertTrue(DotPicture.of("A100000", 4).isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void the_chain_shows_the_picture_whichever_end_is_wired(Max7219.First first)
            throws DeviceFault {
        DotChainModel chain = new DotChainModel(4);
        DotPicture picture = DotPicture.of("B0307", 4).orElseThrow();
        Max7219 max = new Max7219(chain, first);
        max.show(picture, 9);
        assertEquals(picture.lines(), chain.seen(first));
        assertEquals(9, chain.intensity(3));
        max.darken(4);
        assertEquals(DotPicture.blank(4).lines(), chain.seen(first));
    }

    @Test
    void a_test_lights_every_dot_and_the_next_picture_ends_it() throws DeviceFault {
        DotChainModel chain = new DotChainModel(4);
        Max7219 max = new Max7219(chain, Max7219.First.LEFT);
        max.lightAll(4);
        assertEquals(Collections.nCopies(8, "#".repeat(32)), chain.seen(Max7219.First.LEFT));
        DotPicture picture = DotPicture.of("B0307", 4).orElseThrow();
        max.show(picture, 9);
        assertEquals(picture.lines(), chain.seen(Max7219.First.LEFT));
    }

    @Test
    void a_window_says_who_is_called_or_how_it_rests() {
        assertEquals("A0012", DotText.of(new Face.Call(THREE, "A0012", List.of())));
        assertEquals("A0012", DotText.of(new Face.Serving(THREE, "A0012", List.of())));
        assertEquals("3", DotText.of(new Face.Resting(THREE, Face.Rest.IDLE, List.of())));
        assertEquals("--", DotText.of(new Face.Resting(THREE, Face.Rest.PAUSED, List.of())));
        assertEquals("", DotText.of(new Face.Resting(THREE, Face.Rest.CLOSED, List.of())));
    }
}
