package yichuang.bench;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * One keep-alive HTTP/1.1 connection to the appliance on this machine. It does what these programs
 * need and no more, because client and server share the cores: every cycle spent here is missing
 * there. Not safe for use by two threads at once. An {@link IOException} means that it is not known
 * whether the request was taken; the connection is of no further use.
 */
public final class HttpConnection implements AutoCloseable {
    private static final int CONNECT_MILLIS_MAX = 2_000;
    private static final int ANSWER_MILLIS_MAX = 30_000;
    private static final byte[] NOTHING = {};

    private final Socket socket = new Socket();
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[16 * 1024];
    private int next;
    private int limit;

    public HttpConnection(int port) throws IOException {
        this(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                Duration.ofMillis(ANSWER_MILLIS_MAX));
    }

    /**
     * A connection to any address.
     *
     * @param answerMax how long an answer may take
     */
    public HttpConnection(InetSocketAddress to, Duration answerMax) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(Math.toIntExact(answerMax.toMillis()));
        try {
            socket.connect(to, CONNECT_MILLIS_MAX);
            in = socket.getInputStream();
            out = socket.getOutputStream();
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    public Reply get(String path, String token) throws IOException {
        return send("GET", path, token, Optional.empty(), "");
    }

    public Reply post(String path, String token, String key, String json) throws IOException {
        return send("POST", path, token, Optional.of(key), json);
    }

    /** Sends a request and waits for the whole answer. */
    public Reply send(String method, String path, String token, Optional<String> key, String json)
            throws IOException {
        out.write(request(method, path, token, key, json));
        Head head = head();
        byte[] body = head.chunked ? chunked() : bytes(head.length);
        return new Reply(head.status, new String(body, StandardCharsets.UTF_8));
    }

    /** {@return the bytes of a request as they go on the wire} */
    static byte[] request(
            String method, String path, String token, Optional<String> key, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(256);
        head.append(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: localhost\r\n");
        if (!token.isEmpty()) {
            head.append("Authorization: Bearer ").append(token).append("\r\n");
        }
        key.ifPresent(one -> head.append("Idempotency-Key: ").append(one).append("\r\n"));
        if (body.length > 0) {
            head.append("Content-Type: application/json\r\n");
        }
        if (!method.equals("GET")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[start.length + body.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }

    /** Asks for a stream that does not end; read it with {@link #streamLine()}. */
    void openStream(String path, String token, Optional<String> after) throws IOException {
        String request =
                "GET "
                        + path
                        + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
                        + (token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n")
                        + after.map(id -> "Last-Event-ID: " + id + "\r\n").orElse("")
                        + "\r\n";
        out.write(request.getBytes(StandardCharsets.UTF_8));
        Head head = head();
        if (head.status != 200) {
            throw new IOException(
                    "the stream answered "
                            + head.status
                            + " "
                            + new String(bytes(head.length), StandardCharsets.UTF_8));
        }
        chunkedStream = head.chunked;
    }

    private boolean chunkedStream;
    private long chunkLeft;

    /** {@return the next line of a stream, without its end} */
    String streamLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        for (int b = streamByte(); b != '\n'; b = streamByte()) {
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private int streamByte() throws IOException {
        if (chunkedStream) {
            if (chunkLeft == 0) {
                String size = line();
                chunkLeft = Long.parseLong(size.isEmpty() ? line() : size, 16);
                if (chunkLeft == 0) {
                    throw new EOFException("the stream ended");
                }
            }
            chunkLeft--;
        }
        return read();
    }

    private record Head(int status, int length, boolean chunked) {}

    private Head head() throws IOException {
        String first = line();
        int status = Integer.parseInt(first.substring(9, 12));
        int length = 0;
        boolean chunked = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:") && lower.contains("chunked")) {
                chunked = true;
            }
        }
        return new Head(status, length, chunked);
    }

    private byte[] chunked() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line(), 16);
            whole.write(bytes(size));
            line();
            if (size == 0) {
                return whole.toByteArray();
            }
        }
    }

    private byte[] bytes(int count) throws IOException {
        if (count == 0) {
            return NOTHING;
        }
        byte[] bytes = new byte[count];
        int there = Math.min(count, limit - next);
        System.arraycopy(buffer, next, bytes, 0, there);
        next += there;
        while (there < count) {
            int more = in.read(bytes, there, count - there);
            if (more < 0) {
                throw new EOFException("the answer broke off");
            }
            there += more;
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int b = read(); b != '\n'; b = read()) {
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }

    private int read() throws IOException {
        if (next == limit) {
            limit = in.read(buffer);
            next = 0;
            if (limit <= 0) {
                limit = 0;
                throw new EOFException("the connection was closed");
            }
        }
        return buffer[next++] & 0xff;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new AssertionError("closing a socket in memory", e);
        }
    }
}
