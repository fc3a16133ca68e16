package yichuang.evaluation.gateway;

import io.vertx.core.json.JsonObject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A gateway for messages, small and real: it keeps its book, drops what it has already, and can be
 * slow, ill, cut off before or after it wrote, lie, refuse a number, or be gone.
 */
final class GatewayServer implements AutoCloseable {
    /** What ails it. */
    enum Fault {
        NONE,
        SLOW,
        ILL,
        CUT_BEFORE,
        CUT_AFTER,
        LIES
    }

    private static final long SLOW_MILLIS = 120;

    private final int port;
    private ServerSocket door;
    private Thread answering;
    private final Map<String, JsonObject> book = new LinkedHashMap<>();
    private final List<String> headers = new ArrayList<>();
    private Fault fault = Fault.NONE;
    private String refused = "";
    private int requests;

    GatewayServer() throws IOException {
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        port = door.getLocalPort();
        answering = answerAt(door);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port + "/send");
    }

    synchronized void fault(Fault next) {
        fault = next;
    }

    /** From now on this number is none to it. */
    synchronized void refuses(String mobile) {
        refused = mobile;
    }

    private synchronized boolean isRefused(JsonObject message) {
        return message.getString("mobile").equals(refused);
    }

    synchronized int requests() {
        return requests;
    }

    /** {@return the messages it has taken, each once, by their ids} */
    synchronized Map<String, JsonObject> book() {
        return new LinkedHashMap<>(book);
    }

    synchronized List<String> headers() {
        return List.copyOf(headers);
    }

    /** The port is free once nobody listens at it any more. */
    void gone() throws IOException {
        door.close();
        try {
            answering.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    void back() throws IOException {
        door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        answering = answerAt(door);
    }

    private Thread answerAt(ServerSocket at) {
        return Thread.ofVirtual()
                .start(
                        () -> {
                            while (!at.isClosed()) {
                                try (Socket caller = at.accept()) {
                                    answer(caller);
                                } catch (IOException gone) {
                                    // The caller went, or the door was closed; the loop looks.
                                }
                            }
                        });
    }

    private void answer(Socket caller) throws IOException {
        InputStream in = new BufferedInputStream(caller.getInputStream());
        String head = head(in);
        int length = Integer.parseInt(head.replaceAll("(?is).*content-length: *([0-9]+).*", "$1"));
        JsonObject message =
                new JsonObject(new String(in.readNBytes(length), StandardCharsets.UTF_8));
        Fault now = heard(head);
        switch (now) {
            case CUT_BEFORE -> {
                return;
            }
            case CUT_AFTER -> {
                write(message);
                return;
            }
            case SLOW -> LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(SLOW_MILLIS));
            default -> {}
        }
        String answer =
                switch (now) {
                    case ILL -> reply(503, new JsonObject().put("msg", "busy"));
                    case LIES -> reply(200, new JsonObject().put("code", "9").put("msg", "系统繁忙"));
                    default -> taken(message);
                };
        caller.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        caller.getOutputStream().flush();
    }

    private String taken(JsonObject message) {
        if (isRefused(message)) {
            String said = "号码 " + message.getString("mobile") + " 无效";
            return reply(400, new JsonObject().put("code", "7").put("msg", said));
        }
        write(message);
        return reply(200, new JsonObject().put("code", "0").put("msg", "ok"));
    }

    private synchronized Fault heard(String head) {
        requests++;
        headers.add(head);
        return fault;
    }

    private synchronized void write(JsonObject message) {
        book.putIfAbsent(message.getString("uid"), message);
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("the caller went");
            }
            head.append((char) octet);
        }
        return head.toString();
    }

    private static String reply(int status, JsonObject body) {
        String text = body.encode();
        return "HTTP/1.1 "
                + status
                + " -\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                + text.getBytes(StandardCharsets.UTF_8).length
                + "\r\n\r\n"
                + text;
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
