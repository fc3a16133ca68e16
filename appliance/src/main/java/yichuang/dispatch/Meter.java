package yichuang.dispatch;

import java.lang.management.ManagementFactory;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ContextFactory;

/**
 * One run of a script, with its limits: steps, bytes, depth of calls, computing time. It is the
 * thread's own time, so that a script is not blamed for a busy machine. The interpreter reports its
 * steps; natives that walk a list report what they walk, so that no loop runs uncounted.
 */
final class Meter extends Context {
    /** Enough for 2,000 tickets at 2,000 steps each. */
    static final long STEPS_MAX = 4_000_000;

    static final long BYTES_MAX = 32L << 20;
    static final int DEPTH_MAX = 100;

    private static final int REPORT_STEPS = 1_000;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final long millisMax;
    private final long cpuNanosAtStart;
    private final long bytesAtStart;
    private long steps;
    private long stepsLooked;

    Meter(ContextFactory factory, long millisMax) {
        super(factory);
        this.millisMax = millisMax;
        cpuNanosAtStart = THREADS.getCurrentThreadCpuTime();
        bytesAtStart = THREADS.getCurrentThreadAllocatedBytes();
        setInterpretedMode(true);
        setMaximumInterpreterStackDepth(DEPTH_MAX);
        setInstructionObserverThreshold(REPORT_STEPS);
        setLanguageVersion(VERSION_ES6);
        setClassShutter(name -> false);
    }

    /** {@return the meter of the script that runs on this thread} */
    static Meter here() {
        return (Meter) getCurrentContext();
    }

    @Override
    protected void observeInstructionCount(int count) {
        spend(count);
    }

    /** Counts steps and ends the script when it has used up its share. */
    void spend(int count) {
        steps += count;
        if (steps > STEPS_MAX) {
            throw new Stopped(
                    "脚本走了 " + STEPS_MAX + " 步还没完，是不是有循环停不下来？",
                    "Stopped after " + STEPS_MAX + " steps: is there a loop that does not end?");
        }
        if (steps - stepsLooked >= REPORT_STEPS) {
            stepsLooked = steps;
            look();
        }
    }

    private void look() {
        if (THREADS.getCurrentThreadAllocatedBytes() - bytesAtStart > BYTES_MAX) {
            throw new Stopped("脚本用的内存超过 32 MB。", "Stopped after using 32 MB of memory.");
        }
        if (THREADS.getCurrentThreadCpuTime() - cpuNanosAtStart > millisMax * 1_000_000) {
            throw new Stopped(
                    "脚本一次叫号要算 " + millisMax + " 毫秒以上。",
                    "Stopped after " + millisMax + " ms of computing, too long for one call.");
        }
    }

    /** {@return the line of the script that is running; 0 when it is not known} */
    static int line() {
        return Math.max(0, reportRuntimeError("").lineNumber());
    }

    /** The end of a script that broke a limit. An Error, which no script can catch. */
    static final class Stopped extends Error {
        private static final long serialVersionUID = 1L;

        private final int line;

        Stopped(String chinese, String english) {
            super(chinese + english, null, false, false);
            this.line = Meter.line();
        }

        int line() {
            return line;
        }
    }
}
