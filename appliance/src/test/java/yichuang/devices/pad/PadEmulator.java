package yichuang.devices.pad;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Pads on a line behind a serial server, written from the frame's description and from nothing of
 * the driver's. Strict: it counts every byte that is no part of a right frame. A key that is not
 * echoed in time is sent again, twice.
 */
final class PadEmulator implements AutoCloseable {
    private static final int TRIES = 3;
    private static final int ECHO_MILLIS_MAX = 150;

    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final List<String> heard = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private Socket socket;
    private int wrong;
    private int lostEchoes;

    PadEmulator() throws IOException {
        Thread.ofPlatform().daemon().name("pads").start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    /** {@return every right frame so far, but for echoes} */
    synchronized List<String> heard() {
        return List.copyOf(heard);
    }

    /** {@return how many bytes belonged to no frame} */
    synchronized int wrong() {
        return wrong;
    }

    /** So many echoes do not arrive. */
    synchronized void losesEchoes(int count) {
        lostEchoes = count;
    }

    /** Somebody presses. {@return whether the other side echoed it} */
    boolean press(int address, int function, int... data) throws Exception {
        String frame = frame(address, function, data);
        String echo = frame(address, function == 0x11 ? 0x01 : function, data);
        for (int i = 0; i < TRIES; i++) {
            if (sent(frame, echo)) {
                return true;
            }
        }
        return false;
    }

    private synchronized boolean sent(String frame, String echo) throws Exception {
        socket.getOutputStream().write(HexFormat.of().parseHex(frame));
        long until = System.nanoTime() + ECHO_MILLIS_MAX * 1_000_000L;
        while (System.nanoTime() < until) {
            if (heard.remove(echo)) {
                if (lostEchoes > 0) {
                    lostEchoes--;
                } else {
                    return true;
                }
            }
            wait(5);
        }
        return false;
    }

    private static String frame(int address, int function, int... data) {
        int length = 2 + data.length;
        int sum = address + function;
        StringBuilder text = new StringBuilder("FF68");
        text.append("%02X%02X68%02X%02X".formatted(length, length, address, function));
        for (int one : data) {
            text.append("%02X".formatted(one));
            sum += one;
        }
        return text.append("%02X16".formatted(sum & 0xFF)).toString();
    }

    void write(String hexadecimal) throws IOException {
        socket.getOutputStream().write(HexFormat.of().parseHex(hexadecimal));
    }

    void hangUp() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket accepted = server.accept()) {
                synchronized (this) {
                    socket = accepted;
                    line.setLength(0);
                    notifyAll();
                }
                InputStream in = accepted.getInputStream();
                for (int octet = in.read(); octet >= 0; octet = in.read()) {
                    take(octet);
                }
            } catch (IOException gone) {
                // The next one may come.
            }
        }
    }

    synchronized void awaitLine() throws InterruptedException {
        while (socket == null || socket.isClosed()) {
            wait(10);
        }
    }

    private synchronized void take(int octet) {
        line.append("%02X".formatted(octet));
        while (line.length() >= 18) {
            int length = Integer.parseInt(line.substring(4, 6), 16);
            int end = 2 * (5 + length + 2);
            if (!line.substring(0, 4).equals("FF68")
                    || !line.substring(4, 6).equals(line.substring(6, 8))
                    || !line.substring(8, 10).equals("68")
                    || length < 2) {
                refuse();
                continue;
            }
            if (line.length() < end) {
                return;
            }
            String frame = line.substring(0, end);
            int sum = 0;
            for (int i = 10; i < end - 4; i += 2) {
                sum += Integer.parseInt(frame.substring(i, i + 2), 16);
            }
            if (!frame.endsWith("%02X16".formatted(sum & 0xFF))) {
                refuse();
                continue;
            }
            heard.add(frame);
            line.delete(0, end);
            notifyAll();
        }
    }

    private void refuse() {
        wrong++;
        line.delete(0, 2);
    }

    @Override
    public void close() throws IOException {
        server.close();
        if (socket != null) {
            socket.close();
        }
    }
}
