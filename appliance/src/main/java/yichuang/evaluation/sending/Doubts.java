package yichuang.evaluation.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Letters that the platform refused, until it is clear whose fault it is. A letter is set aside
 * after three refusals, but only when others were taken meanwhile: a platform that refuses
 * everything says nothing about this letter.
 */
public final class Doubts {
    private static final int REFUSALS = 3;
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final int FACTOR = 5;
    private static final Duration LAST_WAIT = Duration.ofHours(1);

    private final RandomGenerator random;
    private final Map<String, Doubt> doubts = new LinkedHashMap<>();

    /** A count of refusals, and how many letters had been taken at the first. */
    private record Doubt(int refusals, long takenBefore, Instant again) {}

    public Doubts(RandomGenerator random) {
        this.random = random;
    }

    /** {@return whether the letter may be tried now} */
    public boolean allow(String letter, Instant now) {
        return Optional.ofNullable(doubts.get(letter))
                .filter(doubt -> now.isBefore(doubt.again()))
                .isEmpty();
    }

    /**
     * {@return whether the letter is to be set aside}
     *
     * @param taken how many letters the platform has taken so far
     */
    public boolean refused(String letter, Instant now, long taken) {
        Doubt before = doubts.getOrDefault(letter, new Doubt(0, taken, now));
        int refusals = before.refusals() + 1;
        if (refusals >= REFUSALS && taken > before.takenBefore()) {
            doubts.remove(letter);
            return true;
        }
        doubts.put(letter, new Doubt(refusals, before.takenBefore(), now.plus(wait(refusals))));
        return false;
    }

    private Duration wait(int refusals) {
        long full = FIRST_WAIT.toMillis() * (long) Math.pow(FACTOR, Math.min(refusals, FACTOR) - 1);
        long most = Math.min(full, LAST_WAIT.toMillis());
        return Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
    }

    public void settled(String letter) {
        doubts.remove(letter);
    }

    public int count() {
        return doubts.size();
    }

    public void forget() {
        doubts.clear();
    }
}
