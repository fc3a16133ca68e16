package yichuang.evaluation.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The circuit breaker: after an answer that says nothing about the letters, whoever takes them is
 * left alone for a while, and then asked with one request. The while doubles up to a quarter of an
 * hour, with jitter, so that the halls of a district do not come back all at once.
 *
 * <p>Refusals and nothing else in a row are trouble too: a platform that no longer knows us refuses
 * everything, and thirty thousand letters would all be sent to be refused.
 */
public final class Trouble {
    static final Duration FIRST = Duration.ofSeconds(5);
    public static final Duration LAST = Duration.ofMinutes(15);
    private static final int REFUSALS_IN_A_ROW = 10;
    private static final int DOUBLINGS_MAX = 12;

    private final RandomGenerator random;
    private int inARow;
    private int refusals;
    private Optional<Outage> outage = Optional.empty();

    public Trouble(RandomGenerator random) {
        this.random = random;
    }

    /** {@return whether nothing may be sent now} */
    public boolean keepsAway(Instant now) {
        return outage.map(Outage::nextTry).filter(now::isBefore).isPresent();
    }

    /** The platform took something: all is well. */
    public void over() {
        inARow = 0;
        refusals = 0;
        outage = Optional.empty();
    }

    /** It answered nothing of use, or said when to come again. */
    public void met(Instant now, String why, Optional<Duration> after) {
        Duration wait = wait(inARow, random);
        Duration away = after.filter(asked -> asked.compareTo(wait) > 0).orElse(wait);
        Instant since = outage.map(Outage::since).orElse(now);
        outage = Optional.of(new Outage(since, why, now.plus(away)));
        inARow++;
    }

    /** It refused a letter. */
    public void refused(Instant now, String why) {
        refusals++;
        if (refusals >= REFUSALS_IN_A_ROW) {
            met(now, why, Optional.empty());
        }
    }

    /** {@return how long to wait before the next try after so many} */
    static Duration wait(int before, RandomGenerator random) {
        long full = FIRST.toMillis() << Math.min(before, DOUBLINGS_MAX);
        long most = Math.min(full, LAST.toMillis());
        return Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
    }

    /** {@return what keeps it away; empty when all is well} */
    public Optional<Outage> outage() {
        return outage;
    }
}
