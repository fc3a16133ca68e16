package yichuang.cluster;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import yichuang.access.Sealed;

/** Somebody between a joiner and the hall. */
final class MiddleMan {
    private final NetServer server;
    private final Buffer seen = Buffer.buffer();

    private MiddleMan(NetServer server) {
        this.server = server;
    }

    Address address() {
        return new Address("127.0.0.1", server.actualPort());
    }

    /** {@return all that passed in the clear, in both directions} */
    synchronized Buffer seen() {
        return seen.copy();
    }

    private synchronized void sees(Buffer bytes) {
        seen.appendBuffer(bytes);
    }

    /** Ends TLS with a certificate of his own, opens TLS to the hall, and passes all on. */
    static MiddleMan whoEndsTls(Vertx vertx, NodeIdentity own, Address hall) {
        NetServerOptions shown = new NetServerOptions().setHost("127.0.0.1");
        shown.setSsl(true).setKeyCertOptions(KeyCertOptions.wrap(new NodeCertificate(own)));
        NetClientOptions dial = new NetClientOptions().setHostnameVerificationAlgorithm("");
        dial.setSsl(true).setTrustAll(true);
        return relay(vertx, shown, dial, hall);
    }

    /** Passes the bytes of TLS on as they are, like any switch. */
    static MiddleMan whoPassesBytes(Vertx vertx, Address hall) {
        return relay(
                vertx, new NetServerOptions().setHost("127.0.0.1"), new NetClientOptions(), hall);
    }

    private static MiddleMan relay(
            Vertx vertx, NetServerOptions shown, NetClientOptions dial, Address hall) {
        MiddleMan man = new MiddleMan(vertx.createNetServer(shown));
        man.server.connectHandler(
                joiner -> {
                    joiner.pause();
                    vertx.createNetClient(dial)
                            .connect(hall.port(), hall.host())
                            .onComplete(
                                    voter -> {
                                        man.pass(joiner, voter);
                                        man.pass(voter, joiner);
                                        joiner.resume();
                                    },
                                    _ -> joiner.close());
                });
        Nodes.await(man.server.listen());
        return man;
    }

    private void pass(NetSocket from, NetSocket to) {
        from.handler(
                        bytes -> {
                            sees(bytes);
                            to.write(bytes);
                        })
                .closeHandler(_ -> to.end());
    }

    /** Plays the hall himself, without knowing the code. */
    static MiddleMan whoPlaysTheHall(Vertx vertx, NodeIdentity own) {
        NetServerOptions shown = new NetServerOptions().setHost("127.0.0.1");
        shown.setSsl(true).setKeyCertOptions(KeyCertOptions.wrap(new NodeCertificate(own)));
        MiddleMan man = new MiddleMan(vertx.createNetServer(shown));
        man.server.connectHandler(
                joiner ->
                        joiner.handler(
                                new FrameReader(
                                        JoinWords.FRAME_BYTES_MAX,
                                        frame -> man.answer(joiner, frame),
                                        why -> {
                                            throw new AssertionError(why);
                                        })));
        Nodes.await(man.server.listen());
        return man;
    }

    private void answer(NetSocket joiner, Frame frame) {
        boolean first = seen().length() == 0;
        sees(frame.payload());
        byte[] word =
                first
                        ? JoinWords.challenge(new byte[JoinWords.NONCE_BYTES])
                        : JoinWords.welcome(Sealed.seal(new byte[32], new byte[500]));
        joiner.write(Frame.of(Frame.Kind.JOIN, word));
    }
}
