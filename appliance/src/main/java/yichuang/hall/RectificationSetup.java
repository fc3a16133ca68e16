package yichuang.hall;

/**
 * In how many working days each step of a {@link Rectification} is due, counted from the day it
 * opened.
 *
 * @param complex until the reply of one that was declared complex; its follow-up moves on with it
 */
public record RectificationSetup(
        int verify, int contact, int fix, int reply, int followUp, int complex) {
    /** Corrected and answered in five working days, fifteen when it is complex. */
    public static final RectificationSetup PLAIN = new RectificationSetup(1, 1, 5, 5, 10, 15);

    public RectificationSetup {
        Checks.atLeast("verify", verify, 1);
        Checks.atLeast("contact", contact, verify);
        Checks.atLeast("fix", fix, contact);
        Checks.atLeast("reply", reply, fix);
        Checks.atLeast("followUp", followUp, reply);
        Checks.atLeast("complex", complex, reply);
    }
}
