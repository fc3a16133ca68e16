package yichuang.hall;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A random history of the small hall, for rooms that follow its events. */
public final class RandomDay {
    private static final TokenId BY = new TokenId("test");
    private static final int[] SECONDS = {0, 1, 5, 12, 30, 90, 400};

    /** What happened, with the hall as it left it. */
    public interface Heard {
        void happened(Hall hall, long index, List<Event> events);
    }

    private RandomDay() {}

    /** Plays so many commands; those the hall refuses are not heard of. */
    public static void play(long seed, int commands, Heard heard) {
        Random random = new Random(seed);
        Hall hall = new Hall();
        Instant at = Instant.parse("2026-03-02T00:00:00Z");
        hall.apply(new Entry(at, BY, Optional.empty(), new Command.Configure(Halls.small())));
        hall.apply(new Entry(at, BY, Optional.empty(), new Command.OpenDay(Day.MONDAY)));
        for (int i = 0; i < commands; i++) {
            Step step =
                    new Step(
                            random.nextInt(Step.ACTS),
                            random.nextInt(100),
                            random.nextInt(100),
                            SECONDS[random.nextInt(SECONDS.length)]);
            at = step.at(hall, at);
            Entry entry = new Entry(at, step.by(), Optional.empty(), step.command(hall, i));
            if (hall.apply(entry) instanceof Answer.Agreed agreed) {
                heard.happened(hall, i, agreed.events());
            }
        }
    }
}
