package yichuang.bench.day;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import yichuang.bench.Figures;

/** Kills the process at random moments of the day's busy hours, planned by the seed. */
final class PlugPuller {
    private final RunningHall hall;
    private final List<Instant> moments;

    PlugPuller(RunningHall hall, long seed, int kills, Instant from, Instant until) {
        this.hall = hall;
        SplittableRandom random = new SplittableRandom(seed ^ 0x9e3779b97f4a7c15L);
        long millis = Duration.between(from, until).toMillis();
        this.moments =
                Stream.generate(() -> from.plusMillis(random.nextLong(millis)))
                        .limit(kills)
                        .sorted()
                        .toList();
    }

    void work() throws InterruptedException {
        for (Instant moment : moments) {
            hall.time().sleepUntil(moment);
            try {
                hall.killAndRestart();
            } catch (IOException e) {
                throw new IllegalStateException("did not start again after a kill", e);
            }
            Figures.say(
                    "  killed at %s, ready again after %.2f s",
                    moment.atZone(DayPlan.ZONE).toLocalTime().withNano(0),
                    hall.restartSeconds().getLast());
        }
    }
}
