package yichuang.cluster;

/** A node may not join; its message is for the person who started it, Chinese first. */
public final class JoinRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int FACT_MAX = 120;
    private final JoinRefusal why;
    private final String fact;

    /**
     * @param fact may have come from a stranger: cut, and cleaned of what a terminal obeys
     */
    JoinRefused(JoinRefusal why, String fact) {
        super(why.line(clean(fact)), null, false, false);
        this.why = why;
        this.fact = fact;
    }

    /** {@return the reason} */
    public JoinRefusal why() {
        return why;
    }

    /** {@return the one fact of the case, as it came} */
    String fact() {
        return fact;
    }

    private static String clean(String fact) {
        String plain = fact.replaceAll("\\p{Cntrl}", " ");
        return plain.length() <= FACT_MAX ? plain : plain.substring(0, FACT_MAX);
    }
}
