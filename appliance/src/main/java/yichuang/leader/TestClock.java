package yichuang.leader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A clock for trials and tests: it starts where it is told, runs at a rate, stands still while the
 * controller is down, and goes on after a restart. The data directory remembers it, so that data of
 * a test is never taken for real.
 */
final class TestClock implements HallClock {
    private static final Logger LOG = Logger.getLogger(TestClock.class.getName());
    private static final String FILE = "test-clock";
    private static final double RATE_MAX = 10_000;

    private final Path file;
    private final double rate;
    private Instant origin;
    private long originNanos;

    private TestClock(Path file, Instant start, double rate) {
        this.file = file;
        this.rate = rate;
        this.origin = start;
        this.originNanos = System.nanoTime();
    }

    /**
     * The clock of a data directory.
     *
     * @param asked {@code ISO} or {@code ISOxRATE}, as the command line has it
     * @param zone the hall's; a time without an offset is the hall's own
     * @return empty when nothing was asked and the directory has none: the real clock
     * @throws IllegalArgumentException when {@code asked} is not such a time
     */
    static Optional<TestClock> open(Path data, Optional<String> asked, ZoneId zone)
            throws IOException {
        Path file = data.resolve(FILE);
        Optional<Reading> before =
                Files.exists(file)
                        ? Optional.of(Reading.parse(Files.readString(file).strip(), zone))
                        : Optional.empty();
        Optional<Reading> wanted = asked.map(text -> Reading.parse(text, zone));
        if (before.isEmpty() && wanted.isEmpty()) {
            return Optional.empty();
        }
        double rate = wanted.or(() -> before).orElseThrow().rate();
        // The file is up to a second old: one more, so that nobody sees the time go back.
        Instant goesOn =
                before.map(last -> plus(last.at(), Duration.ofSeconds(1), last.rate()))
                        .orElse(Instant.MIN);
        Instant start = wanted.map(Reading::at).filter(at -> at.isAfter(goesOn)).orElse(goesOn);
        TestClock clock = new TestClock(file, start, rate);
        clock.tick();
        return Optional.of(clock);
    }

    @Override
    public synchronized Instant now() {
        return plus(origin, Duration.ofNanos(System.nanoTime() - originNanos), rate)
                .truncatedTo(ChronoUnit.MICROS);
    }

    private static Instant plus(Instant from, Duration real, double rate) {
        return from.plusNanos((long) (real.toNanos() * rate));
    }

    @Override
    public double rate() {
        return rate;
    }

    @Override
    public boolean isTest() {
        return true;
    }

    @Override
    public boolean isTrusted() {
        return true;
    }

    @Override
    public void confirm() {
        // A test clock is always right.
    }

    @Override
    public void tick() {
        try {
            Path next = file.resolveSibling(FILE + ".new");
            Files.writeString(next, now() + "x" + rate + "\n");
            Files.move(
                    next,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // The disk is full or failing; the next tick tries again, and a restart is at most that
            // much behind.
            LOG.log(Level.FINE, "the test clock was not written", e);
        }
    }

    @Override
    public synchronized void goOnFrom(Instant last) {
        if (last.isAfter(now())) {
            origin = last;
            originNanos = System.nanoTime();
        }
    }

    private record Reading(Instant at, double rate) {
        static Reading parse(String text, ZoneId zone) {
            int x = text.lastIndexOf('x');
            try {
                double rate = x < 0 ? 1 : Double.parseDouble(text.substring(x + 1));
                if (!(rate > 0 && rate <= RATE_MAX)) {
                    throw new IllegalArgumentException(
                            "a test clock runs at more than 0 and at most 10000 x: " + text);
                }
                return new Reading(time(x < 0 ? text : text.substring(0, x), zone), rate);
            } catch (DateTimeParseException | NumberFormatException e) {
                throw new IllegalArgumentException(
                        "--clock wants a time and perhaps a rate, like 2026-03-02T08:00:00+08:00x60: "
                                + text,
                        e);
            }
        }

        private static Instant time(String text, ZoneId zone) {
            TemporalAccessor read =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(
                            text, OffsetDateTime::from, LocalDateTime::from);
            return read instanceof OffsetDateTime withOffset
                    ? withOffset.toInstant()
                    : LocalDateTime.from(read).atZone(zone).toInstant();
        }
    }
}
