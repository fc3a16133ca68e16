package yichuang.cluster;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * What this node has to say to one peer, on a connection that it opened itself; the peer opens one
 * of its own for what it has to say. So no two dials cross, and each side hears for itself whether
 * it is heard. Everything but {@link #raft}, {@link #request} and {@link #state} runs on the link's
 * event loop.
 *
 * <p>A connection counts as up when the first ping came back, not when TLS says so: in TLS 1.3 the
 * side that dials is done before the other has looked at its certificate.
 */
final class Outgoing {
    /** So long what was asked on a connection that was replaced may be answered there. */
    private static final int LAST_ANSWERS_HEARTBEATS = 3;

    private final String node;
    private final Vertx vertx;
    private final NetClient client;
    private final Trust trust;
    private final LinkLimits limits;
    private final InstantSource clock;
    private final Runnable drainSoon;
    private final SendQueue queue;
    private final Requests requests;
    private volatile PeerState state;
    private Phase phase = new Phase.Closed();
    private int attempts;
    private long heardNanos;
    private Optional<String> ending = Optional.empty();

    private sealed interface Phase {
        record Dialling(Address to) implements Phase {}

        record Talking(NetSocket socket, X509Certificate certificate) implements Phase {}

        record Pausing(long timer) implements Phase {}

        record Closed() implements Phase {}
    }

    /**
     * @param onLoop runs something on the link's event loop
     */
    Outgoing(
            String node,
            Address address,
            Vertx vertx,
            NetClient client,
            Trust trust,
            LinkSettings settings,
            Consumer<Runnable> onLoop) {
        this.node = node;
        this.vertx = vertx;
        this.client = client;
        this.trust = trust;
        this.limits = settings.limits();
        this.clock = settings.clock();
        this.drainSoon = () -> onLoop.accept(this::drain);
        this.queue = new SendQueue(limits);
        this.requests = new Requests(vertx, limits, node);
        this.state =
                new PeerState(
                        node,
                        address,
                        PeerState.Standing.DOWN,
                        clock.instant(),
                        Optional.empty(),
                        Optional.of("not reached yet"));
    }

    PeerState state() {
        return state;
    }

    long dropped() {
        return queue.dropped();
    }

    /** Sends if the peer is up and has room; otherwise the oldest waiting message is dropped. */
    void raft(byte[] message) {
        if (state.up()) {
            queue.raft(Frame.of(Frame.Kind.RAFT, message));
            drainSoon.run();
        }
    }

    Future<byte[]> request(byte[] bytes, Duration deadline) {
        Promise<byte[]> answer = Promise.promise();
        requests.take(bytes, deadline, answer)
                .ifPresent(
                        request -> {
                            queue.request(request);
                            drainSoon.run();
                        });
        return answer.future();
    }

    void dial() {
        Address to = state.address();
        phase = new Phase.Dialling(to);
        client.connect(to.port(), to.host())
                .onComplete(socket -> connected(socket, to), failure -> pause(line(failure)));
    }

    /** The peer listens elsewhere from now on. */
    void move(Address to) {
        if (to.equals(state.address())) {
            return;
        }
        state = down(to, "moved to " + to);
        attempts = 0;
        switch (phase) {
            case Phase.Talking _ -> end("moved to " + to);
            case Phase.Pausing pausing -> {
                vertx.cancelTimer(pausing.timer);
                dial();
            }
            case Phase.Dialling _, Phase.Closed _ -> {} // seen when the dial is through
        }
    }

    private void connected(NetSocket socket, Address to) {
        if (phase instanceof Phase.Closed || !to.equals(state.address())) {
            socket.close();
            if (!(phase instanceof Phase.Closed)) {
                pause("moved to " + state.address());
            }
            return;
        }
        try {
            talk(socket, shown(socket, to));
        } catch (CertificateException | SSLPeerUnverifiedException e) {
            forget(socket);
            socket.close();
            pause(line(e));
        }
    }

    private void talk(NetSocket socket, X509Certificate certificate) {
        phase = new Phase.Talking(socket, certificate);
        heardNanos = System.nanoTime();
        ending = Optional.empty();
        socket.handler(new FrameReader(limits.frameBytesMax(), this::heard, this::end))
                .drainHandler(_ -> drain())
                .exceptionHandler(_ -> {}) // the close handler follows
                .closeHandler(_ -> closed(socket));
        socket.write(Frame.ping());
    }

    /** {@return the connection that frames go on, if there is one} */
    Optional<NetSocket> socket() {
        return phase instanceof Phase.Talking talking
                ? Optional.of(talking.socket)
                : Optional.empty();
    }

    /**
     * Dials anew beside the open connection and changes over when the new one is heard, so that a
     * renewed certificate comes into use, this node's or the peer's, and nobody notices. What was
     * asked on the old one is answered there; it is closed a little later. When the new one does
     * not come about, the old one goes on.
     */
    void reopen() {
        if (phase instanceof Phase.Talking talking) {
            forget(talking.socket);
            Address to = state.address();
            client.connect(to.port(), to.host()).onSuccess(socket -> beside(socket, to));
        }
    }

    private void beside(NetSocket socket, Address to) {
        try {
            X509Certificate certificate = shown(socket, to);
            socket.handler(
                            new FrameReader(
                                    limits.frameBytesMax(),
                                    frame -> {
                                        changeOver(socket, certificate);
                                        heard(frame);
                                    },
                                    _ -> socket.close()))
                    .exceptionHandler(_ -> {}) // the old one goes on
                    .closeHandler(_ -> closed(socket));
            socket.write(Frame.ping());
        } catch (CertificateException | SSLPeerUnverifiedException e) {
            forget(socket);
            socket.close();
        }
    }

    private void changeOver(NetSocket socket, X509Certificate certificate) {
        if (!(phase instanceof Phase.Talking talking) || talking.socket == socket) {
            return;
        }
        phase = new Phase.Talking(socket, certificate);
        socket.drainHandler(_ -> drain());
        vertx.setTimer(
                LAST_ANSWERS_HEARTBEATS * limits.heartbeat().toMillis(),
                _ -> talking.socket.close());
    }

    private X509Certificate shown(NetSocket socket, Address to)
            throws CertificateException, SSLPeerUnverifiedException {
        X509Certificate certificate =
                (X509Certificate) socket.sslSession().getPeerCertificates()[0];
        String who = trust.node(certificate);
        if (!who.equals(node)) {
            throw new CertificateException("At %s answers %s.".formatted(to, who));
        }
        return certificate;
    }

    private void closed(NetSocket socket) {
        forget(socket);
        if (phase instanceof Phase.Talking talking && talking.socket != socket) {
            return; // another one has taken its place
        }
        pause(ending.orElse("the connection was closed by " + node));
    }

    /**
     * A TLS session that is taken up again brings the certificates of the first time along, renewed
     * or revoked as they may be by now; so each connection starts from nothing.
     */
    private static void forget(NetSocket socket) {
        socket.sslSession().invalidate();
    }

    private void heard(Frame frame) {
        heardNanos = System.nanoTime();
        switch (frame.kind()) {
            case PING -> {
                Optional<String> other = frame.otherVersion();
                if (other.isPresent()) {
                    end(other.get());
                    return;
                }
            }
            case ANSWER ->
                    requests.find(frame.number())
                            .ifPresent(request -> request.answered(frame.numbered()));
            case REFUSAL ->
                    requests.find(frame.number())
                            .ifPresent(request -> request.refused(Fields.text(frame.numbered())));
            case RAFT, REQUEST, JOIN -> {
                end("%s sent a %s where it only answers".formatted(node, frame.kind()));
                return;
            }
        }
        Instant now = clock.instant();
        Instant since = state.up() ? state.since() : now;
        state =
                new PeerState(
                        node,
                        state.address(),
                        PeerState.Standing.UP,
                        since,
                        Optional.of(now),
                        Optional.empty());
        attempts = 0;
        drain();
    }

    /** Once per heartbeat: is the peer still heard, and still let in? */
    void tick() {
        if (!(phase instanceof Phase.Talking talking)) {
            return;
        }
        try {
            trust.standing(talking.certificate);
        } catch (CertificateException e) {
            end(line(e));
            return;
        }
        if (System.nanoTime() - heardNanos > limits.silence().toNanos()) {
            end("not heard for %d ms".formatted(limits.silence().toMillis()));
        } else if (!talking.socket.writeQueueFull()) {
            talking.socket.write(Frame.ping());
        }
    }

    private void drain() {
        if (!(phase instanceof Phase.Talking talking) || !state.up()) {
            return;
        }
        while (!talking.socket.writeQueueFull()) {
            Optional<Buffer> frame = queue.next();
            if (frame.isEmpty()) {
                return;
            }
            talking.socket.write(frame.get());
        }
    }

    private void end(String why) {
        ending = Optional.of(why);
        state = down(state.address(), why);
        if (phase instanceof Phase.Talking talking) {
            talking.socket.close();
        }
    }

    private void pause(String why) {
        queue.forgetRaft();
        requests.connectionEnded();
        if (phase instanceof Phase.Closed) {
            return;
        }
        state = down(state.address(), why);
        phase = new Phase.Pausing(vertx.setTimer(backoff(), _ -> dial()));
    }

    /**
     * Twice the pause before, less up to a half by chance, so that a hall does not dial in step.
     */
    private long backoff() {
        long most = limits.backoffMax().toMillis();
        long pause = Math.min(most, limits.backoffMin().toMillis() << Math.min(attempts++, 16));
        return Math.max(1, pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1));
    }

    void close() {
        switch (phase) {
            case Phase.Talking talking -> talking.socket.close();
            case Phase.Pausing pausing -> vertx.cancelTimer(pausing.timer);
            case Phase.Dialling _, Phase.Closed _ -> {}
        }
        phase = new Phase.Closed();
        state = down(state.address(), "the link is closed");
        queue.forgetRaft();
        requests.end();
    }

    private PeerState down(Address address, String why) {
        PeerState before = state;
        return new PeerState(
                node,
                address,
                PeerState.Standing.DOWN,
                before.up() ? clock.instant() : before.since(),
                before.lastHeard(),
                Optional.of(why));
    }

    private static String line(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof CertificateException)) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
