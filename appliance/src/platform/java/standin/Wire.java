package standin;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** As much HTTP/1.1 as the stand-in needs; by hand, so that a connection can be cut anywhere. */
final class Wire {
    private static final int LINE_MAX = 16 * 1024;
    private static final int BODY_MAX = 16 * 1024 * 1024;

    private Wire() {}

    /** A request, whole. */
    record Request(String method, String path, Map<String, String> headers, String body) {}

    /**
     * An answer.
     *
     * @param date what the clock of the platform shows
     */
    record Reply(int status, String type, String body, Instant date, Map<String, String> headers) {}

    /** Listens until the process ends; an empty reply cuts the connection. */
    static int serve(int port, Function<Request, Optional<Reply>> answer) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        Thread.ofPlatform()
                .name("listening")
                .start(
                        () -> {
                            while (true) {
                                try {
                                    Socket one = socket.accept();
                                    Thread.ofVirtual().start(() -> talk(one, answer));
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            }
                        });
        return socket.getLocalPort();
    }

    private static void talk(Socket socket, Function<Request, Optional<Reply>> answer) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            while (true) {
                Optional<Reply> reply = answer.apply(request(in));
                if (reply.isEmpty()) {
                    return;
                }
                out.write(bytes(reply.get()));
            }
        } catch (IOException | RuntimeException over) {
            // The other side has gone, or sent what is no HTTP: the connection ends, as it would.
            return;
        }
    }

    private static Request request(InputStream in) throws IOException {
        String[] first = line(in).split(" ", -1);
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        if (length > BODY_MAX) {
            throw new IOException("too large");
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException();
        }
        return new Request(first[0], first[1], headers, new String(body, StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0 || line.length() > LINE_MAX) {
                throw new EOFException();
            }
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }

    private static byte[] bytes(Reply reply) throws IOException {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        StringBuilder head =
                new StringBuilder("HTTP/1.1 " + reply.status() + " -\r\n")
                        .append("Content-Type: ")
                        .append(reply.type())
                        .append("\r\nContent-Length: ")
                        .append(body.length)
                        .append("\r\nDate: ")
                        .append(
                                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                        reply.date().atZone(ZoneOffset.UTC)))
                        .append("\r\n");
        reply.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
        byte[] all = java.util.Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }
}
