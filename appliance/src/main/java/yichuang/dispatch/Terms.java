package yichuang.dispatch;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import yichuang.hall.GroupCode;
import yichuang.hall.ItemCode;
import yichuang.hall.Ticket;
import yichuang.hall.ZoneCode;

/**
 * How a leg's wait counts. Everything in whole thousandths, so that two ways to compute a score
 * cannot differ by a rounding. A score is at least 0 and never falls while a leg waits on, unless
 * the hour changes for all of its line.
 *
 * @param rate thousandths of a point for a minute
 * @param bonus thousandths of a point
 * @param share the class whose turn it takes in mode shares
 */
record Terms(long rate, long bonus, long boundMillis, String share, List<Condition> conditions) {
    private static final long RATE_MAX = 10_000_000;
    private static final long MINUTE = 60_000;

    static Terms of(
            PolicySettings settings,
            ItemCode item,
            Optional<ZoneCode> zone,
            Optional<GroupCode> group,
            Ticket.Standing standing) {
        return new Terms(
                Settings.thousandths(settings.rate(group)),
                points(settings.bonus(standing)),
                settings.bound(group).toMillis(),
                settings.shareClass(group, standing),
                settings.conditions().stream()
                        .filter(condition -> condition.concerns(item, zone, group))
                        .toList());
    }

    /** {@return thousandths of a point: one minute, one point} */
    private static long points(Duration minutes) {
        return minutes.toMillis() * 1000 / MINUTE;
    }

    long points(LocalTime time, long waitedMillis) {
        long weighted = waitedMillis * rateNow(time, waitedMillis) / MINUTE;
        return Math.max(0, weighted + bonusNow(time, waitedMillis));
    }

    long rateNow(LocalTime time, long waitedMillis) {
        long now = rate;
        for (Condition condition : conditions) {
            if (condition.holds(time, waitedMillis)) {
                now = Math.min(RATE_MAX, now * Settings.thousandths(condition.factor()) / 1000);
            }
        }
        return now;
    }

    long bonusNow(LocalTime time, long waitedMillis) {
        long now = bonus;
        for (Condition condition : conditions) {
            if (condition.holds(time, waitedMillis)) {
                now += points(condition.bonus());
            }
        }
        return now;
    }
}
