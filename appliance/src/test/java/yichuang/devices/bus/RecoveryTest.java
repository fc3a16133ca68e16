package yichuang.devices.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lost power, another board, a cable that is out: the right number stands again by itself. */
class RecoveryTest {
    @TempDir Path folder;

    @Test
    void a_bus_comes_back_from_all_that_happens_to_it_and_no_board_shows_an_old_number()
            throws Exception {
        RecoveryScene.Outcome outcome =
                new RecoveryScene(folder, hub -> new HostBoards(hub, Bus.FIRMWARE))
                        .play(Duration.ofSeconds(1));
        assertEquals(2, outcome.signs(), outcome::toString);
    }
}
