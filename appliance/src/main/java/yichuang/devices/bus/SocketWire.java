package yichuang.devices.bus;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;

/** A bus behind a socket: a serial server in the network, or emulated boards. */
final class SocketWire implements Wire {
    private static final int CONNECT_MILLIS_MAX = 1_000;

    private final SocketChannel channel;
    private final Selector selector;

    private SocketWire(SocketChannel channel) throws IOException {
        this.channel = channel;
        this.selector = Selector.open();
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ);
    }

    static SocketWire tcp(String host, int port) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.socket().connect(new InetSocketAddress(host, port), CONNECT_MILLIS_MAX);
            return new SocketWire(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    static SocketWire unix(Path path) throws IOException {
        SocketAddress address = UnixDomainSocketAddress.of(path);
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(address);
            return new SocketWire(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        ByteBuffer out = ByteBuffer.wrap(bytes);
        while (out.hasRemaining()) {
            if (channel.write(out) == 0) {
                Thread.onSpinWait();
            }
        }
    }

    @Override
    public int receive(byte[] into, Duration atMost) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(into);
        int got = channel.read(in);
        if (got == 0) {
            selector.select(Math.max(1, atMost.toMillis()));
            selector.selectedKeys().clear();
            got = channel.read(in);
        }
        if (got < 0) {
            throw new EOFException("the bus was closed at its other end");
        }
        return got;
    }

    @Override
    public void close() {
        try {
            selector.close();
            channel.close();
        } catch (IOException gone) {
            // Nothing more can be done with it, and nothing is lost.
        }
    }
}
