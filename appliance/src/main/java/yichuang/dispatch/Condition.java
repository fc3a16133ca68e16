package yichuang.dispatch;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import yichuang.hall.GroupCode;
import yichuang.hall.ItemCode;
import yichuang.hall.ZoneCode;

/**
 * A rule of the hall in one line: when all of this holds, waiting counts more, or less. An empty
 * list or {@code Optional} asks for nothing.
 *
 * @param zones zones of the item, not of the window: so that a leg weighs the same everywhere
 * @param from first minute of the day it holds, in the hall's own time
 * @param until first minute of the day it holds no more; after {@code from}
 * @param waitedOver holds once the leg has waited longer
 * @param factor multiplies the rate; above 0, at most {@value #FACTOR_MAX}
 * @param bonus is added to the score, one minute one point; may be negative unless {@code
 *     waitedOver} is set
 */
public record Condition(
        String name,
        List<ItemCode> items,
        List<GroupCode> groups,
        List<ZoneCode> zones,
        Optional<LocalTime> from,
        Optional<LocalTime> until,
        Optional<Duration> waitedOver,
        double factor,
        Duration bonus) {
    static final double FACTOR_MAX = 100;

    public Condition {
        items = List.copyOf(items);
        groups = List.copyOf(groups);
        zones = List.copyOf(zones);
        Settings.within("factor of condition " + name, factor, 0.001, FACTOR_MAX);
        Settings.within(
                "bonus minutes of condition " + name,
                (double) bonus.toMinutes(),
                -Settings.MINUTES_MAX,
                Settings.MINUTES_MAX);
        // Else a person would fall behind a later equal by having waited longer.
        if (waitedOver.isPresent() && (factor < 1 || bonus.isNegative())) {
            throw new IllegalArgumentException(
                    "condition " + name + " would punish waiting: with waitedOver, only add");
        }
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            throw new IllegalArgumentException(
                    "condition " + name + " ends at " + until.get() + ", before it begins");
        }
    }

    /** {@return whether it can ever hold for such legs} */
    boolean concerns(ItemCode item, Optional<ZoneCode> zone, Optional<GroupCode> group) {
        return (items.isEmpty() || items.contains(item))
                && (zones.isEmpty() || zone.filter(zones::contains).isPresent())
                && (groups.isEmpty() || group.filter(groups::contains).isPresent());
    }

    boolean holds(LocalTime time, long waitedMillis) {
        return from.filter(time::isBefore).isEmpty()
                && until.filter(end -> !time.isBefore(end)).isEmpty()
                && waitedOver.filter(over -> waitedMillis <= over.toMillis()).isEmpty();
    }
}
