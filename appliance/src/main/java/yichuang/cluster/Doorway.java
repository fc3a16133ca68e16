package yichuang.cluster;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Where those without a certificate stand: few at a time, for a short time, and heard only about
 * joining. On the link's event loop.
 */
final class Doorway {
    private static final int VISITORS_MAX = 16;
    private static final Duration STAY = Duration.ofSeconds(10);
    private final Vertx vertx;
    private final Predicate<String> live;
    private final Set<NetSocket> inside = new HashSet<>();
    private volatile Optional<JoinDesk> desk = Optional.empty();

    /**
     * @param live whether a node of that name runs now
     */
    Doorway(Vertx vertx, Predicate<String> live) {
        this.vertx = vertx;
        this.live = live;
    }

    void open(JoinDesk opened) {
        desk = Optional.of(opened);
    }

    void enter(NetSocket socket) {
        if (inside.size() >= VISITORS_MAX) {
            socket.close();
            return;
        }
        inside.add(socket);
        long timer = vertx.setTimer(STAY.toMillis(), _ -> socket.close());
        socket.closeHandler(
                _ -> {
                    vertx.cancelTimer(timer);
                    inside.remove(socket);
                });
        JoinTalk talk = new JoinTalk(desk, live, socket);
        socket.exceptionHandler(_ -> {}) // the close handler follows
                .handler(
                        new FrameReader(
                                JoinWords.FRAME_BYTES_MAX, talk::heard, _ -> socket.close()));
    }
}
