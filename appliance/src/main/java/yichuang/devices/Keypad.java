package yichuang.devices;

/**
 * Five keys for one rating 评价器. It is lit only while a visit that closed here may be rated. Its
 * driver reports each key to {@link Devices#press}, lit or not.
 */
public interface Keypad extends Device {
    /** So long its lamps are lit in a test. */
    int TEST_MILLIS = 3_000;

    /** Asks for a rating. */
    void light() throws DeviceFault, InterruptedException;

    /** Shows that the rating was written down, then is dark. */
    void thank() throws DeviceFault, InterruptedException;

    void darken() throws DeviceFault, InterruptedException;

    @Override
    default void test() throws DeviceFault, InterruptedException {
        light();
        Thread.sleep(TEST_MILLIS);
        darken();
    }
}
