package yichuang.devices.escpos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * A network printer without hardware: takes ESC/POS on a port of this machine, answers the status
 * questions, and can be out of paper, open, jammed, deaf, or torn off its cable. One connection at
 * a time, as such printers do.
 */
final class VirtualPrinter implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int ENDLESS = Integer.MAX_VALUE;

    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final Interpreter interpreter;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    private Optional<String> rubbish = Optional.empty();
    private boolean coverOpen;
    private boolean jammed;
    private boolean nearEnd;
    private boolean silent;
    private volatile boolean deaf;
    private volatile int hangsUpAfter = ENDLESS;
    private int paperDots = ENDLESS;
    private int realTime;
    private int initializedWhenTorn;

    VirtualPrinter(int dots) throws IOException {
        this.interpreter = new Interpreter(dots);
        Thread.ofPlatform().daemon().name("virtual-printer").start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    synchronized List<Interpreter.Piece> pieces() {
        rubbish.ifPresent(
                what -> {
                    throw new AssertionError(what);
                });
        return interpreter.pieces();
    }

    synchronized void cover(boolean open) {
        coverOpen = open;
    }

    synchronized void jam(boolean now) {
        jammed = now;
    }

    synchronized void nearEnd() {
        nearEnd = true;
    }

    /** So much paper is left. */
    synchronized void paperLeft(int dots) {
        paperDots = interpreter.printedDots() + dots;
    }

    synchronized void newRoll() {
        paperDots = ENDLESS;
    }

    /** It prints and says nothing. */
    synchronized void silent() {
        silent = true;
    }

    /** It no longer takes a byte, as one whose board has crashed. */
    void deaf() {
        deaf = true;
    }

    /** The cable is torn off when it has taken so many bytes of one connection. */
    void hangsUpAfter(int bytes) {
        hangsUpAfter = bytes;
    }

    void mend() {
        hangsUpAfter = ENDLESS;
        deaf = false;
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                socket.setTcpNoDelay(true);
                hear(socket);
            } catch (IOException gone) {
                // The other side may hang up whenever it likes.
            }
        }
    }

    private void hear(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        OutputStream out = socket.getOutputStream();
        int taken = 0;
        forgetHalfAQuestion();
        while (true) {
            if (deaf) {
                sleep();
                continue;
            }
            int next = in.read();
            if (next < 0) {
                return;
            }
            taken++;
            if (taken > hangsUpAfter) {
                socket.setSoLinger(true, 0);
                wasTorn();
                throw new SocketException("torn off");
            }
            take((byte) next, out);
        }
    }

    /** Half a command may mean anything; from the next initialization on it is strict again. */
    private synchronized void wasTorn() {
        initializedWhenTorn = interpreter.initializations();
    }

    private synchronized void forgetHalfAQuestion() {
        int half = (realTime & 0xFFFF) == 0x1004 ? 2 : (realTime & 0xFF) == 0x10 ? 1 : 0;
        buffer.position(buffer.position() - half);
        realTime = 0;
    }

    private synchronized void take(byte next, OutputStream out) throws IOException {
        realTime = (realTime << 8 | (next & 0xFF)) & 0xFFFFFF;
        if (realTime >> 8 == 0x1004) {
            buffer.position(buffer.position() - 2);
            answer(realTime & 0xFF, out);
            return;
        }
        buffer.put(next);
        if (next != 0x10 && (realTime & 0xFFFF) != 0x1004) {
            print(out);
        }
    }

    private void print(OutputStream out) throws IOException {
        buffer.flip();
        int before = -1;
        while (buffer.hasRemaining() && buffer.position() != before && stopped().isEmpty()) {
            before = buffer.position();
            try {
                Optional<Byte> answer = interpreter.next(buffer);
                if (answer.isPresent() && !silent) {
                    out.write(answer.get());
                }
            } catch (Interpreter.Rubbish e) {
                if (interpreter.initializations() > initializedWhenTorn) {
                    rubbish = rubbish.or(() -> Optional.of(e.getMessage()));
                }
            }
        }
        buffer.compact();
    }

    private Optional<String> stopped() {
        return coverOpen || jammed || noPaper() ? Optional.of("stopped") : Optional.empty();
    }

    private boolean noPaper() {
        return interpreter.printedDots() >= paperDots;
    }

    private void answer(int question, OutputStream out) throws IOException {
        if (silent) {
            return;
        }
        int status =
                switch (question) {
                    case 1 -> 0x12 | (stopped().isPresent() ? 0x08 : 0);
                    case 2 ->
                            0x12
                                    | (coverOpen ? 0x04 : 0)
                                    | (noPaper() ? 0x20 : 0)
                                    | (jammed ? 0x40 : 0);
                    case 3 -> 0x12 | (jammed ? 0x08 : 0);
                    case 4 -> 0x12 | (nearEnd ? 0x0C : 0) | (noPaper() ? 0x60 : 0);
                    default -> throw new IOException("no such question: " + question);
                };
        out.write(status);
    }

    private static void sleep() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
