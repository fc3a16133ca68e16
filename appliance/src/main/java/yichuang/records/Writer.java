package yichuang.records;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The one thread that writes. What it cannot write stays in the queue: it lets go of the database,
 * waits, opens it again and goes on from the index that it finds there.
 */
final class Writer implements Runnable {
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
    private static final int CROWD = Records.QUEUE_MAX / 2;

    private final Database database;
    private final Duration retryEvery;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition urgent = lock.newCondition();
    private final Deque<Happened> queue = new ArrayDeque<>();

    /** Committed, but H2 may still lose them if its next write goes wrong. */
    private final List<Happened> unsynced = new ArrayList<>();

    private final TreeMap<Long, CompletableFuture<Void>> awaited = new TreeMap<>();
    private boolean closing;
    private volatile int queued;
    private volatile long committed = -1;
    private volatile long durable = -1;
    private volatile Optional<String> fault = Optional.of(OPENING);

    Writer(Database database, Duration retryEvery) {
        this.database = database;
        this.retryEvery = retryEvery;
    }

    /** {@return the index of the last entry in the rows, -1 while the file could not be opened} */
    long committed() {
        return committed;
    }

    /** {@return the last index that was forced to the disk} */
    long durable() {
        return durable;
    }

    int queued() {
        return queued;
    }

    boolean opening() {
        return fault.filter(OPENING::equals).isPresent();
    }

    Optional<String> fault() {
        return fault;
    }

    void add(Happened one) {
        lock.lock();
        try {
            if (one.index() > committed) {
                queue.add(one);
                queued = queue.size();
                work.signal();
                if (queued >= CROWD) {
                    urgent.signal();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    CompletableFuture<Void> await(long index) {
        lock.lock();
        try {
            if (index <= committed) {
                return CompletableFuture.completedFuture(null);
            }
            urgent.signal();
            return awaited.computeIfAbsent(index, any -> new CompletableFuture<>());
        } finally {
            lock.unlock();
        }
    }

    /** Writes what is queued if it can, once, and ends. */
    void close() {
        lock.lock();
        try {
            closing = true;
            work.signal();
            urgent.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void run() {
        boolean more = true;
        while (more) {
            try (Connection connection = database.connect()) {
                write(connection);
                more = false;
            } catch (SQLException | RuntimeException broken) {
                // Also a bug of ours must be seen and lose nothing: the entries stay in the queue.
                fault = Optional.of(broken.toString());
                more = pause();
            }
        }
    }

    /** Writes until it is closed, or something breaks. */
    private void write(Connection connection) throws SQLException {
        database.protect();
        Projection projection = new Projection(connection);
        again(projection.index());
        fault = Optional.empty();
        long syncedAt = System.nanoTime();
        boolean last = false;
        while (!last) {
            List<Happened> batch = next();
            if (!batch.isEmpty()) {
                long begun = System.nanoTime();
                database.needRoom();
                projection.write(batch);
                written(batch, projection.index());
                rest(System.nanoTime() - begun);
            }
            last = batch.isEmpty() && isClosing();
            boolean due =
                    System.nanoTime() - syncedAt >= SYNC_EVERY.toNanos()
                            || unsynced.size() >= UNSYNCED_MAX;
            if (durable < projection.index() && (last || due)) {
                projection.sync();
                durable = projection.index();
                unsynced.clear();
                syncedAt = System.nanoTime();
            }
        }
    }

    /** Whatever the file does not have is to be written once more. */
    private void again(long index) {
        lock.lock();
        try {
            for (Happened one : unsynced.reversed()) {
                queue.addFirst(one);
            }
            unsynced.clear();
            queued = queue.size();
        } finally {
            lock.unlock();
        }
        reached(index);
    }

    /** {@return what to write next; it stays in the queue until it is committed} */
    private List<Happened> next() {
        lock.lock();
        try {
            long left = SYNC_EVERY.toNanos();
            while (left > 0 && queue.isEmpty() && !closing) {
                left = work.awaitNanos(left);
            }
            return queue.stream().limit(BATCH_MAX).toList();
        } catch (InterruptedException stop) {
            closing = true;
            return List.of();
        } finally {
            lock.unlock();
        }
    }

    /** Unless somebody waits for the rows, or too many entries do. */
    private void rest(long workedNanos) {
        lock.lock();
        try {
            long left = Math.min(workedNanos * REST_PER_WORK, REST_MAX.toNanos());
            while (left > 0 && awaited.isEmpty() && queue.size() < CROWD && !closing) {
                left = urgent.awaitNanos(left);
            }
        } catch (InterruptedException stop) {
            closing = true;
        } finally {
            lock.unlock();
        }
    }

    private void written(List<Happened> batch, long index) {
        lock.lock();
        try {
            batch.forEach(one -> queue.remove());
            queued = queue.size();
        } finally {
            lock.unlock();
        }
        unsynced.addAll(batch);
        reached(index);
    }

    private void reached(long index) {
        List<CompletableFuture<Void>> done;
        lock.lock();
        try {
            committed = index;
            var reached = awaited.headMap(index, true);
            done = new ArrayList<>(reached.values());
            reached.clear();
        } finally {
            lock.unlock();
        }
        done.forEach(one -> one.complete(null));
    }

    private boolean isClosing() {
        lock.lock();
        try {
            return closing;
        } finally {
            lock.unlock();
        }
    }

    /** Waits before the next try; {@return whether there is to be one} */
    private boolean pause() {
        lock.lock();
        try {
            long left = retryEvery.toNanos();
            while (left > 0 && !closing) {
                left = work.awaitNanos(left);
            }
            return !closing;
        } catch (InterruptedException stop) {
            return false;
        } finally {
            lock.unlock();
        }
    }
}
