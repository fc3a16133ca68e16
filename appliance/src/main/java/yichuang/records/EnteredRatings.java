package yichuang.records;

/**
 * Ratings that one token entered for others, by one channel.
 *
 * @param ratings first ratings of visits; {@code negative} of them of level 1 or 2
 */
public record EnteredRatings(
        String by, String channel, long ratings, long positive, long negative) {}
