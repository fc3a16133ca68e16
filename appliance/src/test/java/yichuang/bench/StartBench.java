package yichuang.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * From the start of {@code scripts/run} to the first ticket acknowledged, on the data of a normal
 * day, and on none. The limit is {@link BareHello} to its first answer, with the same options of
 * the JVM; once as it is, and once with a start-up cache of its own, as the appliance has one. They
 * take turns, so that all see the same machine.
 */
final class StartBench implements Benchmark {
    private static final int ROUNDS = 7;
    private static final int TICKETS_OF_A_DAY = 1_500;

    @Override
    public Figures measure(Options options) throws Exception {
        Path data = options.out().resolve("data");
        Path cache = options.out().resolve("hello.aot");
        List<String> java = prepare(options, data);
        List<String> plain = java.stream().filter(one -> !one.startsWith("-XX:AOT")).toList();
        Files.deleteIfExists(cache);
        hello(options, plain, Optional.of("-XX:AOTCacheOutput=" + cache));
        List<Long> withData = new ArrayList<>();
        List<Long> fresh = new ArrayList<>();
        List<Long> bare = new ArrayList<>();
        List<Long> bareCached = new ArrayList<>();
        for (int round = 0; round < options.scaled(ROUNDS, 3); round++) {
            bare.add(hello(options, plain, Optional.empty()));
            withData.add(firstTicket(options, data));
            bareCached.add(hello(options, plain, Optional.of("-XX:AOTCache=" + cache)));
            fresh.add(firstTicket(options, options.out().resolve("fresh-" + round)));
        }
        double seconds = median(withData);
        double limit = median(bare);
        double cached = median(bareCached);
        boolean hasCache = !plain.equals(java);
        Figures.say("java %s", String.join(" ", java));
        Figures.say(
                "to the first ticket, on a day's data %.2f s, on none %.2f s",
                seconds, median(fresh));
        Figures.say(
                "bare Vert.x + Hazelcast hello %.2f s, with a start-up cache %.2f s",
                limit, cached);
        Figures.say(
                "ratio to the hello %.2f, to the hello with a cache %.2f (to reach: 1.3)",
                seconds / limit, seconds / cached);
        return new Figures()
                .put("seconds", seconds)
                .put("limitSeconds", limit)
                .put("ratio", seconds / limit)
                .put("freshSeconds", median(fresh))
                .put("limitCachedSeconds", cached)
                .put("ratioCached", seconds / cached)
                .put("aotCache", hasCache ? 1 : 0);
    }

    private static List<String> prepare(Options options, Path data) throws Exception {
        try (ServerProcess server = ServerProcess.startOnMonday(options, data);
                HallFront hall = new HallFront(server)) {
            hall.awaitOpen(hall.items().getFirst());
            TicketLoad.tickets(
                    TicketLoad.take(server, hall.items(), "day", 4, TICKETS_OF_A_DAY, 60));
            return server.javaOptions();
        }
    }

    /** {@return nanoseconds} */
    private static long firstTicket(Options options, Path data) throws Exception {
        String item = anItem(options);
        long start = System.nanoTime();
        try (ServerProcess server = ServerProcess.startOnMonday(options, data);
                HallFront hall = new HallFront(server)) {
            hall.awaitOpen(item);
            return System.nanoTime() - start;
        }
    }

    private static String anItem(Options options) throws IOException {
        try (var lines = Files.lines(options.home().resolve("config/catalogue/tax.csv"))) {
            String row = lines.skip(1).findFirst().orElseThrow();
            return row.substring(0, row.indexOf(','));
        }
    }

    /** {@return nanoseconds} */
    private static long hello(Options options, List<String> java, Optional<String> cache)
            throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(java);
        cache.ifPresent(command::add);
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), BareHello.class.getName()));
        long start = System.nanoTime();
        Process process =
                new ProcessBuilder(command)
                        .redirectError(
                                ProcessBuilder.Redirect.appendTo(
                                        options.out().resolve("hello.log").toFile()))
                        .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String port = lines.readLine();
            if (port == null) {
                throw new IOException("the bare hello did not start; see hello.log");
            }
            try (HttpConnection connection = new HttpConnection(Integer.parseInt(port))) {
                connection.get("/", "").expect(200);
            }
            return System.nanoTime() - start;
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static double median(List<Long> nanos) {
        return Percentiles.of(nanos).millis(0.5) / 1e3;
    }
}
