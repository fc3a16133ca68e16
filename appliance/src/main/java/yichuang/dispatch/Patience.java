package yichuang.dispatch;

/**
 * How long a script may take for one choice.
 *
 * @param scriptMillisMax it is stopped after this
 * @param waitMillisMax the log's thread waits so long; more than the script has, so that it ends
 *     before it is given up
 */
record Patience(long scriptMillisMax, long waitMillisMax) {
    /** A window waits. */
    static final Patience LIVE = new Patience(40, 50);

    /** An author waits: cases are about what a script says, not how fast a busy desk is. */
    static final Patience DESK = new Patience(5_000, 6_000);
}
