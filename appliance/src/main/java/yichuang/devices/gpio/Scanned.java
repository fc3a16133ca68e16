package yichuang.devices.gpio;

/** Something whose keys are looked at many times a second. */
@FunctionalInterface
interface Scanned {
    /** {@code now}: nanoseconds that only go on. */
    void scan(long now);
}
