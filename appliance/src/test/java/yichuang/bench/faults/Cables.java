package yichuang.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The network of the hall on this machine: a bridge, and a namespace with one cable to it for each
 * node. The clients sit at the bridge and reach every node whatever is cut between the nodes, as
 * the kiosk on a controller's own desk does.
 *
 * <p>All names begin with {@code yc-}. What an earlier run left behind, after a crash too, is
 * removed before this one begins: processes in those namespaces, the namespaces, bridge and disks.
 */
final class Cables implements AutoCloseable {
    /** Which packets of a node are dropped, to and from the other nodes. */
    enum Cut {
        /** Nothing comes in, nothing goes out. */
        BOTH_WAYS,
        /** It speaks and does not hear. */
        DEAF,
        /** It hears and does not speak. */
        MUTE
    }

    private static final String BRIDGE = "yc-br";
    private static final String NAMES = "yc-";
    private static final String NET = "10.231.77.";
    private static final int CLIENTS = 254;
    private static final Path DISKS = Path.of("/run/yc-disks");

    private int nodes;

    Cables() throws IOException {
        clear();
        Shell.run("ip", "link", "add", BRIDGE, "type", "bridge");
        Shell.run("ip", "addr", "add", NET + CLIENTS + "/24", "dev", BRIDGE);
        Shell.run("ip", "link", "set", BRIDGE, "up");
    }

    /** Lays a cable for one more node. {@return its address} */
    String lay(String node) throws IOException {
        nodes++;
        String space = space(node);
        String address = NET + (10 + nodes);
        String here = NAMES + "v" + nodes;
        Shell.run("ip", "netns", "add", space);
        Shell.run(
                "ip", "link", "add", here, "type", "veth", "peer", "name", "eth0", "netns", space);
        Shell.run("ip", "link", "set", here, "master", BRIDGE, "up");
        Shell.run("ip", "-n", space, "addr", "add", address + "/24", "dev", "eth0");
        Shell.run("ip", "-n", space, "link", "set", "eth0", "up");
        Shell.run("ip", "-n", space, "link", "set", "lo", "up");
        return address;
    }

    /** {@return what a command is put behind to run at this node} */
    List<String> at(String node) {
        return List.of("ip", "netns", "exec", space(node));
    }

    /** Drops the packets between this node and the others; no end of a connection hears of it. */
    void cut(String node, Cut how) throws IOException {
        String others = NET + "0/24";
        String clients = NET + CLIENTS;
        StringBuilder rules = new StringBuilder("table ip yc {\n");
        if (how != Cut.MUTE) {
            rules.append("chain in { type filter hook input priority 0;\n")
                    .append("ip saddr " + others + " ip saddr != " + clients + " drop\n}\n");
        }
        if (how != Cut.DEAF) {
            rules.append("chain out { type filter hook output priority 0;\n")
                    .append("ip daddr " + others + " ip daddr != " + clients + " drop\n}\n");
        }
        Shell.feed(
                rules.append("}\n").toString(),
                "ip",
                "netns",
                "exec",
                space(node),
                "nft",
                "-f",
                "-");
    }

    void mend(String node) throws IOException {
        Shell.run("ip", "netns", "exec", space(node), "nft", "delete", "table", "ip", "yc");
    }

    /** {@return a folder on a small disk of its own} */
    Path smallDisk(String node, int mebibytes) throws IOException {
        Path disk = Files.createDirectories(DISKS.resolve(node));
        Shell.run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "yc", disk.toString());
        return disk;
    }

    private static String space(String node) {
        return NAMES + node;
    }

    private static void clear() throws IOException {
        for (String line : Shell.run("ip", "netns", "list").lines().toList()) {
            String space = line.split(" ", 2)[0];
            if (space.startsWith(NAMES)) {
                for (String pid : Shell.run("ip", "netns", "pids", space).lines().toList()) {
                    Shell.tryRun("kill", "-9", pid);
                }
                Shell.run("ip", "netns", "del", space);
            }
        }
        Shell.tryRun("ip", "link", "del", BRIDGE);
        if (Files.exists(DISKS)) {
            try (var disks = Files.list(DISKS)) {
                for (Path disk : disks.toList()) {
                    Shell.tryRun("umount", "--lazy", disk.toString());
                    Files.delete(disk);
                }
            }
            Files.delete(DISKS);
        }
    }

    @Override
    public void close() throws IOException {
        clear();
    }
}
