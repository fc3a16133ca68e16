package yichuang.storm;

/**
 * What is broken on purpose, from outside of the shipped code. A storm that does not find each of
 * them would prove nothing by finding none elsewhere.
 */
enum Variant {
    /** The shipped hall as it is. */
    SOUND,
    /** The disk says that it synced and did not. */
    SKIP_FSYNC,
    /** The leader's answer leaves before anybody else has the command. */
    ACKNOWLEDGE_BEFORE_MAJORITY,
    /** A retry is taken for a new request. */
    FORGET_IDEMPOTENCY,
    /** Whoever believes that it leads answers from its own copy, and asks nobody. */
    STALE_LEADER_READS,
    /** A snapshot lacks a right to rate. */
    SNAPSHOT_LOSES_A_CLAIM,
    /** A node that comes back leaves on its displays what they show. */
    LATE_MEMBER_KEEPS_AN_OLD_DISPLAY,
    /** An island goes on with the numbers of the main hall. */
    ISLAND_REUSES_MAIN_NUMBERS,
    /** The last ticket that was taken on an island never comes home. */
    HEALING_DROPS_A_TICKET,
    /** What an island did is done in the hall once more, some seconds later. */
    HEALING_TWICE,
    /** Who is at a window that is cut off is sent to another one, and no manager said so. */
    MAIN_HALL_TAKES_OVER;

    /**
     * {@return whether the hall is furnished to come apart: where that is what is broken, always,
     * and where something else is, never}
     *
     * @param drawn what the seed says
     */
    boolean comesApart(boolean drawn) {
        return switch (this) {
            case SOUND -> drawn;
            case ISLAND_REUSES_MAIN_NUMBERS,
                    HEALING_DROPS_A_TICKET,
                    HEALING_TWICE,
                    MAIN_HALL_TAKES_OVER ->
                    true;
            case SKIP_FSYNC,
                    ACKNOWLEDGE_BEFORE_MAJORITY,
                    FORGET_IDEMPOTENCY,
                    STALE_LEADER_READS,
                    SNAPSHOT_LOSES_A_CLAIM,
                    LATE_MEMBER_KEEPS_AN_OLD_DISPLAY ->
                    false;
        };
    }
}
