package yichuang.records;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import yichuang.hall.Entry;
import yichuang.hall.Event;

/**
 * What happened in the hall, in SQL, exactly in step with the log: history, reports, audit trail.
 *
 * <p>A broken or full database never stops the hall: entries wait in the queue, {@link #fault} says
 * why, and the writer tries again by itself. What was committed may be lost by a power cut; the log
 * brings it again, so it keeps every entry past {@link #durableIndex}.
 */
public final class Records implements AutoCloseable {
    /** Entries that may wait; with more the leader answers {@code busy}. */
    public static final int QUEUE_MAX = 50_000;

    private static final Duration RETRY_EVERY = Duration.ofSeconds(2);

    private static final Duration WRITTEN_PATIENCE = Duration.ofSeconds(3);

    private final Backlog backlog = new Backlog();
    private final Lending lending;
    private final Writer writer;
    private final Thread thread;
    private final History history;
    private final Reports reports;
    private final Outbox outbox;
    private final Rectifications rectifications;
    private final Invitations invitations;

    private Records(Database database, Lenders lenders, Duration retryEvery) {
        this.lending = new Lending(database, () -> missing().isEmpty());
        this.writer = new Writer(database, backlog, lenders, retryEvery, lending::endIdle);
        this.history = new History(database);
        this.reports = new Reports(database);
        this.outbox = new Outbox(database);
        this.rectifications = new Rectifications(database);
        this.invitations = new Invitations(database);
        this.thread = Thread.ofPlatform().name("records").daemon().unstarted(writer);
        thread.start();
    }

    /**
     * Opens or makes {@code records.mv.db} in this directory, on its own thread: the hall need not
     * wait. A damaged file is a {@link #fault}, not an exception.
     */
    public static Records open(Path dir) {
        return open(dir, Lenders.NONE);
    }

    /** The same; what is missing is copied from others. */
    public static Records open(Path dir, Lenders lenders) {
        return open(dir, Database.in(dir), lenders, RETRY_EVERY);
    }

    static Records open(Path dir, Database database, Lenders lenders, Duration retryEvery) {
        Database.prepare(dir);
        return new Records(database, lenders, retryEvery);
    }

    /** {@return the index of the last entry whose rows are committed; -1 until the file is open} */
    public long committedIndex() {
        return backlog.committed();
    }

    /** {@return the index up to which the rows survive a power cut; the log may be cut up to it} */
    public long durableIndex() {
        return writer.durable();
    }

    /**
     * Takes an applied entry, with no events when it was refused. Returns at once and never loses
     * one; an entry that the rows already have is passed over, so replay may bring all of them.
     */
    public void happened(long index, Entry entry, List<Event> events) {
        backlog.add(new Happened(index, entry, List.copyOf(events)));
    }

    /**
     * The hall's state was taken over whole, as of this index. The entries before it that were not
     * told will not be: their rows are copied from another voter before anything else is written.
     */
    public void restored(long index) {
        backlog.restored(index);
    }

    /** {@return which rows are missing and from where they come; empty when all are here} */
    public Optional<Missing> missing() {
        return writer.missing();
    }

    /**
     * Answers a voter that lacks rows. Takes up to 3 s: for a worker's thread.
     *
     * @param question as that node's {@link Lenders#ask} got it
     * @param heldUpTo index up to which this node's log has told everything that it holds
     */
    public byte[] lend(byte[] question, long heldUpTo) {
        RowsQuestion asked = RowsQuestion.CODEC.decode(question);
        return RowsAnswer.CODEC.encode(
                asked instanceof RowsQuestion.Borrow borrow && !isWhole(borrow.upTo(), heldUpTo)
                        ? new RowsAnswer.NotLent(RowsAnswer.Reason.SHORT)
                        : lending.answer(asked));
    }

    /** The rows of internal entries of the log are none, so what was told last is far enough. */
    private boolean isWhole(long upTo, long heldUpTo) {
        if (heldUpTo < upTo) {
            return false;
        }
        try {
            awaitIndex(backlog.told()).get(WRITTEN_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException later) {
            // When rows are missing here, lending says so.
            return missing().isPresent();
        }
    }

    /** {@return whether so many entries wait that no more should be agreed to} */
    public boolean behind() {
        return backlog.queued() >= QUEUE_MAX;
    }

    /** {@return how many entries wait to be written} */
    public int queued() {
        return backlog.queued();
    }

    /** {@return whether the file is being opened for the first time: neither open nor found bad} */
    public boolean opening() {
        return writer.opening();
    }

    /** {@return why nothing is written now; empty when all is well} */
    public Optional<String> fault() {
        return writer.fault();
    }

    /**
     * {@return completes when the rows of this entry, or of a later one, are committed; fails with
     * {@link RecordsUnavailable} while rows are missing}
     */
    public CompletableFuture<Void> awaitIndex(long index) {
        return missing()
                .map(what -> CompletableFuture.<Void>failedFuture(new RecordsUnavailable(what)))
                .orElseGet(() -> backlog.await(index));
    }

    /**
     * {@return single visits, cases, duties and acts of the past}
     *
     * @throws RecordsUnavailable while rows are missing
     */
    public History history() {
        requireWhole();
        return history;
    }

    private void requireWhole() {
        Optional<Missing> missing = missing();
        if (missing.isPresent()) {
            throw new RecordsUnavailable(missing.get());
        }
    }

    /**
     * {@return the figures and the file of a day}
     *
     * @throws RecordsUnavailable while rows are missing
     */
    public Reports reports() {
        requireWhole();
        return reports;
    }

    /**
     * {@return what is due to the evaluation platform}
     *
     * @throws RecordsUnavailable while rows are missing
     */
    public Outbox outbox() {
        requireWhole();
        return outbox;
    }

    /**
     * {@return what became of negative ratings and complaints}
     *
     * @throws RecordsUnavailable while rows are missing
     */
    public Rectifications rectifications() {
        requireWhole();
        return rectifications;
    }

    /**
     * {@return who is to be sent a link to rate their visit by}
     *
     * @throws RecordsUnavailable while rows are missing
     */
    public Invitations invitations() {
        requireWhole();
        return invitations;
    }

    /** Writes what waits, if it can, and closes the file. */
    @Override
    public void close() {
        lending.close();
        backlog.close();
        try {
            thread.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
