package yichuang.devices.bus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The pair of wires: whatever one side says, all others hear, at the line's own pace and, if told
 * so, damaged. Sides join at a UNIX socket.
 */
public final class Hub implements AutoCloseable {
    public static final long NANOS_PER_BYTE = 1_000_000_000L * 10 / 115_200;
    private static final int ROOM = 4096;
    private static final long NAP_NANOS = 100_000;

    private final Path path;
    private final ServerSocketChannel door;
    private final Selector selector;
    private final List<SocketChannel> sides = new ArrayList<>();
    private final Map<SocketChannel, FrameReader> readers = new HashMap<>();
    private final Deque<Passing> onTheWay = new ArrayDeque<>();
    private final SplittableRandom chance;
    private final double flipped;
    private final double dropped;
    private final AtomicLong damaged = new AtomicLong();
    private final Thread thread;
    private long lineFreeAt = System.nanoTime();
    private final List<Consumer<Passed>> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean still;
    private volatile boolean cut;
    private volatile boolean closed;

    private record Passing(SocketChannel from, byte octet, long at) {}

    /**
     * Opens the wires.
     *
     * @param flipped how likely a byte is changed
     * @param dropped how likely a byte is lost
     */
    public Hub(Path path, long seed, double flipped, double dropped) throws IOException {
        this.path = path;
        this.chance = new SplittableRandom(seed);
        this.flipped = flipped;
        this.dropped = dropped;
        Files.deleteIfExists(path);
        this.door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        door.bind(UnixDomainSocketAddress.of(path));
        door.configureBlocking(false);
        this.selector = Selector.open();
        door.register(selector, SelectionKey.OP_ACCEPT);
        this.thread = Thread.ofPlatform().daemon().name("hub").start(this::run);
    }

    public Path path() {
        return path;
    }

    /** From now on nobody hears anybody; the sockets stay. */
    void cut() {
        cut = true;
    }

    void mend() {
        cut = false;
    }

    /** From now on nothing is damaged, or again as before. */
    void still(boolean now) {
        still = now;
    }

    /** A frame that has just passed whole, and how many bytes it took on the wire. */
    public record Passed(long nanos, int address, int command, byte status, int bytes) {}

    /** Tells of each frame that its sender has sent whole; on the hub's thread. */
    public void listen(Consumer<Passed> listener) {
        listeners.add(listener);
    }

    /** {@return how many bytes were changed or dropped} */
    public long damaged() {
        return damaged.get();
    }

    private void run() {
        try {
            while (!closed) {
                if (onTheWay.isEmpty()) {
                    selector.select(200);
                } else {
                    selector.selectNow();
                }
                for (SelectionKey key : selector.selectedKeys()) {
                    if (key.isAcceptable()) {
                        join();
                    } else {
                        hear((SocketChannel) key.channel());
                    }
                }
                selector.selectedKeys().clear();
                deliver();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void join() throws IOException {
        SocketChannel side = door.accept();
        side.configureBlocking(false);
        side.register(selector, SelectionKey.OP_READ);
        sides.add(side);
    }

    private void hear(SocketChannel side) throws IOException {
        ByteBuffer heard = ByteBuffer.allocate(ROOM);
        int got;
        try {
            got = side.read(heard);
        } catch (IOException gone) {
            got = -1;
        }
        if (got < 0) {
            sides.remove(side);
            side.close();
            return;
        }
        heard.flip();
        long now = System.nanoTime();
        while (heard.hasRemaining()) {
            byte octet = heard.get();
            lineFreeAt = Math.max(lineFreeAt, now) + NANOS_PER_BYTE;
            tell(side, octet);
            double fate = still ? 1 : chance.nextDouble();
            if (fate < dropped) {
                damaged.incrementAndGet();
                continue;
            }
            if (fate < dropped + flipped) {
                damaged.incrementAndGet();
                octet ^= (byte) (1 << chance.nextInt(Byte.SIZE));
            }
            onTheWay.addLast(new Passing(side, octet, lineFreeAt));
        }
    }

    private void tell(SocketChannel side, byte octet) {
        if (!listeners.isEmpty()) {
            readers.computeIfAbsent(side, any -> new FrameReader())
                    .accept(octet)
                    .ifPresent(
                            frame -> {
                                byte[] body = frame.body();
                                Passed passed =
                                        new Passed(
                                                lineFreeAt,
                                                body[0] & 0xFF,
                                                body[2] & 0xFF,
                                                body[4],
                                                frame.wire().length);
                                listeners.forEach(listener -> listener.accept(passed));
                            });
        }
    }

    private void deliver() throws IOException {
        long now = System.nanoTime();
        while (!onTheWay.isEmpty() && onTheWay.getFirst().at() <= now) {
            ByteBuffer run = ByteBuffer.allocate(ROOM);
            SocketChannel from = onTheWay.getFirst().from();
            while (!onTheWay.isEmpty()
                    && run.hasRemaining()
                    && onTheWay.getFirst().from() == from
                    && onTheWay.getFirst().at() <= now) {
                run.put(onTheWay.removeFirst().octet());
            }
            run.flip();
            if (!cut) {
                for (SocketChannel side : List.copyOf(sides)) {
                    if (side != from) {
                        give(side, run.duplicate());
                    }
                }
            }
        }
        if (!onTheWay.isEmpty()) {
            LockSupport.parkNanos(Math.min(NAP_NANOS, onTheWay.getFirst().at() - now));
        }
    }

    private void give(SocketChannel side, ByteBuffer bytes) throws IOException {
        try {
            while (bytes.hasRemaining()) {
                if (side.write(bytes) == 0) {
                    return; // it does not read: the line does not wait for anybody
                }
            }
        } catch (IOException gone) {
            sides.remove(side);
            side.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        try {
            thread.join();
            for (SocketChannel side : sides) {
                side.close();
            }
            door.close();
            selector.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
