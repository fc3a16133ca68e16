package yichuang.devices;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A device without hardware: it remembers what it did, and fails when it is told to. Safe for any
 * thread.
 *
 * @param <T> what it does
 */
abstract class VirtualDevice<T> implements Device {
    private static final int HISTORY_MAX = 32;

    private final Deque<T> history = new ArrayDeque<>();
    private Optional<DeviceFault.Kind> fault = Optional.empty();

    /** From now on everything it is asked fails like this. */
    synchronized void fail(DeviceFault.Kind kind) {
        fault = Optional.of(kind);
    }

    synchronized void mend() {
        fault = Optional.empty();
    }

    /** {@return what it did, oldest first, the last {@value #HISTORY_MAX} at most} */
    synchronized List<T> history() {
        return List.copyOf(history);
    }

    @Override
    public synchronized void check() throws DeviceFault {
        if (fault.isPresent()) {
            throw new DeviceFault(fault.get());
        }
    }

    synchronized void done(T what) throws DeviceFault {
        check();
        if (history.size() == HISTORY_MAX) {
            history.removeFirst();
        }
        history.addLast(what);
    }
}
