package yichuang.bench;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What further controllers cost: tickets a second with 64 clients, and one client's wait, in a hall
 * of one, three and five voters, and of three voters with 2, 10 and 30 satellites. All are
 * processes on this machine, which share its cores with each other and the clients, so the figures
 * tell what a command costs altogether rather than what five machines could do.
 */
final class ClusterBench implements Benchmark {
    private static final int CLIENTS = 64;
    private static final int TICKETS = 6_000; // for each of six figures: a hall keeps 50,000 keys
    private static final int ALONE = 500;
    private static final double SECONDS_MAX = 20;
    private static final int REST_MILLIS = 10_000;

    private final AtomicInteger runs = new AtomicInteger();

    @Override
    public Figures measure(Options options) throws Exception {
        Figures figures = new Figures();
        try (HallOfNodes hall = new HallOfNodes(options, "five")) {
            hall.grow("voter", 4);
            load(options, hall, "voters5", figures);
        }
        try (HallOfNodes hall = new HallOfNodes(options, "one")) {
            load(options, hall, "voters1", figures);
            hall.grow("voter", 2);
            load(options, hall, "voters3", figures);
            int satellites = 0;
            for (int wanted : List.of(2, 10, 30)) {
                hall.grow("satellite", wanted - satellites);
                satellites = wanted;
                load(options, hall, "satellites" + wanted, figures);
                if (wanted == 2) {
                    Thread.sleep(REST_MILLIS);
                    double resident = hall.last().memoryMiB("VmRSS");
                    Figures.say("a satellite at rest: %.0f MiB resident", resident);
                    figures.put("satelliteResidentMiB", resident)
                            .put(
                                    "satelliteWithoutMappedFilesMiB",
                                    resident - hall.last().memoryMiB("RssFile"));
                }
            }
        }
        return figures;
    }

    private void load(Options options, HallOfNodes hall, String name, Figures figures)
            throws Exception {
        ServerProcess leader = hall.leader();
        List<String> items;
        try (HallFront front = new HallFront(leader, hall.tokens())) {
            items = front.items();
            JsonObject open = front.awaitOpen(items.getFirst());
            if (open.getString("number").isEmpty()) {
                throw new IllegalStateException("a ticket without a number");
            }
        }
        String run = name + runs.incrementAndGet();
        int tickets = options.scaled(TICKETS, 200);
        take(leader, hall, items, run + "warm", CLIENTS, tickets / 6);
        ManyClients.Seen alone =
                take(leader, hall, items, run + "alone", 1, options.scaled(ALONE, 50));
        ManyClients.Seen many = take(leader, hall, items, run, CLIENTS, tickets);
        Percentiles latency = many.latency();
        Figures.say(
                "%-12s %6.0f a second, p50 %.1f ms, p99 %.1f ms; one client p50 %.2f ms, p99 %.2f"
                        + " ms",
                name,
                many.perSecond(),
                latency.millis(0.5),
                latency.millis(0.99),
                alone.latency().millis(0.5),
                alone.latency().millis(0.99));
        figures.put(name + "PerSecond", many.perSecond())
                .put(name + "P50Millis", latency.millis(0.5))
                .put(name + "P99Millis", latency.millis(0.99))
                .put(name + "AloneP50Millis", alone.latency().millis(0.5))
                .put(name + "AloneP99Millis", alone.latency().millis(0.99));
    }

    private static ManyClients.Seen take(
            ServerProcess leader,
            HallOfNodes hall,
            List<String> items,
            String run,
            int clients,
            int tickets)
            throws Exception {
        ManyClients.Seen seen =
                TicketLoad.take(
                        leader.port(),
                        hall.tokens().getString("kiosk"),
                        items,
                        run,
                        clients,
                        tickets,
                        SECONDS_MAX);
        if (TicketLoad.tickets(seen).isEmpty()) {
            throw new IllegalStateException("nobody got a ticket");
        }
        return seen;
    }
}
