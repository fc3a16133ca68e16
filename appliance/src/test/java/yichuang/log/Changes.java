package yichuang.log;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Hears how the log fares, so that a test can wait for it. */
final class Changes implements LogListener {
    private static final long SECONDS_MAX = 20;
    private final BlockingQueue<LogState.Condition> heard = new LinkedBlockingQueue<>();

    private volatile Runnable onReadOnly = () -> {};

    @Override
    public void conditionChanged(LogState.Condition now) {
        if (now instanceof LogState.Condition.ReadOnly) {
            onReadOnly.run();
        }
        heard.add(now);
    }

    /** Does something the moment commands are refused, on the log's thread. */
    void onReadOnly(Runnable task) {
        onReadOnly = task;
    }

    /** Waits for the next condition of a kind and forgets what came before it. */
    <C extends LogState.Condition> C await(Class<C> kind) throws InterruptedException {
        while (true) {
            LogState.Condition next = heard.poll(SECONDS_MAX, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("never became " + kind.getSimpleName());
            }
            if (kind.isInstance(next)) {
                return kind.cast(next);
            }
        }
    }
}
