package yichuang.bench.faults;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import yichuang.bench.Options;
import yichuang.bench.ServerProcess;

/** One controller of the hall: its place in the network, its data, and its process at this time. */
final class Node {
    static final int HTTP = 8080;
    static final int LINK = 7000;

    private final Options options;
    private final Cables cables;
    private final Path config;
    private final String name;
    private final boolean votes;
    private final String address;
    private final Path data;
    private ServerProcess process;

    Node(Options options, Cables cables, Path config, String name, boolean votes, Path data)
            throws IOException {
        this.options = options;
        this.config = config;
        this.cables = cables;
        this.name = name;
        this.votes = votes;
        this.address = cables.lay(name);
        this.data = data;
    }

    String name() {
        return name;
    }

    /** {@return whether it is a voter; else it is a satellite} */
    boolean votes() {
        return votes;
    }

    InetSocketAddress http() {
        return new InetSocketAddress(address, HTTP);
    }

    /** {@return where another node reaches it} */
    String link() {
        return address + ":" + LINK;
    }

    Path data() {
        return data;
    }

    /**
     * Starts it, or starts it again on what it has; returns when it says that it is ready.
     *
     * @param more for the first start: how it comes into the hall
     */
    ServerProcess start(String... more) throws IOException {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--node",
                                name,
                                "--config",
                                config.toString(),
                                "--port",
                                String.valueOf(HTTP),
                                "--cluster-host",
                                address,
                                "--cluster-port",
                                String.valueOf(LINK)));
        arguments.addAll(List.of(more));
        process =
                ServerProcess.startUnder(
                        options, cables.at(name), data, arguments.toArray(String[]::new));
        return process;
    }

    ServerProcess process() {
        return process;
    }

    void kill() {
        process.kill();
    }

    /** SIGSTOP: it stands still and does not know; its connections stay open. */
    void stop() throws IOException {
        Shell.run("kill", "-STOP", String.valueOf(process.pid()));
    }

    void goOn() throws IOException {
        Shell.run("kill", "-CONT", String.valueOf(process.pid()));
    }

    void cut(Cables.Cut how) throws IOException {
        cables.cut(name, how);
    }

    void mend() throws IOException {
        cables.mend(name);
    }
}
