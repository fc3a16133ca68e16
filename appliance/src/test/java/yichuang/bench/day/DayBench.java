package yichuang.bench.day;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import yichuang.bench.Benchmark;
import yichuang.bench.Figures;
import yichuang.bench.Options;

/** {@code scripts/bench day}: plays the day, ends it, reads everything back, and judges. */
public final class DayBench implements Benchmark {
    static final String REPORT = "day.csv";
    static final String TICKETS = "tickets.json";

    private static final int VISITS = 1_600;
    private static final int TOLD_MAX = 40;
    private static final int CLOSED_MILLIS_MAX = 60_000;

    @Override
    public Figures measure(Options options) throws Exception {
        if (options.cases().isPresent()) {
            return figures(options, Recording.read(options.cases().get()), 0, List.of(), 0);
        }
        long start = System.nanoTime();
        History history;
        int peak;
        List<Double> restarts;
        try (Recorder recorder = new Recorder(options.out());
                RunningHall hall = new RunningHall(options, HallDay.at("07:25"))) {
            Catalogue catalogue =
                    Catalogue.of(
                            hall.readJson("/api/items"),
                            hall.readJson("/api/themes"),
                            hall.readJson("/api/hall"));
            List<Visit> plan =
                    DayPlan.of(options.seed(), options.scaled(VISITS, 20), catalogue, HallDay.DATE);
            Roster roster = Roster.of(options.home().resolve("config/hall.yaml"));
            HallDay day = new HallDay(hall, recorder, catalogue, roster);
            PlugPuller puller =
                    new PlugPuller(
                            hall,
                            options.seed(),
                            options.kills(),
                            HallDay.at("07:45"),
                            HallDay.at("17:00"));
            Figures.say(
                    "%d visits planned by seed %d, clock × %.0f, %d kills",
                    plan.size(), options.seed(), options.rate(), options.kills());
            try (StreamWatch watch = new StreamWatch(hall, recorder)) {
                peak = day.play(plan, puller);
                watch.awaitQuiet();
            }
            Figures.say("last visitor served at %s", local(hall.time().now()));
            restarts = hall.restartSeconds();
            endDay(hall);
            history = readBack(hall, recorder, options.out());
            day.refused().forEach((what, times) -> Figures.say("refused %4d × %s", times, what));
        }
        return figures(options, history, peak, restarts, (System.nanoTime() - start) / 1e9);
    }

    private static String local(Instant at) {
        return at.atZone(DayPlan.ZONE).toLocalTime().withNano(0).toString();
    }

    /** The plug is pulled once more, and the clock put to the minute before the hall's day ends. */
    private static void endDay(RunningHall hall) throws IOException, InterruptedException {
        hall.killAndRestartAt(HallDay.at("19:59:30"));
        hall.time().sleepUntil(HallDay.at("20:00:10"));
        long end = System.nanoTime() + CLOSED_MILLIS_MAX * 1_000_000L;
        while (!hall.readJson("/api/hall").getJsonArray("waiting").isEmpty()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("people are waiting after the end of the day");
            }
            hall.time().sleep(Duration.ofSeconds(10));
        }
    }

    private static History readBack(RunningHall hall, Recorder recorder, Path out)
            throws IOException, InterruptedException {
        String csv = hall.read("/api/reports/day/" + HallDay.DATE + ".csv").expect(200).text();
        Files.writeString(out.resolve(REPORT), csv);
        Map<String, JsonObject> tickets = new ConcurrentHashMap<>();
        for (Act act : recorder.acts()) {
            if (act.verb() == Act.Verb.TAKE && act.done()) {
                String id = act.answer().getString("id");
                var reply = hall.read("/api/tickets/" + id);
                if (reply.status() == 200) {
                    tickets.put(id, reply.json());
                }
            }
        }
        Files.writeString(out.resolve(TICKETS), new JsonObject(Map.copyOf(tickets)).encode());
        return new History(
                recorder.acts(),
                recorder.changes(),
                recorder.streamWhole(),
                ReportRow.parse(csv),
                tickets);
    }

    private static Figures figures(
            Options options, History history, int peak, List<Double> restarts, double seconds) {
        Verdict verdict = Checker.judge(history);
        List<String> all = new ArrayList<>(verdict.lost());
        all.addAll(verdict.doubled());
        all.addAll(verdict.others());
        all.stream().limit(TOLD_MAX).forEach(one -> Figures.say("VIOLATION %s", one));
        DaySummary summary = new DaySummary(history);
        summary.say();
        Figures.say(
                "stream %s, %d changes",
                history.streamWhole() ? "whole" : "resumed with snapshots after kills",
                history.changes().size());
        Figures.say(
                "%d violations, %d lost, %d doubled; %d at most waiting; %.0f s",
                verdict.violations(),
                verdict.lost().size(),
                verdict.doubled().size(),
                peak,
                seconds);
        List<Double> sorted = restarts.stream().sorted().toList();
        Figures figures =
                new Figures()
                        .put("visits", history.taken().size())
                        .put("violations", verdict.violations())
                        .put("kills", options.kills())
                        .put("lost", verdict.lost().size())
                        .put("doubled", verdict.doubled().size())
                        .put("peakWaiting", peak)
                        .put("longestWaitSeconds", summary.longestWaitSeconds())
                        .put("acts", history.acts().size())
                        .put("repeated", summary.repeated())
                        .put("seconds", seconds);
        if (!sorted.isEmpty()) {
            figures.put("restartP50Seconds", sorted.get(sorted.size() / 2));
            figures.put("restartMaxSeconds", sorted.getLast());
        }
        return figures;
    }
}
