package yichuang.cluster;

import io.vertx.core.Future;
import io.vertx.core.net.NetSocket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What one peer has to say to us, on the connection it opened. On the link's event loop. A peer
 * that asks faster than it is answered, or does not read its answers, is no longer read.
 */
final class Incoming {
    private static final Logger LOGGER = Logger.getLogger(Incoming.class.getName());
    private final String node;
    private final X509Certificate certificate;
    private final NetSocket socket;
    private final Trust trust;
    private final LinkLimits limits;
    private final Ears ears;
    private long heardNanos = System.nanoTime();
    private int served;

    Incoming(
            String node,
            X509Certificate certificate,
            NetSocket socket,
            Trust trust,
            LinkLimits limits,
            Ears ears) {
        this.node = node;
        this.certificate = certificate;
        this.socket = socket;
        this.trust = trust;
        this.limits = limits;
        this.ears = ears;
    }

    String node() {
        return node;
    }

    void listen() {
        socket.handler(new FrameReader(limits.frameBytesMax(), this::heard, this::end))
                .drainHandler(_ -> readOn())
                .exceptionHandler(_ -> {}); // the close handler follows
    }

    private void heard(Frame frame) {
        heardNanos = System.nanoTime();
        switch (frame.kind()) {
            case PING ->
                    frame.otherVersion()
                            .ifPresentOrElse(this::end, () -> socket.write(Frame.ping()));
            case RAFT -> ears.raft().accept(node, frame.payload().getBytes());
            case REQUEST -> serve(frame.number(), frame.numbered());
            case ANSWER, REFUSAL, JOIN -> end("a %s without a request".formatted(frame.kind()));
        }
    }

    private void serve(long number, byte[] request) {
        served++;
        holdBack();
        Future<byte[]> answer;
        try {
            answer = ears.requests().answer(node, request);
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "a request of " + node + " was not answered", e);
            answer = Future.failedFuture(e);
        }
        answer.onComplete(
                bytes -> reply(Frame.Kind.ANSWER, number, bytes),
                failure ->
                        reply(
                                Frame.Kind.REFUSAL,
                                number,
                                Fields.utf8(String.valueOf(failure.getMessage()))));
    }

    /** Any thread. */
    private void reply(Frame.Kind kind, long number, byte[] bytes) {
        ears.onLoop()
                .accept(
                        () -> {
                            served--;
                            socket.write(Frame.of(kind, number, bytes));
                            holdBack();
                            readOn();
                        });
    }

    private void holdBack() {
        if (served >= limits.servedMax() || socket.writeQueueFull()) {
            socket.pause();
        }
    }

    private void readOn() {
        if (served < limits.servedMax() && !socket.writeQueueFull()) {
            heardNanos = System.nanoTime();
            socket.resume();
        }
    }

    /** Once per heartbeat. */
    void tick() {
        try {
            trust.standing(certificate);
            if (System.nanoTime() - heardNanos > 2 * limits.silence().toNanos()) {
                end("not heard any more");
            }
        } catch (CertificateException e) {
            end(e.getMessage());
        }
    }

    private void end(String why) {
        LOGGER.log(
                Level.WARNING,
                "the connection of {0} from {1} ends: {2}",
                new Object[] {node, socket.remoteAddress(), why});
        socket.close();
    }
}
