package yichuang.devices;

/** A device could not do what it was asked. Nothing is known about how much of it was done. */
public final class DeviceFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What is wrong with a device. */
    public enum Kind {
        NO_PAPER("no-paper"),
        COVER_OPEN("cover-open"),
        /** It broke off in the middle: whether it did what it was asked is not known. */
        UNSURE("unsure"),
        /** It did not answer within its time. */
        NO_ANSWER("no-answer"),
        /** More is asked of it than it can do; this was not even tried. */
        TOO_MUCH("too-much"),
        /** The hall has no such device. */
        MISSING("missing"),
        /** A key that nobody can be pressing any more; the others go on. */
        STUCK_KEY("stuck-key"),
        /** A program of the operating system that it needs is not there. */
        NOT_INSTALLED("not-installed"),
        /** Anything else. */
        BROKEN("broken");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** {@return the name in the API, for instance {@code no-paper}} */
        public String code() {
            return code;
        }
    }

    public DeviceFault(Kind kind) {
        super(kind.code());
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
