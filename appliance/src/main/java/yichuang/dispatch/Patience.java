package yichuang.dispatch;

/**
 * How long a script may take for one choice.
 *
 * @param scriptMillisMax it is stopped after so much computing time of its own
 * @param waitMillisMax the log's thread waits so long by the clock
 */
record Patience(long scriptMillisMax, long waitMillisMax) {
    /** A window waits. */
    static final Patience LIVE = new Patience(40, 50);

    /** An author waits: cases are about what a script says, not how fast a busy desk is. */
    static final Patience DESK = new Patience(5_000, 6_000);
}
