package yichuang.hall;

/**
 * How a rule says no from the depth of a check; caught in {@link Hall#apply}, never seen outside of
 * it. It carries no stack: it is an answer, not a failure.
 */
final class Refused extends RuntimeException {
    private final transient Refusal why;

    Refused(Refusal why) {
        super(why.toString(), null, false, false);
        this.why = why;
    }

    Refusal why() {
        return why;
    }
}
