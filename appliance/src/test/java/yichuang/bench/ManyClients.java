package yichuang.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Many clients at once, each on a connection of its own with one request under way, all driven by
 * one thread: on shared cores what the clients burn is missing at the server.
 */
final class ManyClients {
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final int ANSWER_BYTES_MAX = 16 * 1024;

    /** What the clients saw. */
    static final class Seen {
        private final List<byte[]> answers;
        private final long[] nanos;
        private final double seconds;

        private Seen(List<byte[]> answers, long[] nanos, double seconds) {
            this.answers = answers;
            this.nanos = nanos;
            this.seconds = seconds;
        }

        /** {@return whole answers, head and body, in the order they came} */
        List<byte[]> answers() {
            return answers;
        }

        double seconds() {
            return seconds;
        }

        Percentiles latency() {
            return Percentiles.of(nanos, nanos.length);
        }

        double perSecond() {
            return answers.size() / seconds;
        }

        /** {@return the body of one answer} */
        static String body(byte[] answer) {
            String text = new String(answer, StandardCharsets.UTF_8);
            return text.substring(text.indexOf("\r\n\r\n") + 4);
        }

        static int status(byte[] answer) {
            return Integer.parseInt(new String(answer, 9, 3, StandardCharsets.US_ASCII));
        }
    }

    private final Selector selector;
    private final List<Client> clients = new ArrayList<>();
    private final IntFunction<byte[]> requests;
    private final int requestsMax;
    private final long end;
    private final List<byte[]> answers = new ArrayList<>();
    private final long[] nanos;
    private int asked;

    private ManyClients(IntFunction<byte[]> requests, int requestsMax, double seconds)
            throws IOException {
        this.selector = Selector.open();
        this.requests = requests;
        this.requestsMax = requestsMax;
        this.nanos = new long[requestsMax];
        this.end = System.nanoTime() + (long) (seconds * 1e9);
    }

    /**
     * Lets them ask until the time or the number of requests is used up, and waits for every
     * answer.
     *
     * @param requests the n-th request as bytes
     */
    static Seen run(
            int port, int clients, IntFunction<byte[]> requests, int requestsMax, double seconds)
            throws IOException {
        ManyClients all = new ManyClients(requests, requestsMax, seconds);
        try (Selector selector = all.selector) {
            for (int i = 0; i < clients; i++) {
                all.clients.add(all.new Client(port));
            }
            long start = System.nanoTime();
            for (Client client : all.clients) {
                client.ask();
            }
            while (all.answers.size() < all.asked) {
                selector.select(key -> ((Client) key.attachment()).readable());
            }
            double took = (System.nanoTime() - start) / 1e9;
            for (Client client : all.clients) {
                client.channel.close();
            }
            return new Seen(all.answers, Arrays.copyOf(all.nanos, all.asked), took);
        }
    }

    private final class Client {
        private final SocketChannel channel;
        private final ByteBuffer answer = ByteBuffer.allocate(ANSWER_BYTES_MAX);
        private long askedAt;

        Client(int port) throws IOException {
            channel =
                    SocketChannel.open(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
        }

        void ask() throws IOException {
            if (asked >= requestsMax || System.nanoTime() >= end) {
                return;
            }
            ByteBuffer request = ByteBuffer.wrap(requests.apply(asked));
            asked++;
            answer.clear();
            askedAt = System.nanoTime();
            while (request.hasRemaining()) {
                channel.write(request);
            }
        }

        void readable() {
            try {
                if (channel.read(answer) < 0) {
                    throw new EOFException("the appliance closed a connection");
                }
                if (isWhole()) {
                    nanos[answers.size()] = System.nanoTime() - askedAt;
                    answers.add(Arrays.copyOf(answer.array(), answer.position()));
                    ask();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private boolean isWhole() {
            byte[] bytes = answer.array();
            int length = 0;
            int lineStart = 0;
            for (int i = 0; i + 1 < answer.position(); i++) {
                if (bytes[i] != '\r' || bytes[i + 1] != '\n') {
                    continue;
                }
                if (i == lineStart) {
                    return answer.position() >= i + 2 + length;
                }
                length = Math.max(length, lengthIn(bytes, lineStart, i));
                lineStart = i + 2;
            }
            return false;
        }

        /** {@return the number in a Content-Length line, 0 in every other line} */
        private static int lengthIn(byte[] bytes, int from, int to) {
            if (to - from <= LENGTH.length) {
                return 0;
            }
            for (int i = 0; i < LENGTH.length; i++) {
                if ((bytes[from + i] | 0x20) != (LENGTH[i] | 0x20)) {
                    return 0;
                }
            }
            int number = 0;
            for (int i = from + LENGTH.length; i < to; i++) {
                if (bytes[i] != ' ') {
                    number = number * 10 + bytes[i] - '0';
                }
            }
            return number;
        }
    }
}
