package yichuang.storm;

import java.time.Duration;
import java.util.PriorityQueue;

/** The only clock and the only thread: what is due next happens next. */
final class Scheduler {
    private final PriorityQueue<Due> queue = new PriorityQueue<>();
    private long now;
    private long order;
    private long steps;

    private record Due(long at, long order, Runnable what) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = Long.compare(at, other.at);
            return byTime == 0 ? Long.compare(order, other.order) : byTime;
        }
    }

    /** {@return nanoseconds since the beginning} */
    long now() {
        return now;
    }

    long steps() {
        return steps;
    }

    void at(long nanos, Runnable what) {
        queue.add(new Due(Math.max(now, nanos), order++, what));
    }

    void after(Duration delay, Runnable what) {
        at(now + delay.toNanos(), what);
    }

    /** One thing happens: a message arrives, a timer fires, somebody asks, something breaks. */
    void step() {
        Due next = queue.remove();
        now = next.at;
        steps++;
        next.what.run();
    }
}
