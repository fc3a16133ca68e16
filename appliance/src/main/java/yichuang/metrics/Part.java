package yichuang.metrics;

import java.util.Optional;

/**
 * A part of the hall, as {@link Live} has its lines; the whole hall when nothing is named.
 *
 * @param group a priority group, {@code -} being everybody else
 */
public record Part(Optional<String> zone, Optional<String> series, Optional<String> group) {
    boolean has(String ofZone, String ofSeries, String ofGroup) {
        return zone.filter(one -> !one.equals(ofZone)).isEmpty()
                && series.filter(one -> !one.equals(ofSeries)).isEmpty()
                && group.filter(one -> !one.equals(ofGroup)).isEmpty();
    }
}
