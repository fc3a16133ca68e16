package yichuang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import yichuang.bench.day.DayBench;
import yichuang.bench.faults.FaultsBench;
import yichuang.bench.faults.IslandsBench;
import yichuang.bench.reconcile.ReconcileBench;
import yichuang.storm.StormBench;

/** {@code scripts/bench NAME …}: finds the benchmark, runs it, prints its figures. */
public final class Bench {
    private static final int USAGE = 2;

    /** Times the policy in this process and prints for itself. */
    private static final String CHOOSE = "choose";

    /** Figures of parts that are built later; none of them is guessed at. */
    private static final List<String> LATER =
            List.of("exact", "simulate", "forecast", "figures", "powercut");

    private Bench() {}

    private static Map<String, Benchmark> byName() {
        Map<String, Benchmark> benchmarks = new LinkedHashMap<>();
        benchmarks.put("day", new DayBench());
        benchmarks.put("cluster", new ClusterBench());
        benchmarks.put("faults", new FaultsBench());
        benchmarks.put("islands", new IslandsBench());
        benchmarks.put("ticket", new TicketBench());
        benchmarks.put("throughput", new ThroughputBench());
        benchmarks.put("fill", new FillBench());
        benchmarks.put("memory", new MemoryBench());
        benchmarks.put("start", new StartBench());
        benchmarks.put("streams", new StreamsBench());
        benchmarks.put("storm", new StormBench());
        benchmarks.put("reconcile", new ReconcileBench());
        benchmarks.put("boards", new BoardsBench());
        benchmarks.put("key-to-led", new KeyToLedBench());
        return benchmarks;
    }

    /** The project's folder, the name, and its options. */
    public static void main(String[] arguments) throws Exception {
        Map<String, Benchmark> benchmarks = byName();
        String name = arguments.length < 2 ? "" : arguments[1];
        if (name.equals(CHOOSE)) {
            ChooseBench.main(Arrays.copyOfRange(arguments, 2, arguments.length));
            return;
        }
        Benchmark benchmark = benchmarks.get(name);
        if (benchmark == null) {
            refuse(name, benchmarks);
            System.exit(USAGE);
        }
        Options options;
        try {
            options =
                    Options.parse(
                            Path.of(arguments[0]),
                            name,
                            Arrays.copyOfRange(arguments, 2, arguments.length));
        } catch (IllegalArgumentException e) {
            System.err.println("参数不对 Not an argument: " + e.getMessage());
            System.exit(USAGE);
            return;
        }
        emptied(options.out());
        System.out.println(benchmark.measure(options).json());
        System.exit(0);
    }

    private static void refuse(String name, Map<String, Benchmark> benchmarks) {
        System.err.println(
                LATER.contains(name)
                        ? name + " 属于以后的部分。 comes with a later part."
                        : "没有这个名称 There is no benchmark of this name: " + name);
        System.err.println("可用 There are: " + String.join(" ", benchmarks.keySet()) + " " + CHOOSE);
        System.err.println("以后 Later: " + String.join(" ", LATER));
    }

    /** Every run begins with empty data; what an earlier one left there is removed. */
    private static void emptied(Path out) throws IOException {
        Path mark = out.resolve(".bench");
        if (Files.exists(out) && !Files.exists(mark)) {
            try (Stream<Path> inside = Files.list(out)) {
                if (inside.findAny().isPresent()) {
                    throw new IOException(out + " is not empty and not from an earlier run");
                }
            }
        }
        if (Files.exists(out)) {
            try (Stream<Path> all = Files.walk(out)) {
                for (Path one : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(one);
                }
            }
        }
        Files.createDirectories(out);
        Files.createFile(mark);
    }
}
