package yichuang.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yichuang.hall.GroupCode;
import yichuang.hall.Ticket;

/**
 * The built-in policy as a hall sets it. A class is {@value #ORDINARY} or the code of a priority
 * group; a group that is not named counts as ordinary.
 *
 * @param rates points for a minute of waiting, by class, 0 to 100
 * @param starvation after so long a wait a leg of the class outranks every newcomer of every class;
 *     1 to 600 minutes
 * @param appointmentBonus points of an appointment, one minute one point
 * @param returningBonus points of a returning, held or transferred person
 * @param secondaryFactor what an item counts at a window that takes it only when it can; 0 to 1
 * @param shares turns of each class out of their sum, for {@link Mode#SHARES}; besides the classes
 *     there are {@value #PRIORITY}, {@value #APPOINTMENT} and {@value #RETURNING}; 1 to 20
 */
public record PolicySettings(
        Mode mode,
        Map<String, Double> rates,
        Map<String, Duration> starvation,
        Duration appointmentBonus,
        Duration returningBonus,
        double secondaryFactor,
        Map<String, Integer> shares,
        List<Condition> conditions) {
    public static final String ORDINARY = "ordinary";
    public static final String PRIORITY = "priority";
    public static final String APPOINTMENT = "appointment";
    public static final String RETURNING = "returning";

    /** Everybody alike but for a claim; the secondary skill counts 0.6, the bound is 45 minutes. */
    public static final PolicySettings DEFAULT =
            new PolicySettings(
                    Mode.WEIGHTED,
                    Map.of(ORDINARY, 1.0),
                    Map.of(ORDINARY, Duration.ofMinutes(45)),
                    Duration.ofMinutes(30),
                    Duration.ofMinutes(20),
                    0.6,
                    Map.of(),
                    List.of());

    /** How the next leg is found among those that wait. */
    public enum Mode {
        /** The most points first: minutes waited × rate + bonus. The default. */
        WEIGHTED,
        /** By arrival alone: no rates, bonuses or conditions. */
        FIRST_COME,
        /** The classes take turns at each window as their shares say; points within a class. */
        SHARES
    }

    public PolicySettings {
        rates = Settings.copy(rates);
        starvation = Settings.copy(starvation);
        shares = Settings.copy(shares);
        conditions = List.copyOf(conditions);
        known("rates", rates);
        known("starvation", starvation);
        rates.forEach((of, rate) -> Settings.within("rate of " + of, rate, 0, Settings.RATE_MAX));
        starvation.forEach((of, bound) -> Settings.minutes("starvation of " + of, bound, 1));
        Settings.minutes("appointmentBonus", appointmentBonus, 0);
        Settings.minutes("returningBonus", returningBonus, 0);
        Settings.within("secondaryFactor", secondaryFactor, 0, 1);
        shares.forEach((of, share) -> Settings.within("share of " + of, share, 1, 20));
        if (mode == Mode.SHARES && shares.isEmpty()) {
            throw new IllegalArgumentException("mode shares needs the shares");
        }
    }

    private static void known(String what, Map<String, ?> map) {
        if (!map.containsKey(ORDINARY)) {
            throw new IllegalArgumentException(what + " needs the class " + ORDINARY);
        }
    }

    double rate(Optional<GroupCode> group) {
        double ordinary = rates.get(ORDINARY);
        return group.map(code -> rates.getOrDefault(code.value(), ordinary)).orElse(ordinary);
    }

    Duration bound(Optional<GroupCode> group) {
        Duration ordinary = starvation.get(ORDINARY);
        return group.map(code -> starvation.getOrDefault(code.value(), ordinary)).orElse(ordinary);
    }

    Duration bonus(Ticket.Standing standing) {
        return switch (standing) {
            case ORDINARY -> Duration.ZERO;
            case APPOINTMENT -> appointmentBonus;
            case RETURNING -> returningBonus;
        };
    }

    /**
     * {@return the class whose turn such a leg takes: its own group's, else any group's, else its
     * standing's, else the ordinary one}
     */
    String shareClass(Optional<GroupCode> group, Ticket.Standing standing) {
        if (mode != Mode.SHARES) {
            return ORDINARY;
        }
        if (group.isPresent() && shares.containsKey(group.get().value())) {
            return group.get().value();
        }
        if (group.isPresent() && shares.containsKey(PRIORITY)) {
            return PRIORITY;
        }
        if (standing == Ticket.Standing.APPOINTMENT && shares.containsKey(APPOINTMENT)) {
            return APPOINTMENT;
        }
        if (standing == Ticket.Standing.RETURNING && shares.containsKey(RETURNING)) {
            return RETURNING;
        }
        return ORDINARY;
    }

    /** {@return turns of the class; 1 for the ordinary one when it is not named} */
    int share(String shareClass) {
        return shares.getOrDefault(shareClass, 1);
    }

    /** {@return how many calls of a window are looked at: all but one of a full round} */
    int shareMemory() {
        int sum = shares.values().stream().mapToInt(Integer::intValue).sum();
        return shares.containsKey(ORDINARY) ? sum - 1 : sum;
    }
}
