package yichuang.cluster;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLPeerUnverifiedException;
import yichuang.access.HallKey;
import yichuang.access.Sealed;
import yichuang.hall.NodeRole;

/**
 * How a new node joins: by the address of a voter and a one-time code. The certificate it meets
 * there is one it cannot know yet; it shows its own eyes' fingerprint of it in its proof, and opens
 * a welcome that only the maker of the code could seal. What is safe by that and what is not:
 * {@code docs/internals/cluster.md}.
 *
 * @param role the one it wants to have; empty: whatever the code is for
 * @param data its data directory: absent or empty
 * @param keyFile where the hall key is to be kept: absent
 * @param port where its own link will listen
 */
public record Joining(
        Address voter,
        JoinCode code,
        String node,
        String release,
        Optional<NodeRole> role,
        int port,
        Path data,
        Path keyFile) {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /**
     * Joins. When the future is done, hall key, authority (a voter's) and membership are durable.
     * After a power cut between the hall's yes and that, the code is used and the directory still
     * empty: a new code is needed.
     *
     * @return the membership; fails with {@link JoinRefused} that says what to do, or with an
     *     IOException of the network or the disk
     */
    public Future<Membership> join(Vertx vertx) {
        try {
            Membership.requireEmpty(data, keyFile);
        } catch (IOException | JoinRefused e) {
            return Future.failedFuture(e);
        }
        NetClientOptions options =
                new NetClientOptions()
                        .setConnectTimeout((int) PATIENCE.toMillis())
                        .setHostnameVerificationAlgorithm("");
        options.setSsl(true).setTrustAll(true); // the code proves the hall, not the certificate
        options.setEnabledSecureTransportProtocols(Set.of(Link.TLS));
        NetClient client = vertx.createNetClient(options);
        return client.connect(voter.port(), voter.host())
                .compose(socket -> new Talk(socket).run(vertx))
                .compose(welcomed -> vertx.executeBlocking(() -> keep(welcomed), true))
                .eventually(client::close);
    }

    private record Welcomed(KeyPair keys, JoinWords.Welcome welcome) {}

    private Membership keep(Welcomed welcomed) throws IOException, GeneralSecurityException {
        JoinWords.Welcome welcome = welcomed.welcome;
        NodeIdentity identity =
                NodeIdentity.of(
                        welcomed.keys.getPrivate(),
                        Certificates.certificate(welcome.certificate().getBytes()),
                        Certificates.certificate(welcome.authorityCertificate().getBytes()));
        Membership membership =
                new Membership(identity, welcome.role(), welcome.members(), welcome.epoch());
        HallKey key = HallKey.keep(keyFile, welcome.hallKey().getBytes());
        switch (welcome.role()) {
            case VOTER -> Authority.ofVoter(welcome.authority().getBytes(), key).keep(data);
            case SATELLITE -> {} // signs nothing
        }
        membership.keep(data, key);
        return membership;
    }

    /** The joiner's side of the conversation in {@link JoinWords}. */
    private final class Talk {
        private final NetSocket socket;
        private final KeyPair keys = NodeIdentity.newKeys();
        private final byte[] codeKey = JoinCode.key(code.proofKey());
        private final Promise<Welcomed> done = Promise.promise();
        private final byte[] hello =
                new JoinWords.Hello(
                                release,
                                code.id(),
                                node,
                                role.map(NodeRole::word).orElse(""),
                                port,
                                Buffer.buffer(Sealed.random(JoinWords.NONCE_BYTES)),
                                Buffer.buffer(NodeIdentity.request(keys, node)))
                        .encode();
        private byte[] transcript = new byte[0];

        Talk(NetSocket socket) {
            this.socket = socket;
        }

        Future<Welcomed> run(Vertx vertx) {
            long timer = vertx.setTimer(PATIENCE.toMillis(), _ -> fail(JoinRefusal.NOT_PROVEN));
            socket.exceptionHandler(_ -> {}) // the close handler follows
                    .closeHandler(_ -> fail(JoinRefusal.NOT_PROVEN))
                    .handler(
                            new FrameReader(
                                    JoinWords.FRAME_BYTES_MAX,
                                    this::heard,
                                    _ -> fail(JoinRefusal.NOT_PROVEN)));
            say(hello);
            return done.future()
                    .onComplete(
                            _ -> {
                                vertx.cancelTimer(timer);
                                socket.close();
                            });
        }

        private void heard(Frame frame) {
            try {
                byte[] said = frame.payload().getBytes();
                if (transcript.length == 0) {
                    JoinWords.expect("challenge", said);
                    transcript =
                            JoinWords.transcript(
                                    hello, said, Certificates.fingerprint(certificate()));
                    say(JoinWords.proof(JoinWords.proof(codeKey, transcript)));
                } else {
                    welcomed(said);
                }
            } catch (JoinRefused e) {
                done.tryFail(e);
            } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
                fail(JoinRefusal.NOT_PROVEN);
            }
        }

        private void welcomed(byte[] said) throws IOException, GeneralSecurityException {
            byte[] key = JoinWords.welcomeKey(codeKey, transcript);
            JoinWords.Welcome welcome =
                    JoinWords.Welcome.decode(Sealed.open(key, JoinWords.expect("welcome", said)));
            X509Certificate authority =
                    Certificates.certificate(welcome.authorityCertificate().getBytes());
            certificate().verify(authority.getPublicKey());
            done.tryComplete(new Welcomed(keys, welcome));
        }

        private X509Certificate certificate() throws SSLPeerUnverifiedException {
            return (X509Certificate) socket.sslSession().getPeerCertificates()[0];
        }

        private void fail(JoinRefusal why) {
            done.tryFail(new JoinRefused(why, voter.toString()));
        }

        private void say(byte[] word) {
            socket.write(Frame.of(Frame.Kind.JOIN, word));
        }
    }
}
