package yichuang.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The rows follow from the entries alone: whatever breaks in between, and however often, they are
 * those of an undisturbed projection, row for row.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InStepTest {
    private static final Duration AT_ONCE = Duration.ofMillis(5);

    @TempDir Path dir;

    @AfterEach
    void heal() {
        TroubledDisk.hasRoom();
    }

    private Map<String, List<String>> undisturbed(Story story) {
        Path fresh = dir.resolve("fresh");
        try (Records records = Records.open(fresh)) {
            story.goesInto(records);
        }
        return Rows.of(fresh);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void one_entry_a_transaction_or_all_in_one_the_rows_are_the_same(long seed) {
        Story story = RandomDays.play(seed, 600);
        Path one = dir.resolve("one");
        try (Records records = Records.open(one)) {
            for (Happened each : story.entries()) {
                records.happened(each.index(), each.entry(), each.events());
                records.awaitIndex(each.index()).join();
            }
        }
        assertEquals(undisturbed(story), Rows.of(one));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void stopped_and_started_at_any_entry_with_the_whole_log_replayed_nothing_is_doubled(
            long seed) {
        Story story = RandomDays.play(seed, 600);
        Random random = new Random(seed);
        Path often = dir.resolve("often");
        for (int i = 0; i < 8; i++) {
            int upTo = random.nextInt(story.entries().size());
            try (Records records = Records.open(often)) {
                story.entries()
                        .subList(0, upTo)
                        .forEach(one -> records.happened(one.index(), one.entry(), one.events()));
            }
        }
        try (Records records = Records.open(often)) {
            story.goesInto(records);
        }
        assertEquals(undisturbed(story), Rows.of(often));
    }

    /** H2 itself may damage its file when a write is refused; then that is told, not hidden. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22, 24})
    void a_disk_that_refuses_writes_loses_and_doubles_nothing_unseen(long seed) throws Exception {
        TroubledDisk.install();
        Story story = RandomDays.play(seed, 300);
        Random random = new Random(seed);
        Path troubled = dir.resolve("troubled");
        try (Records records =
                Records.open(
                        troubled, Database.in(troubled, "troubled", 1), Lenders.NONE, AT_ONCE)) {
            CountDownLatch refused = TroubledDisk.fullAfter(random.nextInt(6));
            for (Happened each : story.entries()) {
                records.happened(each.index(), each.entry(), each.events());
                if (refused.getCount() == 0) {
                    TroubledDisk.hasRoom();
                    refused = TroubledDisk.fullAfter(random.nextInt(6));
                }
            }
            TroubledDisk.hasRoom();
            CompletableFuture<Void> all = records.awaitIndex(story.lastIndex());
            while (!all.isDone() && !damaged(records)) {
                Thread.onSpinWait();
            }
            if (damaged(records)) {
                return;
            }
        }
        assertEquals(undisturbed(story), Rows.of(troubled));
    }

    private static boolean damaged(Records records) {
        return records.fault().filter(why -> why.contains("corrupted")).isPresent();
    }

    @Test
    void a_damaged_file_is_told_and_the_hall_goes_on_until_a_good_one_is_back() throws Exception {
        Story story = RandomDays.play(31, 300);
        Path file = dir.resolve("records.mv.db");
        try (Records records = Records.open(dir)) {
            story.entries()
                    .subList(0, 150)
                    .forEach(one -> records.happened(one.index(), one.entry(), one.events()));
        }
        byte[] good = Files.readAllBytes(file);
        byte[] damaged = good.clone();
        java.util.Arrays.fill(damaged, (byte) 7);
        Files.write(file, damaged);
        try (Records records = Records.open(dir, Database.in(dir), Lenders.NONE, AT_ONCE)) {
            story.entries()
                    .forEach(one -> records.happened(one.index(), one.entry(), one.events()));
            while (records.fault().filter(why -> !why.equals("opening")).isEmpty()) {
                Thread.onSpinWait();
            }
            assertEquals(-1, records.committedIndex());
            assertEquals(story.entries().size(), records.queued());

            Files.write(file, good);
            records.awaitIndex(story.lastIndex()).join();
        }
        assertEquals(undisturbed(story), Rows.of(dir));
    }
}
