package yichuang.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Who goes before whom, now. Overdue legs before all others, by when they became overdue; then the
 * most points at that window; then by arrival. In mode first-come by arrival alone. A reserve comes
 * before all this and is handled where it is kept, see {@link Lines}.
 */
record Moment(Instant at, long millis, LocalTime time, PolicySettings.Mode mode) {
    static Moment of(Instant at, ZoneId zone, PolicySettings.Mode mode) {
        return new Moment(at, at.toEpochMilli(), LocalTime.ofInstant(at, zone), mode);
    }

    long waitedMillis(InLine leg) {
        return Math.max(0, millis - leg.arrival().since().toEpochMilli());
    }

    Duration waited(InLine leg) {
        return Duration.ofMillis(waitedMillis(leg));
    }

    boolean isOverdue(InLine leg) {
        return mode != PolicySettings.Mode.FIRST_COME
                && waitedMillis(leg) >= leg.terms().boundMillis();
    }

    Instant overdueAt(InLine leg) {
        return leg.arrival().since().plusMillis(leg.terms().boundMillis());
    }

    /** {@return thousandths of a point at a window that counts the item by this factor} */
    long points(InLine leg, long factor) {
        return mode == PolicySettings.Mode.FIRST_COME
                ? 0
                : leg.terms().points(time, waitedMillis(leg)) * factor / 1000;
    }

    /** {@return whether one goes before the other at a window that counts them by these factors} */
    boolean isBefore(InLine one, long factor, InLine other, long otherFactor) {
        boolean overdue = isOverdue(one);
        if (overdue != isOverdue(other)) {
            return overdue;
        }
        int order =
                overdue
                        ? overdueAt(one).compareTo(overdueAt(other))
                        : Long.compare(points(other, otherFactor), points(one, factor));
        return order == 0 ? one.arrival().compareTo(other.arrival()) < 0 : order < 0;
    }
}
