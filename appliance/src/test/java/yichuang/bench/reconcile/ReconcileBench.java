package yichuang.bench.reconcile;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import yichuang.bench.Benchmark;
import yichuang.bench.Figures;
import yichuang.bench.Options;

/** A month of the hall against a month of the platform. */
public final class ReconcileBench implements Benchmark {
    private static final int VISITS = 31_000;
    private static final int KILLS = 50;

    /** From Monday, 2 March, to Tuesday, 31 March; Saturdays have their session. */
    private static final int DAYS = 26;

    private static final String RATE = "5000";
    private static final Duration AWAY = Duration.ofDays(3);

    /** In a run that is shorter than a month. */
    private static final Duration AWAY_SHORT = Duration.ofDays(1);

    private static final int DAYS_MAX = 60;
    private static final int CLERKS = 8;
    private static final int LOOK_MILLIS = 50;
    private static final long DRAIN_MILLIS_MAX = 300_000;

    private final AtomicLong allowed = new AtomicLong();
    private volatile boolean over;

    @Override
    public Figures measure(Options options) throws Exception {
        int visits = options.scaled(VISITS, 60);
        int kills = options.scaled(KILLS, 2);
        int days = Math.max(2, Math.min(DAYS, (int) Math.round(DAYS * options.scale())));
        Path book = options.out().resolve("hall.jsonl");
        try (PlatformProcess platform = new PlatformProcess(options);
                KilledHall hall =
                        new KilledHall(
                                options, config(options, platform), "2026-03-02T00:05:00+08:00")) {
            Drain away;
            JsonObject end;
            long visited;
            long rated;
            int channels;
            try (Told told = new Told(book)) {
                away = month(options, platform, hall, told, visits, days, kills);
                end = drained(platform, hall);
                visited = told.visits();
                rated = told.ratings();
                channels = told.channels();
            }
            JsonObject found = platform.reconcile(book);
            JsonObject counts = platform.counts();
            Figures.say("the platform answered %s", counts.getJsonObject("answers").encode());
            Figures.say("compared: %s", found.encode());
            return new Figures()
                    .put("visits", visited)
                    .put("ratings", rated)
                    .put("channels", (long) channels)
                    .put("messages", found.getLong("received"))
                    .put("lost", found.getLong("lost"))
                    .put("doubled", found.getLong("doubled"))
                    .put("disordered", found.getLong("disordered"))
                    .put("different", found.getLong("different"))
                    .put("unasked", found.getLong("unasked"))
                    .put("kills", (long) hall.kills())
                    .put("awayHours", away(days).toHours())
                    .put("waitingAfterAway", away.waiting())
                    .put("drainSeconds", away.seconds())
                    .put("requests", counts.getLong("requests"))
                    .put("resent", end.getLong("resent"));
        }
    }

    private static Duration away(int days) {
        return days == DAYS ? AWAY : AWAY_SHORT;
    }

    /** What waited when the platform came back, and how long until it had all of it. */
    private record Drain(long waiting, double seconds) {}

    private static Path config(Options options, PlatformProcess platform) throws IOException {
        Path from = options.home().resolve("config");
        Path to = options.out().resolve("config");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Path hall = to.resolve("hall.yaml");
        Files.writeString(
                hall,
                dayAndNight(Files.readString(hall))
                        + "\nplatform:\n  dialect: platform/shandong.yaml\n  url: "
                        + platform.address()
                        + "\n  secrets: "
                        + platform.secrets()
                        + "\n  values: {dataSource: \"165\"}\n");
        return hall;
    }

    /** A hall that is open nearly around the clock: in a test, nights are but waiting. */
    private static String dayAndNight(String hall) {
        String open =
                hall.replace("{from: \"07:30\", to: \"17:00\"}", "{from: \"00:30\", to: \"22:30\"}")
                        .replace(
                                "{from: \"08:30\", to: \"17:00\"}",
                                "{from: \"00:30\", to: \"22:30\"}")
                        .replace("dayEnds: \"20:00\"", "dayEnds: \"23:30\"");
        if (!open.contains("dayEnds: \"23:30\"")) {
            throw new IllegalStateException("config/hall.yaml has other hours");
        }
        return open;
    }

    private Drain month(
            Options options,
            PlatformProcess platform,
            KilledHall hall,
            Told told,
            int visits,
            int days,
            int kills)
            throws Exception {
        List<Clerk> clerks = clerks(options, hall, told);
        hall.hastened("2026-03-02T00:20:00+08:00x" + RATE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> work = new ArrayList<>();
            for (Clerk clerk : clerks) {
                work.add(threads.submit(() -> work(clerk)));
            }
            try {
                return watch(options, platform, hall, told, visits, days, kills, work);
            } finally {
                over = true;
                for (Future<?> one : work) {
                    one.get();
                }
            }
        }
    }

    private static List<Clerk> clerks(Options options, KilledHall hall, Told told)
            throws InterruptedException {
        List<Clerk> clerks = new ArrayList<>();
        for (Object one : hall.read("/api/hall").getJsonArray("windows")) {
            JsonObject window = (JsonObject) one;
            List<String> skills =
                    window.getJsonArray("skills", new JsonArray()).stream()
                            .map(String::valueOf)
                            .toList();
            if (clerks.size() < CLERKS && !skills.isEmpty()) {
                hall.enrol(window.getString("id"));
                clerks.add(
                        new Clerk(
                                hall,
                                told,
                                window.getString("id"),
                                skills.subList(0, 1 + skills.size() / 3),
                                new Random(options.seed() * 100 + clerks.size())));
            }
        }
        return clerks;
    }

