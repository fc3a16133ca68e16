package yichuang.log;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * A thread that costs a proposer one wake-up and nothing else: a lock-free queue in, a park when it
 * is empty. A scheduled executor of the JDK takes a lock for each task and wakes through its delay
 * queue; half of a commit's time on a fast disk would go there.
 *
 * <p>Of many proposers that find the thread parked only the first pays for the wake-up.
 */
final class OwnThread implements LogThread.Owned {
    private static final Logger JOURNAL = System.getLogger("yichuang.log");

    /** Tasks between two looks at the timers while the queue never runs dry. */
    private static final int TASKS_BETWEEN_TIMERS = 64;

    private record Timer(long dueNanos, long order, Runnable task) {}

    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(
                    Comparator.comparingLong((Timer timer) -> timer.dueNanos - startNanos())
                            .thenComparingLong(Timer::order));
    private final long startNanos = System.nanoTime();
    private final AtomicBoolean parked = new AtomicBoolean();
    private final Thread thread;
    private long timersMade;
    private volatile boolean ended;

    OwnThread(String name) {
        thread = Thread.ofPlatform().name(name).daemon().unstarted(this::loop);
        thread.start();
    }

    @Override
    public boolean isCurrent() {
        return Thread.currentThread() == thread;
    }

    @Override
    public void execute(Runnable task) {
        if (ended) {
            throw new RejectedExecutionException("the log is closed");
        }
        tasks.add(task);
        if (parked.get() && parked.compareAndSet(true, false)) {
            LockSupport.unpark(thread);
        }
    }

    @Override
    public void schedule(Runnable task, Duration delay) {
        long due = System.nanoTime() + delay.toNanos();
        if (isCurrent()) {
            timers.add(new Timer(due, timersMade++, task));
        } else {
            execute(() -> timers.add(new Timer(due, timersMade++, task)));
        }
    }

    @Override
    public void end() {
        ended = true;
        if (parked.compareAndSet(true, false)) {
            LockSupport.unpark(thread);
        }
        if (!isCurrent()) {
            boolean interrupted = false;
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException again) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private long startNanos() {
        return startNanos;
    }

    private void loop() {
        int untilTimers = 0;
        while (true) {
            Runnable task = tasks.poll();
            if (task != null) {
                run(task);
                if (--untilTimers <= 0) {
                    runTimers();
                    untilTimers = TASKS_BETWEEN_TIMERS;
                }
            } else if (!runTimers()) {
                if (!ended) {
                    park();
                } else if (tasks.isEmpty()) { // looked at again: some came before the end
                    return;
                }
            }
        }
    }

    private boolean runTimers() {
        boolean any = false;
        for (Timer next = timers.peek();
                next != null && next.dueNanos - System.nanoTime() <= 0;
                next = timers.peek()) {
            timers.remove();
            run(next.task);
            any = true;
        }
        return any;
    }

    private void park() {
        parked.set(true);
        if (tasks.isEmpty() && !ended) {
            Timer next = timers.peek();
            if (next == null) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, Math.max(1, next.dueNanos - System.nanoTime()));
            }
        }
        parked.set(false);
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (Throwable bug) {
            // The thread serves everybody; one task's bug must not take the hall's clock from it.
            JOURNAL.log(Level.ERROR, "a task on the log's thread threw", bug);
        }
    }
}
