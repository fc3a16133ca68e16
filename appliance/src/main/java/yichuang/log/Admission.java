package yichuang.log;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The bound on commands that wait for the disk: as many and as many bytes as the limits say. */
final class Admission {
    private final AtomicInteger commands = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final LogLimits limits;

    Admission(LogLimits limits) {
        this.limits = limits;
    }

    /** {@return whether the command may go in; then {@link #leave} must follow} */
    boolean enter(byte[] command) {
        boolean few = commands.incrementAndGet() <= limits.pendingMax();
        boolean small = bytes.addAndGet(command.length) <= limits.pendingBytesMax();
        if (few && small) {
            return true;
        }
        leave(command);
        return false;
    }

    void leave(byte[] command) {
        commands.decrementAndGet();
        bytes.addAndGet(-command.length);
    }
}
