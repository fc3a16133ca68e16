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
    LATE_MEMBER_KEEPS_AN_OLD_DISPLAY
}
