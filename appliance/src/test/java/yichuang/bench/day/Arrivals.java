package yichuang.bench.day;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * When people come. An inhomogeneous Poisson process whose number is given is so many independent
 * draws from its rate over the day; the rate has its peaks from 08:30 to 10:30 and from 14:00 to
 * 15:30, and a trough at noon.
 */
final class Arrivals {
    private record Stretch(LocalTime from, LocalTime to, double rate) {
        double people() {
            return rate * Duration.between(from, to).toMinutes();
        }
    }

    private static final List<Stretch> DAY =
            List.of(
                    stretch("07:31", "08:00", 0.4),
                    stretch("08:00", "08:30", 1.0),
                    stretch("08:30", "10:30", 2.2),
                    stretch("10:30", "11:30", 1.3),
                    stretch("11:30", "13:30", 0.5),
                    stretch("13:30", "14:00", 1.1),
                    stretch("14:00", "15:30", 1.9),
                    stretch("15:30", "16:30", 0.9),
                    stretch("16:30", "16:57", 0.4));

    private Arrivals() {}

    /** {@return so many times, in order} */
    static List<Instant> draw(int people, Instant midnight, SplittableRandom random) {
        List<Instant> times = new ArrayList<>();
        double all = DAY.stream().mapToDouble(Stretch::people).sum();
        for (int i = 0; i < people; i++) {
            times.add(at(random.nextDouble() * all, midnight));
        }
        times.sort(Instant::compareTo);
        return times;
    }

    private static Instant at(double people, Instant midnight) {
        double left = people;
        for (Stretch stretch : DAY) {
            if (left < stretch.people()) {
                double minutes = left / stretch.rate;
                return midnight.plusSeconds(stretch.from.toSecondOfDay())
                        .plusMillis((long) (minutes * 60_000));
            }
            left -= stretch.people();
        }
        throw new IllegalArgumentException("past the end of the day");
    }

    private static Stretch stretch(String from, String to, double rate) {
        return new Stretch(LocalTime.parse(from), LocalTime.parse(to), rate);
    }
}