    private Void work(Clerk clerk) throws InterruptedException {
        while (!over || clerk.owesRatings()) {
            if (over) {
                clerk.rateLater();
            } else if (allowed.getAndDecrement() <= 0) {
                allowed.incrementAndGet();
                clerk.rateLater();
                Thread.sleep(LOOK_MILLIS);
            } else if (!clerk.serveOne()) {
                allowed.incrementAndGet();
                clerk.open();
                Thread.sleep(LOOK_MILLIS);
            }
        }
        return null;
    }

    /**
     * Turns the month: visits are let in day by day, faults come and go, the controller is killed.
     */
    private Drain watch(
            Options options,
            PlatformProcess platform,
            KilledHall hall,
            Told told,
            int visits,
            int days,
            int kills,
            List<Future<?>> work)
            throws Exception {
        Random random = new Random(options.seed());
        int goneOn = days == DAYS ? Illness.GONE : 1;
        int day = 0;
        String business = "";
        Optional<OffsetDateTime> back = Optional.empty();
        Drain drain = new Drain(0, 0);
        boolean away = false;
        long nextKill = visits / (2L * kills);
        while (true) {
            JsonObject now = hall.read("/api/hall");
            OffsetDateTime at = OffsetDateTime.parse(now.getString("at"));
            String date = now.getString("day", "");
            if (date != null && !date.isEmpty() && !date.equals(business)) {
                business = date;
                day++;
                if (day > days && !away && told.visits() >= visits) {
                    return drain;
                }
                if (day > DAYS_MAX) {
                    throw new IllegalStateException("too slow: " + told.visits() + " visits");
                }
                if (day <= days) {
                    allowed.addAndGet(visits / days + (day == days ? visits % days : 0));
                }
                if (!away) {
                    illnessOf(day, platform);
                }
                Figures.say("%s: %d visits, %d ratings", date, told.visits(), told.ratings());
                if (day == goneOn) {
                    platform.fault(Illness.none());
                    platform.fault(Illness.gone());
                    away = true;
                    back = Optional.of(at.plus(away(days)));
                }
            }
            if (away && at.isAfter(back.orElseThrow())) {
                away = false;
                platform.fault(Illness.none());
                drain = drain(platform, hall, hall.kills() < kills);
                nextKill = told.visits() + visits / kills;
            }
            if (hall.kills() < kills && told.visits() >= nextKill) {
                Thread.sleep(random.nextInt(LOOK_MILLIS));
                hall.killAndRestart();
                nextKill += visits / kills;
            }
            for (Future<?> one : work) {
                if (one.isDone()) {
                    throw failure(one);
                }
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private static IllegalStateException failure(Future<?> work) throws InterruptedException {
        try {
            return new IllegalStateException("a clerk went home: " + work.get());
        } catch (ExecutionException e) {
            return new IllegalStateException("a clerk went home", e.getCause());
        }
    }

    private static void illnessOf(int day, PlatformProcess platform) throws IOException {
        platform.fault(Illness.none());
        for (Illness illness : Illness.MONTH) {
            if (illness.day() == day) {
                platform.fault(illness.fault());
            }
        }
    }

    /** Killed in the middle of it once more, when a kill is left. */
    private static Drain drain(PlatformProcess platform, KilledHall hall, boolean kill)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        long waiting = hall.read("/api/platform").getLong("waiting");
        long wanted = platform.counts().getLong("stored") + waiting;
        if (kill) {
            while (platform.counts().getLong("stored") < wanted - waiting / 2) {
                Thread.sleep(LOOK_MILLIS);
            }
            hall.killAndRestart();
        }
        while (platform.counts().getLong("stored") < wanted) {
            Thread.sleep(LOOK_MILLIS);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Figures.say("the platform is back: %d waited, all there after %.1f s", waiting, seconds);
        return new Drain(waiting, seconds);
    }

    /** The platform is well again; what it refused is sent once more, until nothing is left. */
    private static JsonObject drained(PlatformProcess platform, KilledHall hall)
            throws IOException, InterruptedException {
        platform.fault(Illness.none());
        long resent = 0;
        long until = System.nanoTime() + DRAIN_MILLIS_MAX * 1_000_000;
        while (System.nanoTime() < until) {
            JsonObject standing = hall.read("/api/platform");
            if (standing.getLong("dead") > 0) {
                JsonArray dead =
                        hall.read("/api/platform/letters?state=dead").getJsonArray("letters");
                for (Object one : dead) {
                    var unused =
                            hall.certain(
                                            "/api/platform/resend",
                                            hall.token("manager"),
                                            new JsonObject()
                                                    .put(
                                                            "letter",
                                                            ((JsonObject) one).getString("letter")))
                                    .expect(200);
                    resent++;
                }
            } else if (standing.getLong("waiting") == 0) {
                return standing.put("resent", resent);
            }
            Thread.sleep(LOOK_MILLIS);
        }
        throw new IllegalStateException("the outbox does not drain: " + hall.read("/api/platform"));
    }
}
