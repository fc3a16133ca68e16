package yichuang.cluster.grid;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.DeliveryOptions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages on their way to the event bus. What comes while the event loop is busy goes in one
 * message: the price of a message on the bus is paid per node and not per command.
 */
final class Outbox {
    /** Beyond it the oldest is dropped: who listens notices, and asks. */
    private static final int BYTES_MAX = 8 << 20;

    private static final int MESSAGE_BYTES_MAX = 256 << 10;

    /** Header: the node that publishes. */
    static final String FROM = "from";

    private final Vertx vertx;
    private final DeliveryOptions from;
    private final Context loop;
    private final String address;
    private final ArrayDeque<byte[]> waiting = new ArrayDeque<>();
    private int bytes;
    private boolean called;

    /**
     * @param node who says so in each message
     */
    Outbox(Vertx vertx, String address, String node) {
        this.vertx = vertx;
        this.from = new DeliveryOptions().addHeader(FROM, node);
        this.loop = vertx.getOrCreateContext();
        this.address = address;
    }

    /** From any thread; never blocks. */
    void put(byte[] message) {
        synchronized (this) {
            waiting.addLast(message);
            bytes += message.length;
            while (bytes > BYTES_MAX) {
                bytes -= waiting.removeFirst().length;
            }
            if (called) {
                return;
            }
            called = true;
        }
        loop.runOnContext(_ -> send());
    }

    private void send() {
        for (Buffer some = take(); some.length() > 0; some = take()) {
            vertx.eventBus().publish(address, some, from);
        }
    }

    private synchronized Buffer take() {
        Buffer some = Buffer.buffer();
        while (!waiting.isEmpty() && some.length() < MESSAGE_BYTES_MAX) {
            byte[] next = waiting.removeFirst();
            bytes -= next.length;
            some.appendInt(next.length).appendBytes(next);
        }
        called = some.length() > 0;
        return some;
    }

    /**
     * {@return the messages in one of the bus}
     *
     * @throws IndexOutOfBoundsException when it is none of ours
     */
    static List<byte[]> split(Buffer some) {
        List<byte[]> messages = new ArrayList<>();
        int at = 0;
        while (at < some.length()) {
            int begin = at + Integer.BYTES;
            int end = begin + some.getInt(at);
            messages.add(some.getBytes(begin, end));
            at = end;
        }
        return messages;
    }
}
