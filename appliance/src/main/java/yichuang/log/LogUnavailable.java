package yichuang.log;

import yichuang.log.LogState.Condition;

/**
 * A command that the log did not answer. Never a refusal of the hall: those are results of {@link
 * Machine#apply}.
 */
public final class LogUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What stood in the way. */
    public enum Reason {
        /** The disk is full or failed. Reads go on. */
        READ_ONLY,
        /** The hall goes on at the node that the message names. Reads go on. */
        FENCED,
        /** Not led from here: another voter leads, an election is on, a bug, a closed log. */
        NO_LEADER,
        /** Too many commands are waiting for the disk; come again in a moment. */
        BUSY
    }

    /** What is known of the command. */
    public enum Outcome {
        /** It never reached the log and never will. */
        NOT_WRITTEN,
        /**
         * It was on its way when the disk failed or the leadership ended. It may turn up in the log
         * later, or never. Asking again with the same idempotency key tells; a new key risks doing
         * it twice.
         */
        UNKNOWN
    }

    private final Reason reason;
    private final Outcome outcome;

    LogUnavailable(Reason reason, Outcome outcome, String message) {
        super(message, null, false, false);
        this.reason = reason;
        this.outcome = outcome;
    }

    /** {@return what a log in this condition says to a command} */
    public static LogUnavailable in(Condition condition, Outcome outcome) {
        return switch (condition) {
            case Condition.ReadOnly why ->
                    new LogUnavailable(
                            why.cause() == LogState.Cause.FENCED ? Reason.FENCED : Reason.READ_ONLY,
                            outcome,
                            why.detail());
            case Condition.Stopped why ->
                    new LogUnavailable(Reason.NO_LEADER, outcome, why.detail());
            case Condition.Starting starting ->
                    new LogUnavailable(Reason.NO_LEADER, outcome, "the log starts");
            case Condition.Closed closed ->
                    new LogUnavailable(Reason.NO_LEADER, outcome, "the log is closed");
            case Condition.Leading leading ->
                    new LogUnavailable(Reason.NO_LEADER, outcome, "leadership changed");
            case Condition.Following following ->
                    new LogUnavailable(Reason.NO_LEADER, outcome, following.leader() + " leads");
            case Condition.NoLeader nobody ->
                    new LogUnavailable(Reason.NO_LEADER, outcome, "nobody leads");
        };
    }

    /** {@return what a node says to a command that it can give no place: it never got one} */
    public static LogUnavailable notLedHere(String why) {
        return new LogUnavailable(Reason.NO_LEADER, Outcome.NOT_WRITTEN, why);
    }

    /** {@return what stood in the way} */
    public Reason reason() {
        return reason;
    }

    /** {@return whether the command may still turn up in the log} */
    public Outcome outcome() {
        return outcome;
    }
}
