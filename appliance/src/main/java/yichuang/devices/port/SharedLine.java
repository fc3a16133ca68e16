package yichuang.devices.port;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;
import yichuang.devices.DeviceFault;
import yichuang.devices.driver.BusFactory;

/**
 * A line that several devices may hang on, each spoken to in its turn. Opened for each
 * conversation, so that a converter that was pulled out needs nothing but to be there again.
 */
public final class SharedLine implements BusFactory.Bus {
    private static final int BITS_PER_BYTE = 10;

    private final Port port;
    private final OptionalInt baud;
    private final ReentrantLock turn = new ReentrantLock(true);

    /** {@code baud}: how fast bytes leave; empty on a network. */
    public SharedLine(Port port, OptionalInt baud) {
        this.port = port;
        this.baud = baud;
    }

    /** What is said and heard in one turn. */
    @FunctionalInterface
    public interface Conversation<T> {
        T with(Talk talk) throws IOException, InterruptedException, DeviceFault;
    }

    public <T> T talk(Conversation<T> conversation)
            throws IOException, InterruptedException, DeviceFault {
        turn.lockInterruptibly();
        try (Talk talk = Talk.open(port)) {
            return conversation.with(talk);
        } finally {
            turn.unlock();
        }
    }

    /** {@return how long so many bytes are on the line} */
    public Duration lineTime(int bytes) {
        return baud.isEmpty()
                ? Duration.ZERO
                : Duration.ofMillis(1_000L * BITS_PER_BYTE * bytes / baud.getAsInt() + 1);
    }

    /** Nothing is open between two conversations. */
    @Override
    public void close() {}
}
