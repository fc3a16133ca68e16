package yichuang.records;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The one thread that writes. What it cannot write stays in the backlog: it lets go of the
 * database, waits, opens it again and goes on from the index that it finds there. Rows that no
 * entry will bring are copied from another voter before any entry is written.
 */
final class Writer implements Runnable {
    private static final Logger JOURNAL = System.getLogger("yichuang.records");
    private static final String OPENING = "opening";
    private static final int BATCH_MAX = 2_000;
    private static final int UNSYNCED_MAX = 5_000;
    private static final Duration SYNC_EVERY = Duration.ofSeconds(30);

    /**
     * Of the processor, three parts belong to the people at kiosks and windows and one to the
     * records.
     */
    private static final int REST_PER_WORK = 3;

    private static final Duration REST_MAX = Duration.ofMillis(500);

    private final Database database;
    private final Backlog backlog;
    private final Lenders lenders;
    private final Duration retryEvery;
    private final Runnable tidied;

    /** Committed, but H2 may still lose them if its next write goes wrong. */
    private final List<Happened> unsynced = new ArrayList<>();

    /** So that a line is not written again with every try. */
    private final Set<String> said = new HashSet<>();

    private volatile long durable = -1;
    private volatile Optional<String> fault = Optional.of(OPENING);
    private volatile Optional<Missing> missing = Optional.empty();

    /**
     * @param tidied run at least every 30 s
     */
    Writer(
            Database database,
            Backlog backlog,
            Lenders lenders,
            Duration retryEvery,
            Runnable tidied) {
        this.database = database;
        this.backlog = backlog;
        this.lenders = lenders;
        this.retryEvery = retryEvery;
        this.tidied = tidied;
    }

    /** {@return the last index that was forced to the disk} */
    long durable() {
        return durable;
    }

    boolean opening() {
        return fault.filter(OPENING::equals).isPresent();
    }

    Optional<String> fault() {
        return fault;
    }

    Optional<Missing> missing() {
        return missing;
    }

    @Override
    public void run() {
        boolean more = true;
        while (more) {
            try (Connection connection = database.connect()) {
                more = write(connection);
            } catch (SQLException | RuntimeException broken) {
                // Also a bug of ours must be seen and lose nothing: the entries stay in the queue.
                fault = Optional.of(broken.toString());
                backlog.refuse(new RecordsUnavailable(broken));
                tellFault(broken);
                if (Damage.isSaidBy(broken) && lenders.any()) {
                    beginAnew();
                }
                more = backlog.pause(retryEvery);
            }
        }
    }

    private void tellFault(Exception broken) {
        if (said.add(broken.toString())) {
            JOURNAL.log(
                    Level.WARNING,
                    "历史记录暂时写不进去，会自动再试。 The records cannot be written now, and it is tried again: {0}",
                    broken);
        }
    }

    /** Not in a hall of one: there the file is the only copy of the days that are over. */
    private void beginAnew() {
        try {
            JOURNAL.log(
                    Level.WARNING,
                    "历史记录文件已损坏，移到 {0}，改从其他控制器复制。 The file of the records is damaged; it is now {0}, and"
                            + " the rows are copied from another controller.",
                    database.setAside());
            durable = -1;
            unsynced.clear();
            backlog.lacks(backlog.committed());
        } catch (IOException later) {
            fault = Optional.of(later.toString());
        }
    }

    /**
     * Writes until it is closed, rows turn out to be missing, or something breaks.
     *
     * @return whether to begin again
     */
    private boolean write(Connection connection) throws SQLException {
        database.protect();
        Projection projection = new Projection(connection);
        backlog.again(unsynced);
        unsynced.clear();
        // What a process that was killed had written may be no further than the system's memory.
        projection.sync();
        durable = projection.index();
        backlog.reached(durable);
        if (!whole(connection, projection.index())) {
            return !backlog.isClosing();
        }
        fault = Optional.empty();
        said.clear();
        long syncedAt = System.nanoTime();
        boolean last = false;
        while (!last) {
            List<Happened> batch = backlog.next(BATCH_MAX, SYNC_EVERY);
            if (!batch.isEmpty()) {
                long begun = System.nanoTime();
                database.needRoom();
                projection.write(batch);
                unsynced.addAll(batch);
                backlog.reached(projection.index());
                rest(System.nanoTime() - begun);
            }
            boolean copied = backlog.missingUpTo() > 0;
            last = batch.isEmpty() && (backlog.isClosing() || copied);
            boolean due =
                    System.nanoTime() - syncedAt >= SYNC_EVERY.toNanos()
                            || unsynced.size() >= UNSYNCED_MAX;
            if (durable < projection.index() && (last || due)) {
                projection.sync();
                durable = projection.index();
                unsynced.clear();
                syncedAt = System.nanoTime();
            }
            tidied.run();
        }
        return !backlog.isClosing();
    }

    private void rest(long workedNanos) {
        Duration due = Duration.ofNanos(workedNanos * REST_PER_WORK);
        backlog.rest(due.compareTo(REST_MAX) < 0 ? due : REST_MAX);
    }

    /**
     * {@return whether no row is missing; if some were, they were copied and it is to look anew}
     */
    private boolean whole(Connection connection, long index) throws SQLException {
        Optional<Long> mark = CopyMark.load(connection);
        mark.ifPresent(backlog::lacks);
        if (backlog.missingUpTo() <= index && mark.isEmpty()) {
            backlog.lacksNothingUpTo(index);
            return true;
        }
        if (!lenders.any()) {
            long lost = backlog.missingUpTo();
            JOURNAL.log(
                    Level.WARNING,
                    "历史记录缺第 {0} 到 {1} 条，再没有别处可取。 The records lack entries {0} to {1}, and there is"
                            + " no other controller to copy them from.",
                    Long.toString(index + 1),
                    Long.toString(lost));
            CopyMark.clear(connection);
            backlog.lacksNothingUpTo(lost);
            return true;
        }
        copy(connection, index);
        return false;
    }

    /** Copies what is missing, from whoever lends it; goes on trying until it is closed. */
    private void copy(Connection connection, long index) throws SQLException {
        tell(new Missing(index + 1, backlog.missingUpTo(), Optional.empty(), 0, Optional.empty()));
        fault = Optional.empty();
        CatchUp catchUp = new CatchUp(connection, database, backlog, lenders, this::tell);
        while (!catchUp.copied(missing.orElseThrow())) {
            if (!backlog.pause(retryEvery)) {
                return;
            }
        }
        missing = Optional.empty();
        said.clear();
    }

    private void tell(Missing now) {
        missing = Optional.of(now);
        backlog.refuse(new RecordsUnavailable(now));
        if (said.add(now.told())) {
            JOURNAL.log(Level.WARNING, "历史记录不全，补齐之前不出报表。 Reports wait: {0}.", now.told());
        }
    }
}
