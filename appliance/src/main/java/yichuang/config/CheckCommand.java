package yichuang.config;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import yichuang.hall.NodeId;

/**
 * {@code check FILE}: would a hall start with this configuration? Prints one line of counts and
 * ends with 0, or every problem and ends with 1. Any file of a hall may be named; the whole hall it
 * belongs to is checked, since files refer to one another.
 */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "检查大厅设置，指出不对的行 · check a hall's configuration, line by line")
public final class CheckCommand implements Callable<Integer> {
    private static final String HALL = "hall.yaml";

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "hall.yaml，或它旁边的文件 · or a file beside it")
    private Path file;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Path hall = hallOf(file);
        try {
            Config config = Config.load(hall);
            out.println(summary(config));
            nodes(config).ifPresent(out::println);
            return 0;
        } catch (ConfigErrors errors) {
            errors.problems().forEach(out::println);
            int count = errors.problems().size();
            out.println(
                    hall
                            + "："
                            + count
                            + " 处不对，大厅不会启动 · problems: "
                            + count
                            + ", no hall starts with this");
            return 1;
        } finally {
            out.flush();
        }
    }

    /** {@return the hall's own file: in the named folder, beside the named file, or one above} */
    private static Path hallOf(Path named) {
        if (Files.isDirectory(named)) {
            return named.resolve(HALL);
        }
        Path folder = Optional.ofNullable(named.getParent()).orElse(Path.of(""));
        Path above = folder.resolve("..").normalize();
        boolean part =
                Stream.of("catalogue", "themes", "calendar", "devices").anyMatch(folder::endsWith);
        return part && Files.isRegularFile(above.resolve(HALL)) ? above.resolve(HALL) : named;
    }

    /** The files cannot know which controllers there are; a person who reads the names does. */
    private static Optional<String> nodes(Config config) {
        Map<String, Long> nodes =
                config.devices().stream()
                        .flatMap(device -> device.node().stream())
                        .collect(
                                Collectors.groupingBy(
                                        NodeId::value, TreeMap::new, Collectors.counting()));
        String names =
                nodes.entrySet().stream()
                        .map(each -> each.getKey() + "×" + each.getValue())
                        .collect(Collectors.joining(" "));
        return Optional.of(
                        "接有设备的控制器："
                                + names
                                + "，核对是否就是它们的 --node 名字 · controllers with devices of their own; compare"
                                + " with their --node names")
                .filter(line -> !nodes.isEmpty());
    }

    private static String summary(Config config) {
        int terminals = config.terminals().size();
        int windows = config.setup().windows().size() - terminals;
        int items = config.setup().items().size();
        int departments = config.departments().size();
        int themes = config.setup().themes().size();
        int staff = config.people().size();
        return String.format(
                "%s：%d 个窗口，%d 台自助终端，%d 个部门 %d 个事项，%d 个套餐，%d 人，日历 %s，没有问题 · windows: %d, terminals:"
                        + " %d, departments: %d, items: %d, themes: %d, staff: %d; no problem",
                config.file(),
                windows,
                terminals,
                departments,
                items,
                themes,
                staff,
                config.calendarYears(),
                windows,
                terminals,
                departments,
                items,
                themes,
                staff);
    }
}
