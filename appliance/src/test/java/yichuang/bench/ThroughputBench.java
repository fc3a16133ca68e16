package yichuang.bench;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How many tickets a second, with 64 clients on the same cores, every one on disk. Afterwards the
 * process is killed and started again, and every acknowledged ticket must be there, the numbers
 * without a gap. The bare limit, 64 threads that share their syncs, is taken before and after.
 */
final class ThroughputBench implements Benchmark {
    private static final int CLIENTS = 64;
    private static final double SECONDS = 8;
    private static final double WARM_UP_SECONDS = 3;
    private static final int WARM_UP_MAX = 12_000;
    private static final double LIMIT_SECONDS = 2;

    @Override
    public Figures measure(Options options) throws Exception {
        Path data = options.out().resolve("data");
        Path bare = options.out().resolve("bare");
        double limitBefore = GroupCommit.perSecond(bare, CLIENTS, LIMIT_SECONDS);
        List<JsonObject> tickets = new ArrayList<>();
        ManyClients.Seen seen;
        double cores;
        try (ServerProcess server = ServerProcess.startOnMonday(options, data);
                HallFront hall = new HallFront(server)) {
            List<String> items = hall.items();
            tickets.add(hall.awaitOpen(items.getFirst()));
            ManyClients.Seen warm =
                    TicketLoad.take(server, items, "warm", CLIENTS, WARM_UP_MAX, WARM_UP_SECONDS);
            tickets.addAll(TicketLoad.tickets(warm));
            double cpu = server.cpuSeconds();
            seen =
                    TicketLoad.take(
                            server,
                            items,
                            "load",
                            CLIENTS,
                            TicketLoad.TICKETS_MAX - tickets.size(),
                            SECONDS * options.scale());
            cores = (server.cpuSeconds() - cpu) / seen.seconds();
            tickets.addAll(TicketLoad.tickets(seen));
            server.kill();
        }
        double limit = (limitBefore + GroupCommit.perSecond(bare, CLIENTS, LIMIT_SECONDS)) / 2;
        List<String> faults = check(options, data, tickets);
        faults.stream().limit(10).forEach(fault -> Figures.say("FAULT %s", fault));
        Percentiles latency = seen.latency();
        Figures.say(
                "%d tickets by %d clients in %.1f s: %.0f a second (to reach: 5,000)",
                seen.answers().size(), CLIENTS, seen.seconds(), seen.perSecond());
        Figures.say(
                "p50 %.1f ms, p99 %.1f ms (to reach: 25), longest %.1f ms; the server used %.2f cores",
                latency.millis(0.5), latency.millis(0.99), latency.maxMillis(), cores);
        Figures.say("bare group commit %.0f a second", limit);
        Figures.say(
                "killed, started again: %d acknowledged tickets looked up, %d faults",
                tickets.size(), faults.size());
        return new Figures()
                .put("perSecond", seen.perSecond())
                .put("clients", CLIENTS)
                .put("limitPerSecond", limit)
                .put("ratio", seen.perSecond() / limit)
                .put("p50Millis", latency.millis(0.5))
                .put("p99Millis", latency.millis(0.99))
                .put("maxMillis", latency.maxMillis())
                .put("serverCores", cores)
                .put("acknowledged", tickets.size())
                .put("faults", faults.size());
    }

    private static List<String> check(Options options, Path data, List<JsonObject> tickets)
            throws Exception {
        try (ServerProcess again = ServerProcess.startOnMonday(options, data);
                HallFront hall = new HallFront(again)) {
            return TicketLoad.faults(tickets, hall);
        }
    }
}
