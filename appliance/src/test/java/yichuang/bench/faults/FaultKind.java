package yichuang.bench.faults;

/** What happens to a hall in one round. */
enum FaultKind {
    KILL_LEADER(true, false),
    KILL_FOLLOWER(false, false),
    KILL_SATELLITE(false, true),
    KILL_ALL(false, false),
    STOP_LEADER(true, false),
    STOP_FOLLOWER(false, false),
    CUT_LEADER(true, false),
    DEAF_LEADER(true, false),
    MUTE_LEADER(true, false),
    CUT_FOLLOWER(false, false),
    CUT_SATELLITE(false, true),
    FULL_DISK(false, false);

    private final boolean leader;
    private final boolean satellite;

    FaultKind(boolean leader, boolean satellite) {
        this.leader = leader;
        this.satellite = satellite;
    }

    /** {@return whether the leader alone is struck, so that another has to lead} */
    boolean strikesLeader() {
        return leader;
    }

    /** {@return whether it needs a satellite} */
    boolean strikesSatellite() {
        return satellite;
    }

    /** {@return its name in figures: killLeader} */
    String key() {
        StringBuilder key = new StringBuilder();
        for (String word : name().toLowerCase(java.util.Locale.ROOT).split("_", -1)) {
            key.append(
                    key.isEmpty()
                            ? word
                            : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return key.toString();
    }
}
