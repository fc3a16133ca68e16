package yichuang.records;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The figures of one business day; each is defined in docs/reference/figures.md.
 *
 * @param visits tickets taken
 * @param served tickets of which a window closed at least one leg
 * @param called tickets that were called at least once
 * @param noShows tickets of which at least one call was missed
 * @param carriedOver tickets the day ended on, with a return code
 * @param expired tickets that missed their call and did not come back in time
 * @param open tickets that have not ended
 * @param ratings how many of each level, 5 first
 */
public record Summary(
        LocalDate day,
        int visits,
        int served,
        int called,
        int noShows,
        int cancelled,
        int carriedOver,
        int expired,
        int open,
        Seconds waits,
        Seconds walks,
        Seconds services,
        Map<Integer, Integer> ratings,
        List<Coverage> departments,
        List<Coverage> items,
        Map<String, Integer> channels) {
    /** A distribution over the day's legs, in seconds; all 0 when {@code count} is 0. */
    public record Seconds(int count, double mean, double p50, double p90, double max) {}

    /** How many of its served visits were rated. */
    public record Coverage(String name, int served, int rated) {}
}
