package yichuang.devices;

/** Prints slips 小票. */
public interface Printer extends Device {
    /**
     * Returns when the slip is out, as far as the printer can tell. At most {@link
     * PrinterLine#PRINT_SECONDS_MAX} seconds; after that it counts as failed, whatever still comes
     * out.
     */
    void print(Slip slip) throws DeviceFault, InterruptedException;

    @Override
    default void test() throws DeviceFault, InterruptedException {
        print(SlipText.test());
    }
}
