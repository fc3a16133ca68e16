package yichuang.bench;

import java.util.List;

/**
 * How long one person waits for the ticket to be certain: one client, one voter, one ticket after
 * the other, each on disk before it is answered. After every ticket one bare {@code fdatasync} on
 * the same file system, so that both see the same disk.
 */
final class TicketBench implements Benchmark {
    private static final int WARM_UP = 15_000;
    private static final int REQUESTS = 5_000;

    @Override
    public Figures measure(Options options) throws Exception {
        int requests = options.scaled(REQUESTS, 100);
        int warmUp = options.scaled(WARM_UP, 100);
        long[] tickets = new long[requests];
        long[] bare = new long[requests];
        try (ServerProcess server =
                        ServerProcess.startOnMonday(options, options.out().resolve("data"));
                HallFront hall = new HallFront(server);
                Fdatasync disk = new Fdatasync(options.out().resolve("bare"))) {
            List<String> items = hall.items();
            hall.awaitOpen(items.getFirst());
            for (int i = -warmUp; i < requests; i++) {
                String item = items.get(Math.floorMod(i, items.size()));
                long start = System.nanoTime();
                hall.take(item).expect(201);
                long nanos = System.nanoTime() - start;
                long sync = disk.once();
                if (i >= 0) {
                    tickets[i] = nanos;
                    bare[i] = sync;
                }
            }
        }
        Percentiles ticket = Percentiles.of(tickets, requests);
        Percentiles limit = Percentiles.of(bare, requests);
        double ratio = ticket.micros(0.5) / limit.micros(0.5);
        Figures.say("%d tickets after %d to warm up", requests, warmUp);
        Figures.say(
                "ticket     p50 %6.0f µs   p99 %6.0f µs", ticket.micros(0.5), ticket.micros(0.99));
        Figures.say(
                "fdatasync  p50 %6.0f µs   p99 %6.0f µs", limit.micros(0.5), limit.micros(0.99));
        Figures.say("ratio of the medians %.2f (to reach: 3)", ratio);
        return new Figures()
                .put("p50Micros", ticket.micros(0.5))
                .put("p99Micros", ticket.micros(0.99))
                .put("limitMicros", limit.micros(0.5))
                .put("limitP99Micros", limit.micros(0.99))
                .put("ratio", ratio)
                .put("requests", requests);
    }
}
