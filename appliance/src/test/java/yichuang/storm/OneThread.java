package yichuang.storm;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import yichuang.log.LogThread;

/**
 * The log's thread of one process, run by whoever hands it a task: whatever it causes is done when
 * the hand-over returns.
 */
final class OneThread implements LogThread {
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final Host host;
    private boolean running;
    private boolean ended;

    /** What the machine under the thread does for it. */
    interface Host {
        void later(Duration delay, Runnable task);

        void threw(Throwable bug);
    }

    OneThread(Host host) {
        this.host = host;
    }

    @Override
    public boolean isCurrent() {
        return running;
    }

    @Override
    public void execute(Runnable task) {
        if (ended) {
            throw new RejectedExecutionException("the process has ended");
        }
        tasks.add(task);
        if (!running) {
            run();
        }
    }

    private void run() {
        running = true;
        for (Runnable task = tasks.poll(); task != null && !ended; task = tasks.poll()) {
            try {
                task.run();
            } catch (Throwable bug) {
                host.threw(bug);
            }
        }
        running = false;
    }

    @Override
    public void schedule(Runnable task, Duration delay) {
        host.later(
                delay,
                () -> {
                    if (!ended) {
                        execute(task);
                    }
                });
    }

    /** The process is gone, whatever it was doing. */
    void end() {
        ended = true;
        tasks.clear();
    }
}
