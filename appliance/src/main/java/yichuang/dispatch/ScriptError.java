package yichuang.dispatch;

/** A script that cannot be used, as its author should read it: where, what, and what to do. */
public final class ScriptError extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final String what;
    private final String hint;

    public ScriptError(int line, String what, String hint) {
        super(what);
        this.line = line;
        this.what = what;
        this.hint = hint;
    }

    /** {@return line of the script, from 1; 0 when no line is to blame} */
    public int line() {
        return line;
    }

    public String what() {
        return what;
    }

    public String hint() {
        return hint;
    }
}
