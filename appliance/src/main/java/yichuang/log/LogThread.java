package yichuang.log;

import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * The one thread on which everything about the state happens: commands are ordered and applied, the
 * machine is read, decisions are made. Tasks run in the order in which they were handed over.
 *
 * <p>A task should take microseconds: while it runs, no command gets an answer.
 */
public interface LogThread extends Executor {

    /** {@return whether the caller is on this thread} */
    boolean isCurrent();

    /** Runs a task later, on this thread. A task still waiting when the log closes is dropped. */
    void schedule(Runnable task, Duration delay);

    /**
     * {@return a thread of this kind for an order of commands that is not a {@link CommandLog}}
     *
     * @param name of the thread
     */
    static Owned own(String name) {
        return new OwnThread(name);
    }

    /** A thread that whoever made it also ends. */
    interface Owned extends LogThread {
        /** Ends the thread once it has run what was handed over before. Waits for it. */
        void end();
    }
}
