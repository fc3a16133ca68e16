package yichuang.devices.port;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * One conversation with a device. Waits for it, but never longer than it is told, and gives up at
 * once when its thread is interrupted.
 */
public final class Talk implements AutoCloseable {
    private static final Duration NAP = Duration.ofMillis(2);

    private final ByteChannel channel;
    private final ByteBuffer heard = ByteBuffer.allocate(512).flip();

    private Talk(ByteChannel channel) {
        this.channel = channel;
    }

    public static Talk open(Port port) throws IOException {
        return new Talk(port.open());
    }

    /**
     * Hands the device every byte.
     *
     * @throws SilenceException when it took a part only
     */
    public void say(byte[] bytes, Duration atMost) throws IOException, InterruptedException {
        Deadline deadline = new Deadline(atMost);
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            if (channel.write(left) == 0) {
                if (deadline.passed()) {
                    throw new SilenceException(left.position(), left.remaining());
                }
                Thread.sleep(NAP);
            }
        }
    }

    /**
     * {@return the next byte; empty when none came in time}
     *
     * @throws EOFException when the device has hung up
     */
    public OptionalInt hear(Duration atMost) throws IOException, InterruptedException {
        Deadline deadline = new Deadline(atMost);
        while (!heard.hasRemaining()) {
            int read = channel.read(heard.clear());
            heard.flip();
            if (read < 0) {
                throw new EOFException("hung up");
            }
            if (read == 0) {
                if (deadline.passed()) {
                    return OptionalInt.empty();
                }
                Thread.sleep(NAP);
            }
        }
        return OptionalInt.of(heard.get() & 0xFF);
    }

    /** Forgets what the device said before: it is no answer to what is asked next. */
    public void forget() throws IOException, InterruptedException {
        while (hear(Duration.ZERO).isPresent()) {
            heard.position(heard.limit());
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
