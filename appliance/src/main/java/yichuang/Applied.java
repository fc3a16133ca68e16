package yichuang;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import yichuang.hall.Entry;
import yichuang.hall.Epoch;
import yichuang.hall.Event;
import yichuang.hall.Hall;
import yichuang.leader.Follower;

/** How far this node's copy of the hall is, and who waits for it to be further. */
final class Applied implements Follower {
    private final PriorityQueue<Wait> waiting =
            new PriorityQueue<>(Comparator.comparingLong(Wait::index));
    private final Promise<Void> caughtUp = Promise.promise();
    private long index;
    private long onDisk;
    private volatile Epoch epoch = Epoch.FIRST;

    private record Wait(long index, Promise<Void> promise) {}

    @Override
    public void happened(Hall hall, long at, Entry entry, List<Event> events) {
        epoch = hall.epoch();
        reach(at);
    }

    @Override
    public void caughtUp(Hall hall, long at) {
        epoch = hall.epoch();
        reach(at);
        caughtUp.tryComplete();
    }

    private void reach(long at) {
        List<Wait> due = new ArrayList<>();
        synchronized (this) {
            index = Math.max(index, at);
            while (!waiting.isEmpty() && waiting.peek().index() <= index) {
                due.add(waiting.poll());
            }
        }
        due.forEach(wait -> wait.promise().tryComplete());
    }

    /** {@return when the copy has this command and all before it} */
    synchronized Future<Void> reached(long wanted) {
        if (index >= wanted) {
            return Future.succeededFuture();
        }
        Promise<Void> promise = Promise.promise();
        waiting.add(new Wait(wanted, promise));
        return promise.future();
    }

    /** {@return the epoch that this copy of the hall is of; the first as long as it is empty} */
    Epoch epoch() {
        return epoch;
    }

    /** {@return when the copy was first as new as the hall} */
    Future<Void> whenCaughtUp() {
        return caughtUp.future();
    }

    /** This node's log has commands up to this one on its disk. */
    synchronized void startedWith(long lastIndex) {
        onDisk = lastIndex;
    }

    /**
     * {@return up to which command this node knows of any} Its copy may be behind: of a log that is
     * read anew, by itself or after its disk failed, the copy is as old as the last snapshot until
     * a leader has told what was agreed.
     */
    synchronized long known() {
        return Math.max(index, onDisk);
    }

    synchronized long index() {
        return index;
    }
}
