package yichuang.hall;

/**
 * How many ratings of an outside office are taken on one day. Without a ticket nobody can prove a
 * visit, so these bound what one person, one network and everybody together can do to an office.
 *
 * @param perDevice by one browser
 * @param perAddress from one network address, behind which many phones may be
 * @param perUnit of everybody
 */
public record UnitLimits(int perDevice, int perAddress, int perUnit) {
    /** What a hall has that says nothing. */
    public static final UnitLimits STANDARD = new UnitLimits(1, 30, 500);

    public UnitLimits {
        Checks.atLeast("perDevice", perDevice, 1);
        Checks.atLeast("perAddress", perAddress, 1);
        Checks.atLeast("perUnit", perUnit, 1);
    }

    /** Which of the bounds was reached. */
    public enum Bound {
        DEVICE,
        ADDRESS,
        UNIT
    }
}
