package yichuang;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import yichuang.config.ConfigErrors;

/** {@code scripts/run}: one controller in the foreground, until it is told to stop. */
@Command(
        name = "run",
        description = "启动一台控制器 Starts one controller",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    private static final int WRONG_CONFIG = 1;
    private static final int WRONG_USE = 2;
    private static final int PORT_MAX = 65_535;

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

    /**
     * Part of the command line already; nobody listens there before there are several controllers.
     */
    @Option(
            names = "--cluster-port",
            description = "where other controllers will reach this one; nobody listens there yet")
    void clusterPort(int asked) {
        if (asked < 0 || asked > PORT_MAX) {
            throw new IllegalArgumentException("--cluster-port is 0 to " + PORT_MAX + ": " + asked);
        }
    }

    @Option(
            names = {"--join", "--code", "--role"},
            hidden = true)
    private List<String> joining = List.of();

    @Override
    public Integer call() throws Exception {
        if (!joining.isEmpty()) {
            System.err.println("这一版只有一台控制器，还不能加入别的大厅。请去掉 --join、--code、--role。");
            System.err.println(
                    "This release runs one controller; it cannot join a hall yet. Leave out --join, --code and --role.");
            return WRONG_USE;
        }
        Path directory = data.orElse(home.resolve(".data")).toAbsolutePath().normalize();
        Controller.Options options =
                new Controller.Options(
                        node,
                        port,
                        directory,
                        key.orElse(directory.resolveSibling(directory.getFileName() + ".key")),
                        config.orElse(home.resolve("config/hall.yaml")),
                        clock);
        Controller controller;
        try {
            controller = Controller.start(options);
        } catch (ConfigErrors wrong) {
            System.err.println(wrong.getMessage());
            System.err.println(
                    "配置有误，大厅没有启动。 The configuration is wrong; the hall has not started.");
            return WRONG_CONFIG;
        } catch (IOException | IllegalArgumentException | IllegalStateException problem) {
            System.err.println(problem.getMessage());
            return WRONG_CONFIG;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(controller::close, "shutdown"));
        System.out.println(json ? controller.tokens() : controller.welcome());
        System.out.flush();
        new CountDownLatch(1).await();
        return 0;
    }
}
