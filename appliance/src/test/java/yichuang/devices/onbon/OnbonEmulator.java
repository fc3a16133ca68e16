package yichuang.devices.onbon;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * A controller with its screen, written from the maker's manuals and from nothing of the driver's.
 * Strict: a packet with an unknown escape or a wrong length is not answered, one with a wrong CRC
 * is refused, a command that is not exactly as long as it says, or reaches beyond the screen, too.
 */
final class OnbonEmulator implements AutoCloseable {
    private static final int ANY = 0xFFFE;

    private final ServerSocket server = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
    private final int type;
    private final boolean sixth;
    private final int width;
    private final int height;
    private final int colours;
    private List<Page> pages = List.of();
    private int darkAfterSeconds;
    private int updates;
    private int dropped;
    private int busyFor;
    private int damagedFor;
    private boolean on = true;

    /** One picture: {@code #} lit, {@code .} dark, each colour for itself. */
    record Page(int millis, List<String> colours) {}

    /** {@code type}: as the header names it. */
    OnbonEmulator(int type, int width, int height, int colours) throws IOException {
        this.type = type;
        this.sixth = (type & 0xFF) == 0x74;
        this.width = width;
        this.height = height;
        this.colours = colours;
        Thread.ofPlatform().daemon().name("onbon").start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    /** {@return what is shown, page after page; nothing after its power was gone} */
    synchronized List<Page> pages() {
        return pages;
    }

    synchronized int darkAfterSeconds() {
        return darkAfterSeconds;
    }

    synchronized int updates() {
        return updates;
    }

    /** {@return how many packets were too wrong to be answered} */
    synchronized int dropped() {
        return dropped;
    }

    synchronized void busyFor(int commands) {
        busyFor = commands;
    }

    /** So many of its answers are damaged on the way. */
    synchronized void damagesAnswers(int count) {
        damagedFor = count;
    }

    /** Off: what it showed is lost, and it answers nothing. */
    synchronized void power(boolean now) {
        on = now;
        pages = List.of();
    }

    private void serve() {
        while (true) {
            try (Socket socket = server.accept()) {
                listen(socket);
            } catch (SocketException gone) {
                if (server.isClosed()) {
                    return;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void listen(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        boolean started = false;
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            if (octet == 0xA5) {
                started = true;
                packet.reset();
            } else if (octet == 0x5A && started) {
                started = false;
                byte[] answer = answer(packet.toByteArray());
                if (answer.length > 0) {
                    socket.getOutputStream().write(answer);
                }
            } else if (started) {
                packet.write(octet);
            }
        }
    }

    private synchronized byte[] answer(byte[] escaped) {
        if (!on) {
            return new byte[0];
        }
        byte[] plain = unescape(escaped);
        if (plain.length < 18) {
            dropped++;
            return new byte[0];
        }
        ByteBuffer packet = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN);
        int dataLength = packet.getInt(12);
        if (dataLength != plain.length - 18) {
            dropped++;
            return new byte[0];
        }
        int screen = packet.getShort(0) & 0xFFFF;
        int told = packet.getShort(plain.length - 2) & 0xFFFF;
        if (told != crc(plain, plain.length - 2)) {
            return refusal(screen, 5);
        }
        if ((packet.get(4) & 0xFF) != 0xF0) {
            return refusal(screen, 17);
        }
        if (busyFor > 0) {
            busyFor--;
            return refusal(screen, 3);
        }
        int toType = packet.getShort(6) & 0xFFFF;
        if (toType != ANY && toType != type) {
            return refusal(screen, 17);
        }
        packet.position(16).limit(plain.length - 2);
        return damaged(packet(screen, (byte) 0, done(packet)));
    }

    /** {@return 0 or the error} */
    private int done(ByteBuffer data) {
        if (data.remaining() < 3 || data.get() != 1) {
            return 2;
        }
        int group = data.get() & 0xFF;
        int command = data.get() & 0xFF;
        if (group == 0xA2 && command == 0) {
            return data.remaining() == 2 ? 0 : 4;
        }
        if (group != 0xA7) {
            return 1;
        }
        return command == 0 ? update(data) : 2;
    }

    private int update(ByteBuffer data) {
        data.getShort();
        if (sixth && data.getShort() != 1) {
            return 4;
        }
        if (data.getInt() != data.remaining()) {
            return 4;
        }
        data.get(); // which area
        boolean darkens = data.get() == 2;
        int seconds = data.getShort();
        data.get();
        int programmes = data.getShort();
        data.position(data.position() + 2 * programmes);
        data.get();
        data.getInt();
        if (data.get() != 0x10) {
            return 18;
        }
        int x = data.getShort();
        int y = data.getShort();
        int w = data.getShort();
        int h = data.getShort();
        if (x < 0 || y < 0 || x + w > width || y + h > height || data.get() != 0) {
            return 18;
        }
        List<Page> read = sixth ? sixthPages(data, w, h) : fifthPages(data, w, h);
        if (read.isEmpty() || data.hasRemaining()) {
            return 4;
        }
        pages = read;
        darkAfterSeconds = darkens ? seconds : 0;
        updates++;
        return 0;
    }

    private List<Page> fifthPages(ByteBuffer data, int w, int h) {
        List<Page> read = new ArrayList<>();
        int count = data.getShort();
        for (int i = 0; i < count; i++) {
            int length = data.getInt();
            int end = data.position() + length;
            data.get();
            if (data.get() != 1) {
                return List.of();
            }
            data.getShort();
            int millis = data.getShort() * 10;
            data.get();
            data.getShort();
            data.getInt();
            if (end - data.position() != (w + 7) / 8 * h * colours) {
                return List.of();
            }
            List<StringBuilder> drawn = new ArrayList<>();
            for (int colour = 0; colour < colours; colour++) {
                drawn.add(new StringBuilder("\n"));
            }
            for (int row = 0; row < h; row++) {
                for (int column = 0; column < w; column += 8) {
                    for (StringBuilder colour : drawn) {
                        draw(data.get() & 0xFF, 8, Math.min(8, w - column), colour);
                    }
                }
                drawn.forEach(colour -> colour.append('\n'));
            }
            read.add(new Page(millis, drawn.stream().map(StringBuilder::toString).toList()));
        }
        return read;
    }

    private List<Page> sixthPages(ByteBuffer data, int w, int h) {
        data.getShort(); // background, transparency
        data.get();
        if (data.get() != 0) {
            return List.of(); // this one has no loudspeaker
        }
        data.position(data.position() + 5);
        int count = data.getShort();
        int[] millis = new int[count];
        int[] offsets = new int[count];
        int[] lengths = new int[count];
        for (int i = 0; i < count; i++) {
            if (data.getInt() != 26) {
                return List.of();
            }
            data.get();
            if (data.get() != 1) {
                return List.of();
            }
            data.getShort();
            millis[i] = data.getShort() * 10;
            data.get();
            data.getShort();
            data.position(data.position() + 9);
            offsets[i] = data.getInt();
            lengths[i] = data.getInt();
        }
        int from = data.position();
        List<Page> read = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (offsets[i] != data.position() - from
                    || lengths[i] != (w + 31) / 32 * 4 * h * colours) {
                return List.of();
            }
            List<String> drawn = new ArrayList<>();
            for (int colour = 0; colour < colours; colour++) {
                StringBuilder rows = new StringBuilder("\n");
                for (int row = 0; row < h; row++) {
                    for (int column = 0; column < w; column += 32) {
                        draw(data.getInt(), 32, Math.min(32, w - column), rows);
                    }
                    rows.append('\n');
                }
                drawn.add(rows.toString());
            }
            read.add(new Page(millis[i], drawn));
        }
        return read;
    }

    /** 0 is lit; what is beyond the edge must be dark. */
    private static void draw(int bits, int size, int used, StringBuilder row) {
        for (int bit = 0; bit < size; bit++) {
            boolean lit = (bits >>> (size - 1 - bit) & 1) == 0;
            if (bit < used) {
                row.append(lit ? '#' : '.');
            } else if (lit) {
                throw new AssertionError("lit beyond the edge");
            }
        }
    }

    private byte[] damaged(byte[] answer) {
        if (damagedFor > 0) {
            damagedFor--;
            answer[answer.length - 3] ^= 4;
        }
        return answer;
    }

    private byte[] refusal(int screen, int error) {
        return packet(screen, (byte) 1, error);
    }

    private byte[] packet(int screen, byte refused, int error) {
        boolean nack = refused != 0 || error != 0;
        ByteBuffer plain = ByteBuffer.allocate(16 + 9 + 2).order(ByteOrder.LITTLE_ENDIAN);
        plain.putShort((short) 0x8000).putShort((short) screen).put((byte) 0xF0).put((byte) 0);
        plain.putShort((short) type).putInt(0).putInt(9);
        plain.put((byte) 0).put((byte) 0xA0).put((byte) (nack ? 1 : 0));
        plain.putShort((short) (nack ? 1 : 0)).putShort((short) error).putShort((short) 0);
        plain.putShort((short) crc(plain.array(), 25));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xA5, (byte) 0xA5});
        for (byte octet : plain.array()) {
            switch (octet & 0xFF) {
                case 0xA5 -> out.writeBytes(new byte[] {(byte) 0xA6, 2});
                case 0xA6 -> out.writeBytes(new byte[] {(byte) 0xA6, 1});
                case 0x5A -> out.writeBytes(new byte[] {0x5B, 2});
                case 0x5B -> out.writeBytes(new byte[] {0x5B, 1});
                default -> out.write(octet);
            }
        }
        out.write(0x5A);
        return out.toByteArray();
    }

    /** {@return nothing when an escape is not one of the four} */
    private static byte[] unescape(byte[] escaped) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        int first = 0;
        for (byte one : escaped) {
            int octet = one & 0xFF;
            if (first != 0) {
                if (octet != 1 && octet != 2) {
                    return new byte[0];
                }
                plain.write(octet == 1 ? first : first - 1); // A6 02 is A5, 5B 02 is 5A
                first = 0;
            } else if (octet == 0xA6 || octet == 0x5B) {
                first = octet;
            } else {
                plain.write(octet);
            }
        }
        return first == 0 ? plain.toByteArray() : new byte[0];
    }

    /** x^16 + x^15 + x^2 + 1 bit by bit, each byte's lowest bit first. */
    static int crc(byte[] bytes, int length) {
        int register = 0;
        for (int i = 0; i < length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                int in = bytes[i] >> bit & 1;
                int out = register >> 15 & 1;
                register = register << 1 & 0xFFFF;
                if ((in ^ out) == 1) {
                    register ^= 0x8005;
                }
            }
        }
        return Integer.reverse(register) >>> 16;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
