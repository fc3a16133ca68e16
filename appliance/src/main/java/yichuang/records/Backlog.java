package yichuang.records;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits for the writer: entries that are not in the rows yet, and people who want to read
 * them. Where the hall came whole from another voter there are no entries to wait; then it knows up
 * to which index the rows have to come from elsewhere.
 */
final class Backlog {
    /**
     * While rows are copied no more entries than this are held; beyond it they are forgotten, and
     * what they did is copied as rows, too.
     */
    static final int HELD_WHILE_COPYING_MAX = 20_000;

    private static final int CROWD = Records.QUEUE_MAX / 2;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition urgent = lock.newCondition();
    private final Deque<Happened> queue = new ArrayDeque<>();
    private final TreeMap<Long, CompletableFuture<Void>> awaited = new TreeMap<>();
    private long told;
    private long missingUpTo;
    private boolean closing;
    private volatile int queued;
    private volatile long committed = -1;

    /** {@return the index of the last entry in the rows, -1 while the file could not be opened} */
    long committed() {
        return committed;
    }

    int queued() {
        return queued;
    }

    void add(Happened one) {
        lock.lock();
        try {
            told = Math.max(told, one.index());
            if (one.index() <= committed) {
                return;
            }
            if (missingUpTo > 0 && queue.size() >= HELD_WHILE_COPYING_MAX) {
                missingUpTo = one.index();
                queue.clear();
            } else {
                queue.add(one);
            }
            queued = queue.size();
            work.signal();
            if (queued >= CROWD) {
                urgent.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The hall's state was taken over as of an index; what led to it will not be told. */
    void restored(long index) {
        lock.lock();
        try {
            if (index > Math.max(told, committed)) {
                told = index;
                lacks(index);
            }
        } finally {
            lock.unlock();
        }
    }

    /** The rows up to this index have to come from elsewhere; entries before it are not needed. */
    void lacks(long upTo) {
        lock.lock();
        try {
            missingUpTo = Math.max(missingUpTo, upTo);
            queue.removeIf(one -> one.index() <= missingUpTo);
            queued = queue.size();
            work.signal();
            urgent.signal();
        } finally {
            lock.unlock();
        }
    }

    /** {@return up to which index rows are missing; 0 when none are} */
    long missingUpTo() {
        lock.lock();
        try {
            return missingUpTo;
        } finally {
            lock.unlock();
        }
    }

    /** The rows up to this index are whole, or as whole as they will ever be. */
    void lacksNothingUpTo(long index) {
        lock.lock();
        try {
            if (missingUpTo <= index) {
                missingUpTo = 0;
            }
        } finally {
            lock.unlock();
        }
    }

    /** {@return the greatest index that was told, as an entry or in a state} */
    long told() {
        lock.lock();
        try {
            return told;
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

    /** Whoever waits for rows hears that they will not come soon. */
    void refuse(RecordsUnavailable why) {
        List<CompletableFuture<Void>> refused;
        lock.lock();
        try {
            refused = new ArrayList<>(awaited.values());
            awaited.clear();
        } finally {
            lock.unlock();
        }
        refused.forEach(one -> one.completeExceptionally(why));
    }

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

    boolean isClosing() {
        lock.lock();
        try {
            return closing;
        } finally {
            lock.unlock();
        }
    }

    /** Entries that were taken and did not stay in the file wait again, before all others. */
    void again(List<Happened> lost) {
        lock.lock();
        try {
            for (Happened one : lost.reversed()) {
                if (one.index() > missingUpTo) {
                    queue.addFirst(one);
                }
            }
            queued = queue.size();
        } finally {
            lock.unlock();
        }
    }

    /** {@return what to write next; it stays here until {@link #reached}} */
    List<Happened> next(int most, Duration atMost) {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (left > 0 && queue.isEmpty() && missingUpTo == 0 && !closing) {
                left = work.awaitNanos(left);
            }
            return missingUpTo > 0 ? List.of() : queue.stream().limit(most).toList();
        } catch (InterruptedException stop) {
            closing = true;
            return List.of();
        } finally {
            lock.unlock();
        }
    }

    /** The rows hold everything up to this index. */
    void reached(long index) {
        List<CompletableFuture<Void>> done;
        lock.lock();
        try {
            committed = index;
            while (!queue.isEmpty() && queue.peek().index() <= index) {
                queue.remove();
            }
            queued = queue.size();
            var reached = awaited.headMap(index, true);
            done = new ArrayList<>(reached.values());
            reached.clear();
        } finally {
            lock.unlock();
        }
        done.forEach(one -> one.complete(null));
    }

    /** Waits, unless somebody waits for the rows, or too many entries do. */
    void rest(Duration atMost) {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (left > 0
                    && awaited.isEmpty()
                    && queue.size() < CROWD
                    && missingUpTo == 0
                    && !closing) {
                left = urgent.awaitNanos(left);
            }
        } catch (InterruptedException stop) {
            closing = true;
        } finally {
            lock.unlock();
        }
    }

    /** Waits before the next try; {@return whether there is to be one} */
    boolean pause(Duration time) {
        lock.lock();
        try {
            long left = time.toNanos();
            while (left > 0 && !closing) {
                left = urgent.awaitNanos(left);
            }
            return !closing;
        } catch (InterruptedException stop) {
            return false;
        } finally {
            lock.unlock();
        }
    }
}
