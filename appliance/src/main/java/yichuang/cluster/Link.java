package yichuang.cluster;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.TrustOptions;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * The nodes' own line to each other: framed TCP under mutual TLS 1.3, so that the order of commands
 * needs nothing else to work. A peer is who its certificate says it is.
 *
 * <p>Each node dials each peer it was told of ({@link #peers}) and speaks on that connection; see
 * {@link Outgoing}. All methods are for any thread and none blocks.
 */
public final class Link {
    static final String TLS = "TLSv1.3";
    private static final int CONNECT_MILLIS_MAX = 2_000;

    /** The first handshake of a machine that has just started, beside everything else it starts. */
    private static final int HANDSHAKE_MILLIS_MAX = 8_000;

    private static final int REOPEN_AFTER_HEARTBEATS = 2;
    private static final int WRITE_QUEUE_BYTES = 256 * 1024;

    private final Vertx vertx;
    private final LinkSettings settings;
    private final Trust trust;
    private final NodeCertificate certificate;
    private final Map<String, Outgoing> peers = new ConcurrentHashMap<>();
    private final Map<NetSocket, Incoming> visitors = new HashMap<>();
    private final Set<String> live = ConcurrentHashMap.newKeySet();
    private final Doorway doorway;
    private final Line line = new Line();
    private volatile boolean changedOver = true;
    private volatile BiConsumer<String, byte[]> raft = (_, _) -> {};
    private volatile RequestHandler requests =
            (_, _) -> Future.failedFuture("this node answers no requests yet");

    private Link(Vertx vertx, LinkSettings settings, NodeIdentity identity, Trust trust) {
        this.vertx = vertx;
        this.settings = settings;
        this.trust = trust;
        this.certificate = new NodeCertificate(identity);
        this.doorway = new Doorway(vertx, this::isLive);
    }

    /**
     * Opens the port and starts to listen.
     *
     * @return the link; fails when the port is taken
     */
    public static Future<Link> open(
            Vertx vertx, LinkSettings settings, NodeIdentity identity, Trust trust) {
        Link link = new Link(vertx, settings, identity, trust);
        return vertx.deployVerticle(link.line).map(_ -> link);
    }

    /** {@return the port that is open} */
    public int port() {
        return line.server.actualPort();
    }

    /** {@return who this node is to the others} */
    public NodeIdentity identity() {
        return certificate.identity();
    }

    /**
     * Shows a renewed certificate from now on; connections of its own are changed over one by one,
     * without an end, a little later.
     */
    public void renew(NodeIdentity renewed) {
        certificate.renew(renewed);
        changedOver = false;
        peers.keySet().forEach(this::reopen);
    }

    /**
     * {@return whether every connection was opened with the certificate that this node has now}
     * Until then another renewal would revoke one that is in use.
     */
    public boolean changedOver() {
        return changedOver;
    }

    /** A peer has a renewed certificate: the connection to it is changed over a little later. */
    public void reopen(String node) {
        line.run(() -> line.reopenSoon(node));
    }

    /**
     * Says who the peers are and where they listen: new ones are dialled, moved ones dialled anew,
     * missing ones hung up. This node itself is left out.
     */
    public void peers(Map<String, Address> addresses) {
        Map<String, Address> now = new HashMap<>(addresses);
        now.remove(identity().node());
        line.run(() -> line.turnTo(now));
    }

    /** Sends bytes of Raft, which need not arrive: dropped when the peer is down or too slow. */
    public void send(String node, byte[] message) {
        find(node).ifPresent(peer -> peer.raft(message));
    }

    /** {@return whether what is sent to a node now is likely to arrive} */
    public boolean reaches(String node) {
        return find(node).map(Outgoing::state).filter(PeerState::up).isPresent();
    }

    /** Hears what peers' Raft sends, in order, on the link's event loop: must not block. */
    public void listen(BiConsumer<String, byte[]> listener) {
        raft = listener;
    }

    /**
     * Asks a peer something; sent at most once.
     *
     * @param deadline from now, in real time
     * @return the answer, or {@link RequestFailed} which says whether it may have been done
     */
    public Future<byte[]> request(String node, byte[] bytes, Duration deadline) {
        return find(node)
                .map(peer -> peer.request(bytes, deadline))
                .orElseGet(
                        () ->
                                Future.failedFuture(
                                        new RequestFailed(
                                                RequestFailed.Known.NOT_SENT,
                                                node + " is no peer of this node")));
    }

    /** Answers what peers ask. */
    public void onRequest(RequestHandler handler) {
        requests = handler;
    }

    /** Lets new nodes in by their codes, at this port. */
    public void admit(JoinDesk desk) {
        doorway.open(desk);
    }

    /** {@return how this node stands with each peer, by name} */
    public List<PeerState> states() {
        return peers.values().stream()
                .map(Outgoing::state)
                .sorted(Comparator.comparing(PeerState::node))
                .toList();
    }

    /** {@return Raft messages to a peer that were dropped because it was slow or went away} */
    public long dropped(String node) {
        return find(node).map(Outgoing::dropped).orElse(0L);
    }

    /** {@return when all connections and the port are closed} */
    public Future<Void> close() {
        return vertx.undeploy(line.deploymentID()).mapEmpty();
    }

    private boolean isLive(String node) {
        return node.equals(identity().node()) || live.contains(node) || reaches(node);
    }

    private Optional<Outgoing> find(String node) {
        return Optional.ofNullable(peers.get(node));
    }

    /** The event loop on which everything happens. */
    private final class Line extends VerticleBase {
        private NetServer server;
        private NetClient client;
        private final RefusedOnce refused = new RefusedOnce();

        private void run(Runnable task) {
            Context loop = context;
            loop.runOnContext(_ -> task.run());
        }

        @Override
        public Future<?> start() {
            KeyCertOptions key = KeyCertOptions.wrap(certificate);
            TrustOptions trusted = TrustOptions.wrap(trust.manager());
            NetClientOptions dial =
                    new NetClientOptions()
                            .setConnectTimeout(CONNECT_MILLIS_MAX)
                            .setHostnameVerificationAlgorithm("");
            dial.setSsl(true).setKeyCertOptions(key).setTrustOptions(trusted);
            dial.setEnabledSecureTransportProtocols(Set.of(TLS)).setTcpNoDelay(true);
            dial.setSslHandshakeTimeout(HANDSHAKE_MILLIS_MAX)
                    .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
            client = vertx.createNetClient(dial);
            NetServerOptions answer =
                    new NetServerOptions()
                            .setHost(settings.host())
                            .setPort(settings.port())
                            .setClientAuth(ClientAuth.REQUEST);
            answer.setSsl(true).setKeyCertOptions(key).setTrustOptions(trusted);
            answer.setEnabledSecureTransportProtocols(Set.of(TLS)).setTcpNoDelay(true);
            answer.setSslHandshakeTimeout(HANDSHAKE_MILLIS_MAX)
                    .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
            server =
                    vertx.createNetServer(answer)
                            .connectHandler(this::welcome)
                            .exceptionHandler(why -> refused.say(why.toString()));
            vertx.setPeriodic(settings.limits().heartbeat().toMillis(), _ -> tick());
            return server.listen();
        }

        @Override
        public Future<?> stop() {
            peers.values().forEach(Outgoing::close);
            return Future.join(server.close(), client.close());
        }

        private void turnTo(Map<String, Address> addresses) {
            for (String node : List.copyOf(peers.keySet())) {
                if (!addresses.containsKey(node)) {
                    peers.remove(node).close();
                }
            }
            addresses.forEach(
                    (node, address) ->
                            find(node)
                                    .ifPresentOrElse(
                                            peer -> peer.move(address), () -> dial(node, address)));
        }

        /** By then the peer shows what the hall already knows it by. */
        private void reopenSoon(String node) {
            vertx.setTimer(
                    REOPEN_AFTER_HEARTBEATS * settings.limits().heartbeat().toMillis(),
                    _ -> find(node).ifPresent(Outgoing::reopen));
        }

        private void dial(String node, Address address) {
            Outgoing peer = new Outgoing(node, address, vertx, client, trust, settings, this::run);
            peers.put(node, peer);
            peer.dial();
        }

        private void welcome(NetSocket socket) {
            socket.setWriteQueueMaxSize(WRITE_QUEUE_BYTES);
            try {
                X509Certificate shown =
                        (X509Certificate) socket.sslSession().getPeerCertificates()[0];
                Incoming visitor =
                        new Incoming(
                                trust.node(shown),
                                shown,
                                socket,
                                trust,
                                settings.limits(),
                                new Ears(
                                        (node, message) -> raft.accept(node, message),
                                        (node, request) -> requests.answer(node, request),
                                        this::run));
                visitors.put(socket, visitor);
                socket.closeHandler(_ -> gone(socket));
                alive();
                visitor.listen();
            } catch (SSLPeerUnverifiedException e) {
                doorway.enter(socket); // no certificate: somebody who wants one
            } catch (CertificateException e) {
                refused.say(e.getMessage());
                socket.close();
            }
        }

        private void gone(NetSocket socket) {
            visitors.remove(socket);
            alive();
        }

        private void alive() {
            Set<String> now = new LinkedHashSet<>();
            visitors.values().forEach(visitor -> now.add(visitor.node()));
            live.retainAll(now);
            live.addAll(now);
        }

        private void tick() {
            peers.values().forEach(Outgoing::tick);
            List.copyOf(visitors.values()).forEach(Incoming::tick);
            changedOver = changedOver || allShowTheNewest();
        }

        private boolean allShowTheNewest() {
            X509Certificate newest = identity().certificate();
            return Stream.concat(
                            visitors.keySet().stream(),
                            peers.values().stream().flatMap(peer -> peer.socket().stream()))
                    .map(socket -> socket.sslSession().getLocalCertificates())
                    .allMatch(shown -> shown != null && newest.equals(shown[0]));
        }
    }
}
