package yichuang.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A power cut in the middle of a batch: what was acknowledged before it is all there. */
class TornTailTest {
    private static final LogLimits SMALL = LogLimits.STANDARD.withSegmentBytes(4_096, 512);

    @TempDir Path temporary;
    private Path whole;
    private final List<String> acknowledged = Proposers.lines("acknowledged ", 6);
    private final List<String> lastBatch = Proposers.lines("last ", 4);
    private Chain chain;

    @BeforeEach
    void a_log_whose_last_batch_has_four_commands() throws IOException {
        whole = temporary.resolve("whole");
        try (CommandLog log = open(whole, new Ledger())) {
            Proposers.each(log, acknowledged);
            Object unused = Proposers.together(log, lastBatch).getLast().join();
        }
        chain = Chain.read(whole);
        assertEquals(11, chain.lastIndex());
    }

    private static CommandLog open(Path directory, Ledger machine) throws IOException {
        LogSettings settings = LogSettings.of(directory, "n1").withLimits(SMALL);
        return CommandLog.open(settings, machine);
    }

    /** An accident that befalls the segment at one byte. */
    private interface Accident {
        void at(Path segment, int offset) throws IOException;
    }

    private void at_every_byte_of_the_last_batch(Accident accident) throws IOException {
        List<String> all = new ArrayList<>(acknowledged);
        all.addAll(lastBatch);
        int from = chain.doubtful().offset();
        int to = chain.end().offset();
        assertEquals(lastBatch.size() * (EntryFormat.HEADER_BYTES + "last 0".length()), to - from);
        for (int offset = from; offset < to; offset++) {
            Path copy = Directories.copy(whole, temporary.resolve("at" + offset));
            Path segment = Directories.files(copy, "segment-").getFirst();
            accident.at(segment, offset);
            Ledger machine = new Ledger();
            try (CommandLog log = open(copy, machine)) {
                List<String> found = machine.lines();
                assertTrue(found.size() >= acknowledged.size(), () -> "lost: " + found);
                assertEquals(all.subList(0, found.size()), found);
                Proposers.each(log, List.of("goes on"));
            }
            Ledger again = new Ledger();
            long last = EndedLog.replay(copy, again, Long.MAX_VALUE);
            assertTrue(last > 0);
            assertEquals(machine.lines(), again.lines());
            assertEquals(SMALL.segmentBytes(), Files.size(segment));
        }
    }

    @Test
    void a_file_that_ends_anywhere_in_it_is_cut_there() throws IOException {
        at_every_byte_of_the_last_batch(Directories::truncate);
    }

    @Test
    void zeros_from_anywhere_in_it_are_cut_there() throws IOException {
        at_every_byte_of_the_last_batch(
                (segment, offset) -> Directories.zero(segment, offset, (int) Files.size(segment)));
    }

    @Test
    void a_sector_that_never_arrived_is_cut_with_what_follows_it() throws IOException {
        at_every_byte_of_the_last_batch(
                (segment, offset) ->
                        Directories.zero(
                                segment, offset, Math.min(offset + 20, (int) Files.size(segment))));
    }

    @Test
    void a_wrong_byte_in_it_is_cut_with_what_follows_it() throws IOException {
        at_every_byte_of_the_last_batch(Directories::flip);
    }
}
