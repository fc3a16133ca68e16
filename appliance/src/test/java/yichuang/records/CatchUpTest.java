package yichuang.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A voter whose hall came whole from another one has to get the rows from others, too: whatever
 * breaks on the way, they are those of an undisturbed projection, row for row, and until then
 * nothing is reported.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CatchUpTest {
    private static final Duration AT_ONCE = Duration.ofMillis(5);

    @TempDir Path dir;
    private final Story story = RandomDays.play(77, 3_000);
    private final Others others = new Others();
    private final List<Records> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(Records::close);
    }

    /** The other voters, and what goes wrong with them. */
    private static final class Others implements Lenders {
        private final Map<String, Records> lenders = new LinkedHashMap<>();
        private String dying = "";
        private int answersLeft;
        private int rowsSent;

        @Override
        public boolean any() {
            return true;
        }

        @Override
        public synchronized List<String> reached() {
            return List.copyOf(lenders.keySet());
        }

        @Override
        public synchronized CompletionStage<byte[]> ask(String lender, byte[] question) {
            if (lender.equals(dying) && answersLeft-- <= 0) {
                lenders.remove(lender);
                return CompletableFuture.failedFuture(
                        new IllegalStateException("the link is down"));
            }
            byte[] answer =
                    lenders.get(lender).lend(question, lenders.get(lender).committedIndex());
            if (RowsAnswer.CODEC.decode(answer) instanceof RowsAnswer.Rows rows) {
                rowsSent += rows.page().rows().size();
            }
            return CompletableFuture.completedFuture(answer);
        }

        synchronized void are(String name, Records records) {
            lenders.put(name, records);
        }

        synchronized void diesAfter(String name, int answers) {
            dying = name;
            answersLeft = answers;
        }
    }

    private Records opened(String name, Lenders lenders) {
        Path at = dir.resolve(name);
        Records records = Records.open(at, Database.in(at), lenders, AT_ONCE);
        until(() -> !records.opening());
        open.add(records);
        return records;
    }

    private void closed(Records records) {
        records.close();
        open.remove(records);
    }

    private Records whole(String name) {
        Records records = opened(name, Lenders.NONE);
        story.goesInto(records);
        records.awaitIndex(story.lastIndex()).join();
        return records;
    }

    private void tell(Records records, int from, int to) {
        story.entries()
                .subList(from, to)
                .forEach(one -> records.happened(one.index(), one.entry(), one.events()));
    }

    private long indexOf(int entry) {
        return story.entries().get(entry).index();
    }

    private static void until(BooleanSupplier so) {
        while (!so.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private static void untilWhole(Records records, long index) {
        until(() -> records.committedIndex() >= index && records.missing().isEmpty());
    }

    private void asUndisturbed(Records late) {
        String head = open.getFirst().history().verifyTrail().head();
        TrailCheck check = late.history().verifyTrail();
        assertEquals(Optional.empty(), check.brokenAt());
        assertEquals(head, check.head());
        assertEquals(open.getFirst().reports().dayCsv(Story.DAY), late.reports().dayCsv(Story.DAY));
        assertTrue(late.reports().dayCsv(Story.DAY).lines().count() > 50);
        List.copyOf(open).forEach(this::closed);
        assertEquals(Rows.of(dir.resolve("n1")), Rows.of(dir.resolve("n3")));
    }

    @Test
    void a_new_voter_gets_all_rows_and_goes_on_with_what_happens_meanwhile() {
        others.are("n1", whole("n1"));
        Records late = opened("n3", others);
        late.restored(indexOf(2_000));
        tell(late, 2_001, 3_000);
        late.restored(indexOf(1_000));
        untilWhole(late, story.lastIndex());
        assertEquals(story.lastIndex(), late.committedIndex());
        asUndisturbed(late);
    }

    @Test
    void who_was_away_for_a_day_gets_only_the_pages_that_differ() {
        others.are("n1", whole("n1"));
        Records late = opened("n3", others);
        tell(late, 0, 2_700);
        late.awaitIndex(indexOf(2_699)).join();
        late.restored(indexOf(2_900));
        tell(late, 2_901, 3_000);
        untilWhole(late, story.lastIndex());
        asUndisturbed(late);
        int all = Rows.of(dir.resolve("n1")).values().stream().mapToInt(List::size).sum();
        assertTrue(others.rowsSent < all, others.rowsSent + " rows of " + all);
    }

    @Test
    void rows_are_lent_as_of_one_entry_while_the_lender_goes_on() {
        Records lender = opened("n1", Lenders.NONE);
        tell(lender, 0, 1_500);
        lender.awaitIndex(indexOf(1_499)).join();
        RowsAnswer.Lent lent =
                (RowsAnswer.Lent) said(lender, new RowsQuestion.Borrow(indexOf(1_499)));
        List<RowsAnswer> before = everything(lender, lent.loan());
        tell(lender, 1_500, 3_000);
        lender.awaitIndex(story.lastIndex()).join();
        assertEquals(indexOf(1_499), lent.index());
        assertEquals(before, everything(lender, lent.loan()));
    }

    private static RowsAnswer said(Records lender, RowsQuestion question) {
        return RowsAnswer.CODEC.decode(
                lender.lend(RowsQuestion.CODEC.encode(question), Long.MAX_VALUE));
    }

    private static List<RowsAnswer> everything(Records lender, long loan) {
        List<RowsAnswer> pages = new ArrayList<>();
        for (CopiedTable table : CopiedTable.ALL) {
            pages.add(said(lender, new RowsQuestion.Fetch(loan, table.name(), List.of())));
        }
        return pages;
    }

    @Test
    void a_lender_that_dies_in_the_middle_is_followed_by_the_next_one_that_is_as_far() {
        Records first = whole("n1");
        others.are("n1", first);
        others.diesAfter("n1", 12);
        Records second = opened("n2", Lenders.NONE);
        tell(second, 0, 2_000);
        others.are("n2", second);
        Records late = opened("n3", others);
        late.restored(indexOf(1_500));
        tell(late, 1_501, 3_000);
        until(() -> late.missing().flatMap(Missing::why).isPresent());
        tell(second, 2_000, 3_000);
        untilWhole(late, story.lastIndex());
        asUndisturbed(late);
    }

    @Test
    void a_stop_in_the_middle_goes_on_where_it_was_and_reports_nothing_before_that() {
        others.are("n1", whole("n1"));
        for (int answers = 2; answers < 13; answers += 3) {
            others.diesAfter("n1", answers);
            Records late = opened("n3", others);
            late.restored(indexOf(2_000));
            until(() -> late.missing().flatMap(Missing::why).isPresent());
            assertThrows(RecordsUnavailable.class, late::reports);
            assertTrue(late.durableIndex() < indexOf(2_000), "the log keeps what follows");
            closed(late);
            others.are("n1", open.getFirst());
        }
        others.diesAfter("", 0);
        Records late = opened("n3", others);
        late.restored(indexOf(2_000));
        tell(late, 2_001, 3_000);
        untilWhole(late, story.lastIndex());
        asUndisturbed(late);
    }

    @Test
    void whoever_asks_meanwhile_hears_what_is_missing_and_is_not_kept_waiting() {
        Records late = opened("n3", others);
        CompletableFuture<Void> asked = late.awaitIndex(story.lastIndex());
        late.restored(indexOf(2_000));
        Throwable why = assertThrows(CompletionException.class, asked::join).getCause();
        Missing missing = ((RecordsUnavailable) why).missing().orElseThrow();
        assertEquals(1, missing.from());
        assertEquals(indexOf(2_000), missing.upTo());
        assertThrows(RecordsUnavailable.class, late::history);
        assertThrows(CompletionException.class, late.awaitIndex(story.lastIndex())::join);
    }

    @Test
    void one_that_lacks_rows_itself_lends_none() {
        Records behind = opened("n2", others);
        behind.restored(indexOf(2_000));
        until(() -> behind.missing().isPresent());
        assertEquals(
                new RowsAnswer.NotLent(RowsAnswer.Reason.BEHIND),
                said(behind, new RowsQuestion.Borrow(5)));
        Records whole = whole("n1");
        assertEquals(
                new RowsAnswer.NotLent(RowsAnswer.Reason.SHORT),
                RowsAnswer.CODEC.decode(
                        whole.lend(RowsQuestion.CODEC.encode(new RowsQuestion.Borrow(9)), 8)));
    }

    @Test
    void a_changed_trail_is_not_copied_and_never_replaces_what_is_here() throws Exception {
        Records lender = whole("n1");
        others.are("n1", lender);
        try (Connection tampering = Database.in(dir.resolve("n1")).connect();
                Statement statement = tampering.createStatement()) {
            statement.executeUpdate(
                    "UPDATE trail SET details = '{}' WHERE log_index = "
                            + "(SELECT MAX(log_index) FROM trail WHERE act = 'call')");
        }
        Records late = opened("n3", others);
        late.restored(indexOf(2_000));
        until(() -> late.missing().flatMap(Missing::why).isPresent());
        String why = late.missing().flatMap(Missing::why).orElse("");
        assertTrue(why.contains("is broken at entry"), why);
        closed(late);
    }

    private void damage(String name) throws IOException {
        Path file = dir.resolve(name).resolve("records.mv.db");
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 0, bytes.length * 3 / 4, (byte) 0x5A);
        Files.write(file, bytes);
    }

    @Test
    void a_damaged_file_is_set_aside_and_its_rows_come_from_another_voter() throws Exception {
        others.are("n1", whole("n1"));
        closed(whole("n3"));
        damage("n3");
        Records late =
                Records.open(dir.resolve("n3"), Database.in(dir.resolve("n3")), others, AT_ONCE);
        open.add(late);
        late.restored(indexOf(2_000));
        tell(late, 2_001, 3_000);
        untilWhole(late, story.lastIndex());
        assertTrue(Files.exists(dir.resolve("n3/records-damaged.mv.db")));
        asUndisturbed(late);
    }

    @Test
    void in_a_hall_of_one_a_damaged_file_stays_where_it_is_and_nobody_is_kept_waiting()
            throws Exception {
        closed(whole("n1"));
        damage("n1");
        Records alone =
                Records.open(
                        dir.resolve("n1"), Database.in(dir.resolve("n1")), Lenders.NONE, AT_ONCE);
        open.add(alone);
        CompletableFuture<Void> asked = alone.awaitIndex(story.lastIndex());
        assertInstanceOf(
                RecordsUnavailable.class,
                assertThrows(CompletionException.class, asked::join).getCause());
        assertTrue(alone.fault().isPresent());
        assertFalse(Files.exists(dir.resolve("n1/records-damaged.mv.db")));
    }

    @Test
    void in_a_hall_of_one_nobody_waits_for_rows_that_nobody_has() throws SQLException {
        Records alone = opened("n1", Lenders.NONE);
        alone.restored(indexOf(2_000));
        tell(alone, 2_001, 3_000);
        until(() -> alone.fault().isPresent() || alone.committedIndex() == story.lastIndex());
        assertEquals(Optional.empty(), alone.fault());
        assertEquals(Optional.empty(), alone.missing());
        assertTrue(alone.history().trail(0, 10).size() > 0);
    }

    @Test
    void what_a_start_finds_in_the_file_is_on_the_disk() {
        closed(whole("n1"));
        Records again = opened("n1", Lenders.NONE);
        assertEquals(story.lastIndex(), again.durableIndex());
    }
}
