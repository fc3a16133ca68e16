package yichuang.bench;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a full hall costs: a ticket, and a call, with 10 people waiting and with 20,000. The ticket
 * is cancelled and the call taken back each time, so that the number waiting stays what it is.
 */
final class FillBench implements Benchmark {
    private static final int FEW = 10;
    private static final int MANY = 20_000;
    private static final int ROUNDS = 1_000;

    /** Fewer would let the compiler's work count as the price of an empty hall. */
    private static final int WARM_UP_TIMES = 4;

    private static final int CLIENTS = 16;

    private record Cost(Percentiles ticket, Percentiles call, Percentiles bare) {}

    @Override
    public Figures measure(Options options) throws Exception {
        int many = options.scaled(MANY, 100);
        int rounds = options.scaled(ROUNDS, 50);
        try (ServerProcess server =
                        ServerProcess.startOnMonday(options, options.out().resolve("data"));
                HallFront hall = new HallFront(server);
                Fdatasync disk = new Fdatasync(options.out().resolve("bare"))) {
            Map.Entry<String, List<String>> window = busiest(hall.windows());
            List<String> items = mixed(window.getValue(), hall.items());
            hall.awaitOpen(items.getFirst());
            hall.act(window.getKey(), "open").expect(200);
            for (int i = 1; i < FEW; i++) {
                hall.take(items.get(i % items.size())).expect(201);
            }
            rounds(hall, window, WARM_UP_TIMES * rounds, disk);
            Cost few = rounds(hall, window, rounds, disk);
            TicketLoad.tickets(TicketLoad.take(server, items, "fill", CLIENTS, many - FEW, 600));
            Cost full = rounds(hall, window, rounds, disk);
            double ticket = full.ticket.micros(0.5) / few.ticket.micros(0.5);
            double call = full.call.micros(0.5) / few.call.micros(0.5);
            say(FEW, few);
            say(many, full);
            Figures.say("growth: ticket %.2f, call %.2f (to reach: 2)", ticket, call);
            return new Figures()
                    .put("growth", Math.max(ticket, call))
                    .put("ticketGrowth", ticket)
                    .put("callGrowth", call)
                    .put("waiting", many)
                    .put("ticketP50MicrosFew", few.ticket.micros(0.5))
                    .put("ticketP50MicrosFull", full.ticket.micros(0.5))
                    .put("callP50MicrosFew", few.call.micros(0.5))
                    .put("callP50MicrosFull", full.call.micros(0.5))
                    .put("limitMicrosFew", few.bare.micros(0.5))
                    .put("limitMicrosFull", full.bare.micros(0.5));
        }
    }

    private static void say(int waiting, Cost cost) {
        Figures.say(
                "%,6d waiting: ticket p50 %5.0f µs, call p50 %5.0f µs, fdatasync p50 %5.0f µs",
                waiting, cost.ticket.micros(0.5), cost.call.micros(0.5), cost.bare.micros(0.5));
    }

    private static Map.Entry<String, List<String>> busiest(Map<String, List<String>> windows) {
        return windows.entrySet().stream()
                .max((a, b) -> Integer.compare(a.getValue().size(), b.getValue().size()))
                .orElseThrow();
    }

    /** Every second person waits for the window that calls. */
    private static List<String> mixed(List<String> itsOwn, List<String> all) {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            items.add(itsOwn.get(i % itsOwn.size()));
            items.add(all.get(i));
        }
        return items;
    }

    private static Cost rounds(
            HallFront hall, Map.Entry<String, List<String>> window, int rounds, Fdatasync disk)
            throws Exception {
        long[] ticket = new long[rounds];
        long[] call = new long[rounds];
        long[] bare = new long[rounds];
        for (int i = 0; i < rounds; i++) {
            String item = window.getValue().get(i % window.getValue().size());
            long start = System.nanoTime();
            JsonObject taken = hall.take(item).expect(201).json();
            ticket[i] = System.nanoTime() - start;
            hall.cancel(taken.getString("id")).expect(200);
            start = System.nanoTime();
            hall.act(window.getKey(), "next").expect(200);
            call[i] = System.nanoTime() - start;
            hall.act(window.getKey(), "undo").expect(200);
            bare[i] = disk.once();
        }
        return new Cost(
                Percentiles.of(ticket, rounds),
                Percentiles.of(call, rounds),
                Percentiles.of(bare, rounds));
    }
}
