package yichuang.devices;

/** Every device can say whether it is well. */
public interface Device extends AutoCloseable {
    /**
     * Asked every few seconds between other work, on the device's own thread.
     *
     * @throws DeviceFault what is wrong: out of paper, no answer
     * @throws InterruptedException when it took too long and was given up
     */
    void check() throws DeviceFault, InterruptedException;

    /**
     * Lets somebody who stands before it see that it works: all dots, all lamps. What has nothing
     * to show for it is only checked.
     */
    default void test() throws DeviceFault, InterruptedException {
        check();
    }

    /** This node drives it no more. Returns at once; whatever still goes on is given up. */
    @Override
    default void close() {}
}
