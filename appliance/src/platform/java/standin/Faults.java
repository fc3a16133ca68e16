package standin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What is wrong with the platform now. Each fault ends by itself, after a time or a count. */
final class Faults {
    private final List<Fault> faults = new ArrayList<>();
    private final Random random = new Random(1);

    /** What can be wrong. */
    enum Kind {
        /** Answers after {@code millis}. */
        SLOW,
        /** 502, and nothing is stored. */
        BROKEN,
        /** The connection ends before anything is read. */
        CUT_BEFORE,
        /** Everything is stored, and the connection ends without an answer. */
        CUT_AFTER,
        /** 200, and an error inside; nothing is stored. */
        LIE,
        /** 200 and a page of HTML; nothing is stored. */
        HTML,
        /** 429 and a Retry-After of {@code millis}, rounded up to seconds. */
        RATE_LIMIT,
        /** The platform's clock is {@code millis} ahead. */
        SKEW,
        /** Refuses every so many-th case, always the same ones, in words that blame the message. */
        PICKY,
        /** Nobody is there. */
        GONE
    }

    private static final class Fault {
        private final Kind kind;
        private final long millis;
        private final double share;
        private final Instant until;
        private int left;

        private Fault(Kind kind, long millis, double share, Instant until, int left) {
            this.kind = kind;
            this.millis = millis;
            this.share = share;
            this.until = until;
            this.left = left;
        }
    }

    /** {@code {kind, seconds | count, millis?, share?}}; kind {@code none} ends them all. */
    synchronized void ask(Map<?, ?> wanted) {
        String word = String.valueOf(wanted.get("kind"));
        if (word.equals("none")) {
            faults.clear();
            return;
        }
        Kind kind = Kind.valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        double seconds = number(wanted, "seconds", 1e9);
        faults.add(
                new Fault(
                        kind,
                        (long) number(wanted, "millis", 500),
                        number(wanted, "share", 1),
                        Instant.now().plus(Duration.ofMillis((long) (seconds * 1000))),
                        (int) number(wanted, "count", Integer.MAX_VALUE)));
    }

    private static double number(Map<?, ?> wanted, String name, double otherwise) {
        Object value = wanted.get(name);
        return value == null ? otherwise : Double.parseDouble(String.valueOf(value));
    }

    /** {@return the fault's milliseconds when it strikes this time} */
    synchronized Optional<Long> strikes(Kind kind) {
        faults.removeIf(fault -> fault.left <= 0 || Instant.now().isAfter(fault.until));
        for (Fault fault : faults) {
            if (fault.kind == kind && random.nextDouble() < fault.share) {
                fault.left--;
                return Optional.of(fault.millis);
            }
        }
        return Optional.empty();
    }

    /** {@return whether a picky platform dislikes this case} */
    synchronized boolean dislikes(String name) {
        faults.removeIf(fault -> fault.left <= 0 || Instant.now().isAfter(fault.until));
        return faults.stream()
                .anyMatch(
                        fault ->
                                fault.kind == Kind.PICKY
                                        && Math.floorMod(name.hashCode(), 1000)
                                                < fault.share * 1000);
    }
}
