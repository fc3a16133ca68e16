package yichuang.records;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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

    private final Writer writer;
    private final Thread thread;
    private final History history;
    private final Reports reports;

    private Records(Database database, Duration retryEvery) {
        this.writer = new Writer(database, retryEvery);
        this.history = new History(database);
        this.reports = new Reports(database);
        this.thread = Thread.ofPlatform().name("records").daemon().unstarted(writer);
        thread.start();
    }

    /**
     * Opens or makes {@code records.mv.db} in this directory, on its own thread: the hall need not
     * wait. A damaged file is a {@link #fault}, not an exception.
     */
    public static Records open(Path dir) {
        return open(dir, Database.in(dir), RETRY_EVERY);
    }

    static Records open(Path dir, Database database, Duration retryEvery) {
        Database.prepare(dir);
        return new Records(database, retryEvery);
    }

    /** {@return the index of the last entry whose rows are committed; -1 until the file is open} */
    public long committedIndex() {
        return writer.committed();
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
        writer.add(new Happened(index, entry, List.copyOf(events)));
    }

    /** {@return whether so many entries wait that no more should be agreed to} */
    public boolean behind() {
        return writer.queued() >= QUEUE_MAX;
    }

    /** {@return how many entries wait to be written} */
    public int queued() {
        return writer.queued();
    }

    /** {@return whether the file is being opened for the first time: neither open nor found bad} */
    public boolean opening() {
        return writer.opening();
    }

    /** {@return why nothing is written now; empty when all is well} */
    public Optional<String> fault() {
        return writer.fault();
    }

    /** {@return completes when the rows of this entry, or of a later one, are committed} */
    public CompletableFuture<Void> awaitIndex(long index) {
        return writer.await(index);
    }

    /** {@return single visits, cases, duties and acts of the past} */
    public History history() {
        return history;
    }

    /** {@return the figures and the file of a day} */
    public Reports reports() {
        return reports;
    }

    /** Writes what waits, if it can, and closes the file. */
    @Override
    public void close() {
        writer.close();
        try {
            thread.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
