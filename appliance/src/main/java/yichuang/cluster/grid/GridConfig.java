package yichuang.cluster.grid;

import com.hazelcast.config.ClassFilter;
import com.hazelcast.config.Config;
import com.hazelcast.config.InMemoryFormat;
import com.hazelcast.config.JavaSerializationFilterConfig;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MultiMapConfig;
import com.hazelcast.config.NetworkConfig;
import com.hazelcast.config.ReplicatedMapConfig;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import yichuang.cluster.NodeIdentity;

/** Hazelcast and the event bus as a hall has them; each setting with its reason. */
final class GridConfig {
    static final String NODE = "yichuang.node";
    static final String SHARED = "shared";

    /** By this the cluster manager of Vert.x knows a member that it did not start itself. */
    private static final String VERTX_NODE = "__vertx.nodeId";

    /** Of n nodes three may go at once, and the event bus still knows who listens. */
    private static final int BACKUPS = 3;

    private GridConfig() {}

    static Config hazelcast(GridSettings settings, int port, List<String> members) {
        Config config = new Config();
        config.setClusterName(settings.identity().hall());
        config.getMemberAttributeConfig()
                .setAttribute(NODE, settings.identity().node())
                .setAttribute(VERTX_NODE, UUID.randomUUID().toString());
        network(config.getNetworkConfig(), settings.host(), port, members);
        properties(config, settings);
        config.getJetConfig().setEnabled(false);
        config.getMetricsConfig().setEnabled(false);
        config.getIntegrityCheckerConfig().setEnabled(false);
        config.getSerializationConfig().setJavaSerializationFilterConfig(filter());
        config.addMultiMapConfig(
                new MultiMapConfig("__vertx.subs")
                        .setBackupCount(BACKUPS)
                        .setValueCollectionType(MultiMapConfig.ValueCollectionType.SET));
        config.addMapConfig(new MapConfig("__vertx.nodeInfo").setBackupCount(BACKUPS));
        config.addReplicatedMapConfig(
                new ReplicatedMapConfig(SHARED)
                        .setAsyncFillup(true)
                        .setInMemoryFormat(InMemoryFormat.BINARY));
        return config;
    }

    private static void network(
            NetworkConfig network, String host, int port, List<String> members) {
        network.setPort(port).setPortAutoIncrement(false).setReuseAddress(true);
        network.getInterfaces().setEnabled(true).addInterface(host);
        JoinConfig join = network.getJoin();
        join.getMulticastConfig().setEnabled(false);
        join.getAutoDetectionConfig().setEnabled(false);
        join.getTcpIpConfig().setEnabled(true).setMembers(members).setConnectionTimeoutSeconds(2);
    }

    private static void properties(Config config, GridSettings settings) {
        String merge = Long.toString(settings.mergeEvery().toSeconds());
        config.setProperty("hazelcast.heartbeat.interval.seconds", "1");
        config.setProperty("hazelcast.max.no.heartbeat.seconds", "5");
        config.setProperty("hazelcast.merge.first.run.delay.seconds", merge);
        config.setProperty("hazelcast.merge.next.run.delay.seconds", merge);
        config.setProperty("hazelcast.socket.bind.any", "false");
        config.setProperty("hazelcast.phone.home.enabled", "false");
        config.setProperty("hazelcast.shutdownhook.enabled", "false");
        config.setProperty("hazelcast.jmx", "false");
        config.setProperty("hazelcast.logging.type", "jdk");
        config.setProperty("hazelcast.health.monitoring.level", "OFF");
        config.setProperty("hazelcast.slow.operation.detector.enabled", "false");
        // A hall has a handful of nodes and few entries: fewer partitions migrate sooner, fewer
        // threads cost less memory. Every node must have the same number of partitions.
        config.setProperty("hazelcast.partition.count", "31");
        config.setProperty("hazelcast.operation.thread.count", "2");
        config.setProperty("hazelcast.operation.generic.thread.count", "2");
        config.setProperty("hazelcast.io.thread.count", "1");
        config.setProperty("hazelcast.event.thread.count", "1");
        config.setProperty("hazelcast.clientengine.thread.count", "1");
        // Alone at once, instead of waiting 5 s for company: the others are found by merging.
        config.setProperty("hazelcast.wait.seconds.before.join", "0");
        config.setProperty("hazelcast.max.join.seconds", "20");
        config.setProperty("hazelcast.operation.call.timeout.millis", "10000");
        config.setProperty("hazelcast.graceful.shutdown.max.wait", "3");
    }

    /**
     * What the event bus puts into its maps, and the failures that Hazelcast's members send each
     * other as Java objects: without the latter a member that leaves makes the others hang.
     */
    private static JavaSerializationFilterConfig filter() {
        ClassFilter allowed =
                new ClassFilter()
                        .addPackages("java.lang", "java.util", "java.util.concurrent", "java.io")
                        .addPrefixes(
                                "com.hazelcast.",
                                "io.vertx.spi.cluster.hazelcast.impl.",
                                "[Ljava.lang.");
        return new JavaSerializationFilterConfig().setDefaultsDisabled(true).setWhitelist(allowed);
    }

    /**
     * {@return the event bus under mutual TLS}
     *
     * <p>The bus of Vert.x 5.0.7 passes its options on as JSON, which keys and rules made in code
     * do not survive. So it gets PEM and a revocation list, and its rule is Java's own: signed by
     * this hall, within its dates, not revoked when the grid was opened.
     */
    static EventBusOptions eventBus(GridSettings settings, int port)
            throws CertificateEncodingException {
        NodeIdentity identity = settings.identity();
        Buffer own = pem("CERTIFICATE", identity.certificate().getEncoded());
        Buffer key = pem("PRIVATE KEY", identity.key().getEncoded());
        Buffer authority = pem("CERTIFICATE", identity.authority().getEncoded());
        EventBusOptions bus = new EventBusOptions();
        bus.setHost(settings.host()).setPort(port);
        bus.setSsl(true).setEnabledSecureTransportProtocols(Set.of("TLSv1.3"));
        bus.setKeyCertOptions(new PemKeyCertOptions().addCertValue(own).addKeyValue(key));
        bus.setTrustOptions(new PemTrustOptions().addCertValue(authority));
        if (!settings.revoked().isEmpty()) {
            bus.addCrlValue(
                    Buffer.buffer(RevokedList.of(identity.authority(), settings.revoked())));
        }
        bus.setClientAuth(ClientAuth.REQUIRED).setTcpNoDelay(true).setConnectTimeout(2_000);
        bus.setSslHandshakeTimeout(2).setSslHandshakeTimeoutUnit(TimeUnit.SECONDS);
        // A stopped node is hung up on before what waits for it fills the memory.
        bus.setClusterPingInterval(1_000).setClusterPingReplyInterval(3_000);
        return bus;
    }

    private static Buffer pem(String kind, byte[] der) {
        String text = Base64.getMimeEncoder().encodeToString(der);
        return Buffer.buffer(
                "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                        .formatted(kind, text, kind)
                        .getBytes(StandardCharsets.US_ASCII));
    }
}
