package yichuang.storm;

/**
 * One act on a ticket as its client saw it: between asking first and hearing, it happened once.
 *
 * @param window where; empty for acts at none
 * @param level of a rating; 0 else
 * @param saw what a look saw
 * @param begun nanoseconds
 * @param certain whether it happened for sure; false for what nobody was told of, and for what a
 *     manager knows from the list that the hall did not take
 */
record Act(
        Kind kind,
        String window,
        int level,
        Standing saw,
        long begun,
        long ended,
        boolean certain) {
    enum Kind {
        TAKE,
        CALL,
        SERVE,
        FINISH,
        HOLD,
        NO_SHOW,
        COME_BACK,
        COME_BACK_REFUSED,
        CANCEL,
        CANCEL_REFUSED,
        RATE,
        RATE_REFUSED,
        /** Taken away from its window; it waits again. */
        RELEASE,
        LOOK
    }

    /** What a client can know of a ticket. */
    record Standing(Status status, String window, int level) {
        static final Standing NONE = new Standing(Status.NONE, "", 0);
    }

    enum Status {
        NONE,
        WAITING,
        CALLED,
        SERVING,
        HELD,
        NO_SHOW,
        CLOSED,
        CANCELLED,
        EXPIRED;

        /** {@return whether the person is still to be served, and at no window} */
        boolean isOut() {
            return this == WAITING || this == HELD || this == NO_SHOW;
        }
    }

    Act(Kind kind, String window, int level, Standing saw, long begun, long ended) {
        this(kind, window, level, saw, begun, ended, true);
    }

    /** {@return the same, which the hall may have heard of as late as then} */
    Act until(long later) {
        return new Act(kind, window, level, saw, begun, Math.max(ended, later), certain);
    }

    /** {@return the same, which may have come to nothing} */
    Act perhaps() {
        return new Act(kind, window, level, saw, begun, ended, false);
    }
}
