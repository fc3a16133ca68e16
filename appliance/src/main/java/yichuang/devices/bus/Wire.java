package yichuang.devices.bus;

import java.io.IOException;
import java.time.Duration;

/** Moves bytes on a bus. Used by one thread. */
interface Wire extends AutoCloseable {
    /** Returns when the last bit has left, as far as can be told, and the line is let go of. */
    void send(byte[] bytes) throws IOException, InterruptedException;

    /**
     * Waits for bytes.
     *
     * @return how many came; 0 when none did in time
     */
    int receive(byte[] into, Duration atMost) throws IOException, InterruptedException;

    @Override
    void close();

    /** Opens a wire; again after it broke. */
    @FunctionalInterface
    interface Opening {
        Wire open() throws IOException;
    }
}
