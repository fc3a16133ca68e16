package yichuang.records;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Lends rows to voters that lack some. A loan is a transaction of its own that sees the rows as of
 * one entry for as long as it is open, so what is copied over minutes fits together, while the hall
 * goes on. It is never written to; one that nobody asks for is ended, for H2 keeps old pages while
 * somebody may read them.
 */
final class Lending implements AutoCloseable {
    static final Duration IDLE_MAX = Duration.ofSeconds(30);
    private static final int LOANS_MAX = 4;

    private final Database database;
    private final BooleanSupplier whole;
    private final Map<Long, Loan> loans = new LinkedHashMap<>();
    private long lastLoan = System.nanoTime();

    private record Loan(Connection connection, long usedNanos) {}

    /**
     * @param whole whether no row is missing here
     */
    Lending(Database database, BooleanSupplier whole) {
        this.database = database;
        this.whole = whole;
    }

    /** {@return the answer to a question; reads the disk} */
    synchronized RowsAnswer answer(RowsQuestion question) {
        try {
            return switch (question) {
                case RowsQuestion.Borrow borrow -> borrow();
                case RowsQuestion.Compare compare ->
                        summed(
                                compare.table(),
                                page(compare.loan(), compare.table(), compare.after()));
                case RowsQuestion.Fetch fetch ->
                        new RowsAnswer.Rows(page(fetch.loan(), fetch.table(), fetch.after()));
                case RowsQuestion.GiveBack back -> {
                    end(back.loan());
                    yield new RowsAnswer.Ended();
                }
            };
        } catch (SQLException | LoanOver over) {
            return new RowsAnswer.NotLent(RowsAnswer.Reason.OVER);
        }
    }

    private RowsAnswer borrow() throws SQLException {
        endIdle();
        if (!whole.getAsBoolean()) {
            return new RowsAnswer.NotLent(RowsAnswer.Reason.BEHIND);
        }
        if (loans.size() >= LOANS_MAX) {
            return new RowsAnswer.NotLent(RowsAnswer.Reason.BUSY);
        }
        Connection connection = database.asOfNow();
        lastLoan++;
        loans.put(lastLoan, new Loan(connection, System.nanoTime()));
        return new RowsAnswer.Lent(lastLoan, Projection.committed(connection));
    }

    private CopiedTable.Page page(long number, String table, List<Cell> after)
            throws SQLException, LoanOver {
        Loan loan = loans.get(number);
        if (loan == null) {
            throw new LoanOver();
        }
        loans.put(number, new Loan(loan.connection(), System.nanoTime()));
        return CopiedTable.named(table).page(loan.connection(), after);
    }

    private static RowsAnswer summed(String table, CopiedTable.Page page) {
        return new RowsAnswer.Summed(
                page.end() ? List.of() : CopiedTable.named(table).last(page), page.digest());
    }

    private void end(long number) throws SQLException {
        Loan loan = loans.remove(number);
        if (loan != null) {
            loan.connection().close();
        }
    }

    /** Ends loans that nobody has asked about for {@link #IDLE_MAX}. */
    synchronized void endIdle() {
        long now = System.nanoTime();
        endIf(now, IDLE_MAX.toNanos());
    }

    private void endIf(long now, long idleNanos) {
        for (var each : Map.copyOf(loans).entrySet()) {
            if (now - each.getValue().usedNanos() >= idleNanos) {
                try {
                    end(each.getKey());
                } catch (SQLException gone) {
                    // Its file was closed under it; the asker hears that it is over.
                    loans.remove(each.getKey());
                }
            }
        }
    }

    @Override
    public synchronized void close() {
        endIf(System.nanoTime(), Long.MIN_VALUE);
    }

    /** There is no such loan, or not any more. */
    private static final class LoanOver extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
