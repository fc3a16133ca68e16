package yichuang.bench;

/**
 * What 20,000 tickets of one day leave in memory, under the heap that {@code scripts/run} gives by
 * itself: the resident set at rest, some seconds after the last of them.
 */
final class MemoryBench implements Benchmark {
    private static final int TICKETS = 20_000;
    private static final int CLIENTS = 16;
    private static final int REST_MILLIS = 10_000;

    @Override
    public Figures measure(Options options) throws Exception {
        int tickets = options.scaled(TICKETS, 100);
        try (ServerProcess server =
                        ServerProcess.startOnMonday(options, options.out().resolve("data"));
                HallFront hall = new HallFront(server)) {
            hall.awaitOpen(hall.items().getFirst());
            double empty = server.memoryMiB("VmRSS");
            TicketLoad.tickets(
                    TicketLoad.take(server, hall.items(), "memory", CLIENTS, tickets - 1, 600));
            Thread.sleep(REST_MILLIS); // at rest: the records have caught up
            double resident = server.memoryMiB("VmRSS");
            double files = server.memoryMiB("RssFile");
            Figures.say("java %s", String.join(" ", server.javaOptions()));
            Figures.say("resident with 1 ticket %.0f MiB", empty);
            Figures.say(
                    "resident with %,d tickets %.0f MiB (to reach: 220 MB = 210 MiB), of it %.0f of"
                            + " mapped files",
                    tickets, resident, files);
            Figures.say(
                    "ever %.0f MiB, threads' stacks and heap %.0f MiB",
                    server.memoryMiB("VmHWM"), server.memoryMiB("RssAnon"));
            return new Figures()
                    .put("residentMiB", resident)
                    .put("tickets", tickets)
                    .put("mappedFilesMiB", files)
                    .put("peakMiB", server.memoryMiB("VmHWM"))
                    .put("emptyMiB", empty);
        }
    }
}
