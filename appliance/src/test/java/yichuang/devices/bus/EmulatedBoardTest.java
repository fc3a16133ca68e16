package yichuang.devices.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real driver and the real binary, two boards in QEMU: a small part of what {@code
 * scripts/bench boards} does with eight.
 */
class EmulatedBoardTest {
    @TempDir Path folder;

    @Test
    void every_call_stands_on_its_board_dot_for_dot() throws Exception {
        BoardScene.Outcome outcome = new BoardScene(folder, this::emulated, 2, 3, 0).play(10);
        assertEquals(0, outcome.wrong(), outcome::toString);
        assertTrue(outcome.compared() >= 20, outcome::toString);
    }

    @Test
    void a_bad_line_makes_it_late_and_never_wrong() throws Exception {
        BoardScene.Outcome outcome = new BoardScene(folder, this::emulated, 2, 4, 0.01).play(10);
        assertEquals(0, outcome.wrong(), outcome::toString);
        assertTrue(outcome.damagedBytes() > 5, outcome::toString);
    }

    private Boards emulated(Hub hub) throws IOException, InterruptedException {
        return new EmulatedBoards(hub, Bus.FIRMWARE, folder);
    }
}
