package yichuang.devices;

import java.util.Optional;

/**
 * The staff's own pad at a window 物理叫号器, with keys to call the next, to recall, to give up. Its
 * driver reports each key to the {@link Keys} it was made with; see {@link CallerKey}.
 */
public interface Caller extends Device {
    /** Shows how the window stands, as far as the pad can show anything. */
    void show(Counter counter) throws DeviceFault, InterruptedException;

    /**
     * How a window stands, for its staff.
     *
     * @param number of the ticket that was called or is served here
     * @param serving whether it is being served; else it was called, or nobody is here
     */
    record Counter(Optional<String> number, boolean serving) {
        static final Counter NOBODY = new Counter(Optional.empty(), false);
    }
}
