package yichuang.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What live pages cost: 20 boards, 24 consoles and 100 phones (by their tickets' links) on the
 * stream, one call a second and the hold that frees the window again; then 200 streams more. The
 * processor time is the server's whole, with its share at rest shown beside it. The delay runs from
 * the command's answer to the arrival of the change at the last reader, and is 0 when the change
 * was there before the answer.
 */
final class StreamsBench implements Benchmark {
    private static final int BOARDS = 20;
    private static final int CONSOLES = 24;
    private static final int PHONES = 100;
    private static final int MORE = 200;
    private static final int SECONDS = 60;
    private static final int REST_SECONDS = 15;

    private record Load(double cpuPercent, Percentiles delay) {}

    @Override
    public Figures measure(Options options) throws Exception {
        int seconds = options.scaled(SECONDS, 5);
        int rest = options.scaled(REST_SECONDS, 3);
        try (ServerProcess server =
                        ServerProcess.startOnMonday(options, options.out().resolve("data"));
                HallFront hall = new HallFront(server);
                StreamReaders readers = new StreamReaders()) {
            Map.Entry<String, List<String>> window =
                    hall.windows().entrySet().stream()
                            .max(Comparator.comparing(one -> one.getValue().size()))
                            .orElseThrow();
            hall.awaitOpen(window.getValue().getFirst());
            List<String> phones = new ArrayList<>();
            // Threefold: the first calls warm the server up and are not counted.
            for (int i = 0; i < Math.max(3 * seconds + 10, PHONES + MORE); i++) {
                String item = window.getValue().get(i % window.getValue().size());
                String link = hall.take(item).expect(201).json().getString("link");
                phones.add(link.substring(link.lastIndexOf('/') + 1));
            }
            hall.act(window.getKey(), "open").expect(200);
            Load without = calls(server, hall, readers, window.getKey(), seconds);
            readers.add(server.port(), Collections.nCopies(BOARDS, server.token("kiosk")));
            readers.add(server.port(), Collections.nCopies(CONSOLES, server.token("window")));
            readers.add(server.port(), phones.subList(0, PHONES));
            double atRest = restPercent(server, rest);
            int first = readers.size();
            Load few = calls(server, hall, readers, window.getKey(), seconds);
            readers.add(server.port(), phones.subList(PHONES, PHONES + MORE));
            Load many = calls(server, hall, readers, window.getKey(), seconds);
            say(0, without);
            Figures.say("%3d streams, no calls: %.1f %% of a core", first, atRest);
            say(first, few);
            say(readers.size(), many);
            double growth = many.cpuPercent / few.cpuPercent;
            Figures.say("to reach: 15 %%; %d streams more: × %.2f (to reach: 2)", MORE, growth);
            return new Figures()
                    .put("streams", first)
                    .put("cpuPercentOfOneCore", few.cpuPercent)
                    .put("p99DelayMillis", few.delay.millis(0.99))
                    .put("cpuPercentWithoutStreams", without.cpuPercent)
                    .put("cpuPercentAtRest", atRest)
                    .put("moreStreams", readers.size())
                    .put("moreCpuPercentOfOneCore", many.cpuPercent)
                    .put("moreP99DelayMillis", many.delay.millis(0.99))
                    .put("growth", growth);
        }
    }

    private static void say(int streams, Load load) {
        Figures.say(
                "%3d streams, a call a second: %.1f %% of a core, delay p50 %.1f ms, p99 %.1f ms",
                streams, load.cpuPercent, load.delay.millis(0.5), load.delay.millis(0.99));
    }

    private static double restPercent(ServerProcess server, int seconds) throws Exception {
        double cpu = server.cpuSeconds();
        long start = System.nanoTime();
        Thread.sleep(seconds * 1000L);
        return 100 * (server.cpuSeconds() - cpu) / ((System.nanoTime() - start) / 1e9);
    }

    private static Load calls(
            ServerProcess server, HallFront hall, StreamReaders readers, String window, int seconds)
            throws Exception {
        List<String> before = List.copyOf(readers.complete().keySet());
        List<Long> answered = new ArrayList<>();
        double cpu = server.cpuSeconds();
        long start = System.nanoTime();
        for (int second = 0; second < seconds; second++) {
            hall.act(window, "next").expect(200);
            answered.add(System.nanoTime());
            hall.act(window, "hold").expect(200);
            long due = start + (second + 1) * 1_000_000_000L;
            Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
        }
        double percent = 100 * (server.cpuSeconds() - cpu) / ((System.nanoTime() - start) / 1e9);
        return new Load(percent, delays(readers, before, answered));
    }

    /** The calls of this round in log order are the answers in order. */
    private static Percentiles delays(
            StreamReaders readers, List<String> before, List<Long> answered) throws IOException {
        if (readers.size() == 0) {
            return Percentiles.of(List.of(0L));
        }
        List<Long> last =
                readers.complete().entrySet().stream()
                        .filter(one -> !before.contains(one.getKey()))
                        .sorted(Comparator.comparing(one -> Long.parseLong(one.getKey())))
                        .map(one -> one.getValue().lastNanos())
                        .toList();
        if (last.size() != answered.size()) {
            throw new IOException(
                    answered.size() + " calls, but " + last.size() + " reached every reader");
        }
        List<Long> delays = new ArrayList<>();
        for (int i = 0; i < last.size(); i++) {
            delays.add(Math.max(0, last.get(i) - answered.get(i)));
        }
        return Percentiles.of(delays);
    }
}
