package yichuang.records;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Copies missing rows from another voter, table by table and page by page, each page in a
 * transaction of its own. Pages that are the same on both sides are told by their hash and not
 * sent, so whatever breaks in between, here or there, the next try sends only what is not here yet:
 * there is no book of what was copied that could be wrong.
 */
final class CatchUp {
    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final CopiedTable TRAIL = CopiedTable.named("trail");

    private final Connection connection;
    private final Database database;
    private final Backlog backlog;
    private final Lenders lenders;
    private final Consumer<Missing> tell;
    private Missing missing;

    CatchUp(
            Connection connection,
            Database database,
            Backlog backlog,
            Lenders lenders,
            Consumer<Missing> tell) {
        this.connection = connection;
        this.database = database;
        this.backlog = backlog;
        this.lenders = lenders;
        this.tell = tell;
    }

    /** This lender is of no use now; the next one may be. */
    private static final class NotThisOne extends Exception {
        private static final long serialVersionUID = 1L;

        NotThisOne(String why) {
            super(why);
        }
    }

    /**
     * Asks each voter that can be reached, until one lent all that is missing.
     *
     * @return whether the rows are whole now; otherwise what came stays, and it is to be tried
     *     again
     */
    boolean copied(Missing before) throws SQLException {
        missing = before.upTo(backlog.missingUpTo());
        for (String lender : lenders.reached()) {
            say(missing.from(lender));
            try {
                if (copiedFrom(lender)) {
                    return true;
                }
            } catch (NotThisOne next) {
                connection.rollback();
                say(missing.refused(lender + ": " + next.getMessage()));
            }
        }
        return false;
    }

    private void say(Missing now) {
        missing = now;
        tell.accept(now);
    }

    private boolean copiedFrom(String lender) throws SQLException, NotThisOne {
        RowsAnswer.Lent lent =
                switch (ask(lender, new RowsQuestion.Borrow(backlog.missingUpTo()))) {
                    case RowsAnswer.Lent yes -> yes;
                    case RowsAnswer.NotLent no -> throw new NotThisOne(words(no.why()));
                    case RowsAnswer.Summed other -> throw unexpected();
                    case RowsAnswer.Rows other -> throw unexpected();
                    case RowsAnswer.Ended other -> throw unexpected();
                };
        // Whoever lends next must be as far: rows that are newer than their index are of no use.
        long upTo = Math.max(backlog.missingUpTo(), lent.index());
        CopyMark.set(connection, upTo);
        backlog.lacks(upTo);
        say(missing.upTo(upTo));
        try {
            for (CopiedTable table : CopiedTable.ALL) {
                copy(lender, lent.loan(), table);
            }
        } finally {
            giveBack(lender, lent.loan());
        }
        return finished(upTo);
    }

    /** One that does not hear it ends the loan by itself after a while. */
    private void giveBack(String lender, long loan) {
        var unused =
                lenders.ask(lender, RowsQuestion.CODEC.encode(new RowsQuestion.GiveBack(loan)));
    }

    private void copy(String lender, long loan, CopiedTable table) throws SQLException, NotThisOne {
        List<Cell> after = List.of();
        boolean more = true;
        while (more) {
            if (backlog.isClosing()) {
                throw new NotThisOne("this node is being stopped");
            }
            RowsQuestion question =
                    table.page(connection, after).rows().isEmpty()
                            ? new RowsQuestion.Fetch(loan, table.name(), after)
                            : new RowsQuestion.Compare(loan, table.name(), after);
            RowsAnswer answer = ask(lender, question);
            if (answer instanceof RowsAnswer.Summed summed && differs(table, after, summed)) {
                answer = ask(lender, new RowsQuestion.Fetch(loan, table.name(), after));
            }
            List<Cell> last =
                    switch (answer) {
                        case RowsAnswer.Summed same -> same.last();
                        case RowsAnswer.Rows rows -> put(lender, table, after, rows.page());
                        case RowsAnswer.NotLent no -> throw new NotThisOne(words(no.why()));
                        case RowsAnswer.Lent other -> throw unexpected();
                        case RowsAnswer.Ended other -> throw unexpected();
                    };
            after = last;
            more = !last.isEmpty();
        }
    }

    private boolean differs(CopiedTable table, List<Cell> after, RowsAnswer.Summed summed)
            throws SQLException {
        return !table.between(connection, after, summed.last()).digest().equals(summed.digest());
    }

