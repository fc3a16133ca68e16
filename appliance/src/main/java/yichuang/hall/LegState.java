package yichuang.hall;

/** Where one leg of a ticket stands. */
public enum LegState {
    /** A later leg, or another leg of the same ticket is at a window. */
    PENDING,
    WAITING,
    CALLED,
    SERVING,
    HELD,
    NO_SHOW,
    CLOSED,
    CANCELLED,
    EXPIRED;

    /** {@return whether nothing can happen to the leg any more} */
    public boolean ended() {
        return this == CLOSED || this == CANCELLED || this == EXPIRED;
    }

    /** {@return whether a window has the leg: it was called there and has not been let go} */
    public boolean atWindow() {
        return this == CALLED || this == SERVING;
    }
}
