package yichuang.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import yichuang.storm.disk.Disk;

/** The next segment is there before it is needed, unless the disk fails. */
class ShelfTest {
    /** Found by storm, seed 2606: the fourth was reserved without the third, and no start went. */
    @Test
    void behind_a_segment_that_could_not_be_reserved_there_is_none() throws IOException {
        Disk disk = new Disk(new Random(1), time -> {});
        Shelf shelf = new Shelf(disk.root(), 4096, Runnable::run, List.of(), 0);
        Path unused = shelf.take();
        disk.failSync(1);
        unused = shelf.take(); // orders the third
        assertThrows(IOException.class, shelf::take);
        assertEquals(
                2,
                Directories.files(disk.root(), "segment-").stream()
                        .filter(file -> !file.toString().endsWith(WholeFile.PART))
                        .count());
    }
}
