package yichuang.devices.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One byte in a hundred changed and one in a hundred lost, both ways: late, but never wrong. */
class NoisyLineTest {
    @TempDir Path folder;

    @Test
    void no_board_ever_shows_what_it_was_not_told() throws Exception {
        BoardScene.Outcome outcome =
                new BoardScene(folder, hub -> new HostBoards(hub, Bus.FIRMWARE), 3, 7, 0.01)
                        .play(30);
        assertEquals(0, outcome.wrong(), outcome::toString);
        assertTrue(outcome.damagedBytes() > 20, outcome::toString);
    }
}
