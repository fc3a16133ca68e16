package yichuang.storm;

/**
 * One act on a ticket as its client saw it: between asking first and hearing, it happened once.
 *
 * @param window where; empty for acts at none
 * @param level of a rating; 0 else
 * @param saw what a look saw
 * @param begun nanoseconds
 */
record Act(Kind kind, String window, int level, Standing saw, long begun, long ended) {
    enum Kind {
        TAKE,
        CALL,
        SERVE,
        FINISH,
        CANCEL,
        CANCEL_REFUSED,
        RATE,
        RATE_REFUSED,
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
        CLOSED,
        CANCELLED
    }
}
