package yichuang.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept, what goes, and where a start begins. */
class RetentionTest {
    private static final LogLimits SMALL =
            LogLimits.STANDARD.withSegmentBytes(1_024, 256).withSnapshotEvery(20);

    @TempDir Path directory;
    private final AtomicLong records = new AtomicLong(Long.MAX_VALUE);

    private CommandLog open(Machine machine) throws IOException {
        return CommandLog.open(
                LogSettings.of(directory, "n1").withLimits(SMALL).withKeepFrom(records::get),
                machine);
    }

    private List<Long> snapshots() throws IOException {
        return Directories.files(directory, "snapshot-").stream()
                .map(file -> Long.parseLong(file.getFileName().toString().substring(9)))
                .toList();
    }

    @Test
    void two_generations_stay_and_the_log_behind_the_older_one() throws IOException {
        try (CommandLog log = open(new Ledger())) {
            Proposers.each(log, Proposers.lines("c", 99));
        }
        assertEquals(List.of(80L, 100L), snapshots());
        Chain chain = Chain.read(directory);
        assertTrue(chain.firstIndex() > 1 && chain.firstIndex() <= 81);
    }

    @Test
    void a_snapshot_and_its_tail_are_the_same_as_everything_from_the_first_command()
            throws IOException {
        records.set(0);
        Ledger live = new Ledger();
        try (CommandLog log = open(live)) {
            Proposers.each(log, Proposers.lines("c", 70));
        }
        Ledger fromSnapshot = new Ledger();
        long last = EndedLog.replay(directory, fromSnapshot, Long.MAX_VALUE);
        assertEquals(71, last);
        assertEquals(1, fromSnapshot.restores());
        assertArrayEquals(live.snapshot(), fromSnapshot.snapshot());
        for (long upTo : List.of(0L, 1L, 19L, 20L, 21L, 45L, 71L)) {
            Ledger part = new Ledger();
            assertEquals(upTo, EndedLog.replay(directory, part, upTo));
            List<Long> expected = live.indices().stream().filter(index -> index <= upTo).toList();
            assertEquals(expected, part.indices());
        }
    }

    @Test
    void what_the_records_have_not_is_kept_and_told_again() throws IOException {
        try (CommandLog log = open(new Ledger())) {
            records.set(30);
            Proposers.each(log, Proposers.lines("c", 99));
        }
        assertEquals(List.of(20L, 80L, 100L), snapshots());
        Told told = new Told();
        try (CommandLog log = open(told)) {
            assertEquals(20, told.restoredAt);
            assertEquals(21, told.firstApplied);
            assertEquals(Proposers.lines("c", 99), told.ledger.lines());
            records.set(100);
            Proposers.each(log, Proposers.lines("d", 20));
        }
        assertEquals(List.of(100L, 120L), snapshots());
        Told caughtUp = new Told();
        records.set(121);
        try (CommandLog log = open(caughtUp)) {
            assertEquals(120, caughtUp.restoredAt);
            assertTrue(log.state().leading());
        }
    }

    @Test
    void records_that_have_nothing_are_told_everything() throws IOException {
        records.set(0);
        try (CommandLog log = open(new Ledger())) {
            Proposers.each(log, Proposers.lines("c", 99));
        }
        Told told = new Told();
        try (CommandLog log = open(told)) {
            assertTrue(log.state().leading());
        }
        assertEquals(0, told.restoredAt);
        assertEquals(2, told.firstApplied);
        assertEquals(Proposers.lines("c", 99), told.ledger.lines());
    }

    @Test
    void two_snapshots_now_remove_what_was_erased() throws IOException {
        try (CommandLog log = open(new Ledger())) {
            Proposers.each(log, Proposers.lines("secret", 3));
            log.snapshotNow();
            Proposers.each(log, List.of("close day"));
            log.snapshotNow();
            Proposers.each(log, List.of("open day"));
        }
        assertEquals(List.of(4L, 5L), snapshots());
        assertEquals(5, Chain.read(directory).firstIndex());
    }

    /** Notes where a start began. */
    private static final class Told implements Machine {
        private final Ledger ledger = new Ledger();
        private long restoredAt = -1;
        private long firstApplied = -1;

        @Override
        public Object apply(long index, byte[] command) {
            firstApplied = firstApplied < 0 ? index : firstApplied;
            return ledger.apply(index, command);
        }

        @Override
        public byte[] snapshot() {
            return ledger.snapshot();
        }

        @Override
        public void restore(long index, byte[] snapshot) {
            restoredAt = index;
            ledger.restore(index, snapshot);
        }
    }
}
