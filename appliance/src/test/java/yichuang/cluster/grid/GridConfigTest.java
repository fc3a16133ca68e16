package yichuang.cluster.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the hall's IT was promised of Hazelcast. */
class GridConfigTest {
    @TempDir Path dir;

    private Config config() throws Exception {
        try (Grids grids = new Grids(dir, 0)) {
            return GridConfig.hazelcast(
                    GridSettings.of("127.0.0.1", 7401, grids.identity("n1"), Set.of()),
                    7401,
                    List.of("127.0.0.1:7501"));
        }
    }

    @Test
    void a_node_looks_for_nobody_it_was_not_told_of_and_calls_no_one_outside() throws Exception {
        Config config = config();
        JoinConfig join = config.getNetworkConfig().getJoin();
        assertFalse(join.getMulticastConfig().isEnabled());
        assertFalse(join.getAutoDetectionConfig().isEnabled());
        assertFalse(join.isAutoDetectionEnabled());
        assertTrue(join.getTcpIpConfig().isEnabled());
        assertEquals(List.of("127.0.0.1:7501"), join.getTcpIpConfig().getMembers());
        assertEquals("false", config.getProperty("hazelcast.phone.home.enabled"));
        assertFalse(config.getJetConfig().isEnabled());
        assertFalse(config.getManagementCenterConfig().isScriptingEnabled());
        assertFalse(config.getUserCodeDeploymentConfig().isEnabled());
    }

    @Test
    void it_listens_at_one_address_and_one_port() throws Exception {
        Config config = config();
        assertTrue(config.getNetworkConfig().getInterfaces().isEnabled());
        assertEquals(
                List.of("127.0.0.1"),
                List.copyOf(config.getNetworkConfig().getInterfaces().getInterfaces()));
        assertEquals("false", config.getProperty("hazelcast.socket.bind.any"));
        assertEquals(7401, config.getNetworkConfig().getPort());
        assertFalse(config.getNetworkConfig().isPortAutoIncrement());
    }

    @Test
    void a_silent_member_is_gone_after_five_seconds_and_parts_look_for_each_other_every_five()
            throws Exception {
        Config config = config();
        assertEquals("1", config.getProperty("hazelcast.heartbeat.interval.seconds"));
        assertEquals("5", config.getProperty("hazelcast.max.no.heartbeat.seconds"));
        assertEquals("5", config.getProperty("hazelcast.merge.first.run.delay.seconds"));
        assertEquals("5", config.getProperty("hazelcast.merge.next.run.delay.seconds"));
        assertFalse(config.isLiteMember());
        assertEquals(3, config.getMultiMapConfig("__vertx.subs").getBackupCount());
        assertEquals(3, config.getMapConfig("__vertx.nodeInfo").getBackupCount());
    }
}
