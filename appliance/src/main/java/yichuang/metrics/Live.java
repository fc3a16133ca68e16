package yichuang.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import yichuang.hall.Window;

/**
 * The hall now, as its manager reads it. Definitions: docs/reference/figures.md.
 *
 * @param hall the whole hall as one line
 * @param zones the same for each zone, {@code series} for each number series (item group), {@code
 *     groups} for each priority group, {@code -} being everybody else
 * @param noShowRate tickets that missed a call, of those called today; 0 when none was called
 * @param ratings how many of each level today, 5 first
 */
public record Live(
        Instant at,
        Line hall,
        List<Line> zones,
        List<Line> series,
        List<Line> groups,
        Map<Window.State, Integer> windows,
        double noShowRate,
        Map<Integer, Integer> ratings) {
    /** A wait up to this long is within target. */
    public static final Duration TARGET = Duration.ofMinutes(15);

    /** Those who wait in one part of the hall, and how those waited who were called lately. */
    public record Line(
            String of,
            int waiting,
            Duration longestWait,
            Waits last15Minutes,
            Waits last60Minutes) {}

    /**
     * Waits that ended in a first call.
     *
     * @param withinTarget share of them up to {@link #TARGET}; 1 when there was none
     */
    public record Waits(int count, double p50Seconds, double p90Seconds, double withinTarget) {}
}
