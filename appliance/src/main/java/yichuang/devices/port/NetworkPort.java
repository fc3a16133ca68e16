package yichuang.devices.port;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/**
 * A device on the hall's network, reached over TCP.
 *
 * @param host name or address; looked up anew at every opening, for it may move
 */
public record NetworkPort(String host, int port) implements Port {
    private static final Duration CONNECT_MAX = Duration.ofSeconds(1);

    @Override
    public ByteChannel open() throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.socket()
                    .connect(
                            new InetSocketAddress(host, port),
                            Math.toIntExact(CONNECT_MAX.toMillis()));
            channel.configureBlocking(false);
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }
}
