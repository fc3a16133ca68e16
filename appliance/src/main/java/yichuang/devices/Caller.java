package yichuang.devices;

import java.util.Optional;

/**
 * The staff's own pad at a window 物理叫号器, with keys to call the next, to recall, to give up. Its
 * driver reports each key to the {@link Keys} it was made with; see {@link CallerKey}.
 */
public interface Caller extends Device {
    /** Shows how the window stands, as far as the pad can show anything. */
    void show(Counter counter) throws DeviceFault, InterruptedException;

    /** {@return whether it shows how many wait; else it is not told each time that changes} */
    default boolean showsWaiting() {
        return false;
    }

    /**
     * How a window stands, for its staff.
     *
     * @param number of the ticket that was called or is served here
     * @param serving whether it is being served; else it was called, or nobody is here
     * @param waiting how many wait for what this window takes; 0 where it is not shown
     */
    record Counter(Optional<String> number, boolean serving, int waiting) {
        public static final Counter NOBODY = new Counter(Optional.empty(), false, 0);

        Counter with(int nowWaiting) {
            return new Counter(number, serving, nowWaiting);
        }
    }
}
