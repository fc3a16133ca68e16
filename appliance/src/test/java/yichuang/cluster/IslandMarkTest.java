package yichuang.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start finds of an island. */
class IslandMarkTest {
    private static final IslandMark MARK =
            new IslandMark(
                    3, IslandMark.Phase.ALONE, 7, 4_711, Instant.parse("2026-03-02T02:00:00Z"), 0);

    @TempDir Path dir;

    @Test
    void it_is_read_as_it_was_kept_in_each_phase() throws IOException {
        assertEquals(Optional.empty(), IslandMark.find(dir.resolve("never")));
        for (IslandMark mark :
                new IslandMark[] {MARK, MARK.homeward(), MARK.homeward().aloneAgain()}) {
            mark.keep(dir);
            assertEquals(Optional.of(mark), IslandMark.find(dir));
        }
        IslandMark.lift(dir);
        IslandMark.lift(dir);
        assertEquals(Optional.empty(), IslandMark.find(dir));
    }

    @Test
    void a_node_that_found_nobody_remembers_how_often() {
        assertEquals(2, MARK.homeward().aloneAgain().homeward().aloneAgain().vain());
        assertEquals(IslandMark.Phase.ALONE, MARK.homeward().aloneAgain().phase());
    }

    @Test
    void a_damaged_or_later_one_is_not_taken_for_none() throws IOException {
        MARK.keep(dir);
        byte[] bytes = Files.readAllBytes(dir.resolve("mark"));
        bytes[4] = 2;
        Files.write(dir.resolve("mark"), bytes);
        assertThrows(IOException.class, () -> IslandMark.find(dir));
        Files.write(dir.resolve("mark"), new byte[] {'Y', 'C', 'I', 'S', 1, 0});
        assertThrows(IOException.class, () -> IslandMark.find(dir));
    }
}
