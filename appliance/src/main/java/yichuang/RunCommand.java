package yichuang;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import yichuang.cluster.Address;
import yichuang.cluster.JoinCode;
import yichuang.cluster.JoinRefused;
import yichuang.config.ConfigErrors;
import yichuang.hall.NodeId;
import yichuang.hall.NodeRole;

/** {@code scripts/run}: one controller in the foreground, until it is told to stop. */
@Command(
        name = "run",
        description = "启动一台控制器 Starts one controller",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    private static final Logger LOG = Logger.getLogger(RunCommand.class.getName());
    private static final int WRONG_CONFIG = 1;
    private static final int WRONG_USE = 2;

    @Option(names = "--home", hidden = true)
    private Path home = Path.of(".");

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "HTTP port; 0 takes a free one (default 8080)")
    private int port;

    @Option(names = "--data", description = "where the hall keeps its data (default .data)")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--key",
            description = "the hall key (default: beside the data directory, DIR.key)")
    private Optional<Path> key = Optional.empty();

    @Option(names = "--config", description = "the hall (default config/hall.yaml)")
    private Optional<Path> config = Optional.empty();

    @Option(
            names = "--json",
            description =
                    "first line of output: {\"ready\":…,\"tokens\":{…}}, a fresh token for each role")
    private boolean json;

    @Option(
            names = "--clock",
            description =
                    "a test clock: starts at this time, runs at this rate: 2026-03-02T08:00:00+08:00x60")
    private Optional<String> clock = Optional.empty();

    @Option(
            names = "--node",
            defaultValue = "n1",
            description = "this controller's name (default n1)")
    private String node;

    @Option(
            names = "--cluster-port",
            defaultValue = "7400",
            description = "where other controllers reach this one, once there are several (7400)")
    private int clusterPort;

    @Option(
            names = "--cluster-host",
            description = "the address of this controller in the hall's own network")
    private Optional<String> clusterHost = Optional.empty();

    @Option(
            names = "--join",
            arity = "1..*",
            description = "HOST:CLUSTERPORT of voters of the hall to join, at the first start")
    private List<String> join = List.of();

    @Option(names = "--code", description = "the one-time code for joining, made on /admin")
    private Optional<String> code = Optional.empty();

    @Option(names = "--role", description = "voter or satellite: what the code was made for")
    private Optional<String> role = Optional.empty();

    @Option(
            names = "--configure",
            description = "put this controller's configuration in force for all of the hall")
    private boolean configure;

    @Option(
            names = "--rejoin",
            description =
                    "a voter that the hall went on without comes back as a satellite; its log is kept")
    private boolean rejoin;

    @Override
    public Integer call() throws Exception {
        if (!NodeId.isOne(node)) {
            System.err.println(
                    "--node 只能用 1–32 个小写字母、数字和 -。 --node is 1 to 32 of a-z, 0-9 and -: " + node);
            return WRONG_USE;
        }
        if (join.isEmpty() != code.isEmpty()) {
            System.err.println("--join 和 --code 要一起用。 --join and --code belong together.");
            return WRONG_USE;
        }
        Path directory = data.orElse(home.resolve(".data")).toAbsolutePath().normalize();
        Running running;
        try {
            Controller.Options options =
                    new Controller.Options(
                            node,
                            port,
                            directory,
                            key.orElse(directory.resolveSibling(directory.getFileName() + ".key")),
                            config.orElse(home.resolve("config/hall.yaml")),
                            clock,
                            address(),
                            joining(),
                            configure,
                            rejoin);
            running = Running.start(options);
        } catch (ConfigErrors wrong) {
            System.err.println(wrong.getMessage());
            System.err.println(
                    "配置有误，大厅没有启动。 The configuration is wrong; the hall has not started.");
            return WRONG_CONFIG;
        } catch (IOException
                | JoinRefused
                | IllegalArgumentException
                | IllegalStateException problem) {
            System.err.println(problem.getMessage());
            return WRONG_CONFIG;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(running::close, "shutdown"));
        Controller first = running.controller();
        System.out.println(json ? first.tokens() : first.welcome());
        System.out.flush();
        while (running.next()) {
            LOG.log(Level.INFO, "{0} has begun anew", node);
        }
        return 0;
    }

    private Address address() {
        return new Address(clusterHost.orElseGet(OwnAddress::find), clusterPort);
    }

    private Optional<Controller.Join> joining() {
        return code.map(
                typed ->
                        new Controller.Join(
                                join.stream().map(Address::of).toList(),
                                JoinCode.of(typed),
                                role.map(NodeRole::of)));
    }
}