    /** {@return the place of the last row; empty when it was the last page} */
    private List<Cell> put(
            String lender, CopiedTable table, List<Cell> after, CopiedTable.Page page)
            throws SQLException, NotThisOne {
        List<Cell> last = page.end() ? List.of() : table.last(page);
        CopiedTable.Page here = table.between(connection, after, last);
        if (!here.columns().equals(page.columns())) {
            throw new NotThisOne("its release is another; install the same on all");
        }
        if (table.equals(TRAIL)) {
            judge(lender, after, here, page);
        }
        database.needRoom();
        table.replace(connection, after, page);
        connection.commit();
        say(missing.more(page.rows().size()));
        return last;
    }

    /**
     * The trail is not believed as it comes: each row must follow from the one before by its hash,
     * and none that is here already may read otherwise there.
     */
    private void judge(
            String lender, List<Cell> after, CopiedTable.Page here, CopiedTable.Page there)
            throws SQLException, NotThisOne {
        Set<CopiedTable.Row> sent = new HashSet<>(there.rows());
        for (CopiedTable.Row row : here.rows()) {
            if (!sent.contains(row)) {
                throw new NotThisOne(
                        "its audit trail differs from this node's at entry %d; one of the two was"
                                        .formatted(index(here, row))
                                + " changed");
            }
        }
        String head = after.isEmpty() ? TrailEntry.BEGINNING : hashAt(after.getFirst());
        for (CopiedTable.Row row : there.rows()) {
            String before = text(there, row, "hash_before");
            String hash = text(there, row, "hash");
            if (!before.equals(head) || !hash.equals(entry(there, row).hashAfter(head))) {
                throw new NotThisOne(
                        "the audit trail of %s is broken at entry %d"
                                .formatted(lender, index(there, row)));
            }
            head = hash;
        }
    }

    private String hashAt(Cell index) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT hash FROM trail WHERE log_index = ?")) {
            statement.setObject(1, index.column());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static TrailEntry entry(CopiedTable.Page page, CopiedTable.Row row) {
        return new TrailEntry(
                index(page, row),
                ((Cell.Moment) cell(page, row, "happened_at")).value(),
                text(page, row, "by_token"),
                text(page, row, "act"),
                Optional.of(text(page, row, "window_id")).filter(x -> !x.isEmpty()),
                Optional.of(text(page, row, "ticket")).filter(x -> !x.isEmpty()),
                text(page, row, "details"));
    }

    private static long index(CopiedTable.Page page, CopiedTable.Row row) {
        return ((Cell.Count) cell(page, row, "log_index")).value();
    }

    private static String text(CopiedTable.Page page, CopiedTable.Row row, String column) {
        return cell(page, row, column) instanceof Cell.Words words ? words.value() : "";
    }

    private static Cell cell(CopiedTable.Page page, CopiedTable.Row row, String column) {
        return row.cells().get(page.columns().indexOf(column));
    }

    /**
     * Ends the copying once this node's own log is as far as the rows: a start would not believe
     * rows of entries that its log has not.
     *
     * @return false when more came to be missing meanwhile
     */
    private boolean finished(long upTo) throws SQLException {
        while (backlog.told() < upTo && !backlog.isClosing()) {
            if (!backlog.pause(LOOK_AGAIN)) {
                return false;
            }
        }
        if (backlog.missingUpTo() > upTo || backlog.isClosing()) {
            return false;
        }
        CopyMark.whole(connection, upTo);
        backlog.lacksNothingUpTo(upTo);
        return true;
    }

    private RowsAnswer ask(String lender, RowsQuestion question) throws NotThisOne {
        try {
            byte[] answer =
                    lenders.ask(lender, RowsQuestion.CODEC.encode(question))
                            .toCompletableFuture()
                            .get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
            return RowsAnswer.CODEC.decode(answer);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new NotThisOne("this node is being stopped");
        } catch (ExecutionException failed) {
            throw new NotThisOne(String.valueOf(failed.getCause().getMessage()));
        } catch (TimeoutException late) {
            throw new NotThisOne("no answer within " + DEADLINE.toSeconds() + " s");
        }
    }

    private static NotThisOne unexpected() {
        return new NotThisOne("it answers something else than it was asked");
    }

    private static String words(RowsAnswer.Reason why) {
        return switch (why) {
            case BEHIND -> "rows are missing there, too";
            case SHORT -> "its log is not that far";
            case BUSY -> "it lends to others just now";
            case OVER -> "the loan was over; it is asked again";
        };
    }
}
