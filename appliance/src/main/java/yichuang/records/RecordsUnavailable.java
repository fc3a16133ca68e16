package yichuang.records;

import java.util.Optional;

/** The records cannot be read now: rows are missing, or the file or the disk is broken. */
public final class RecordsUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Missing> missing;

    RecordsUnavailable(Throwable cause) {
        super("the records cannot be read: " + cause.getMessage(), cause);
        missing = Optional.empty();
    }

    RecordsUnavailable(Missing what) {
        super(what.told());
        missing = Optional.of(what);
    }

    /** {@return which rows are missing; empty when it is the file or the disk} */
    public Optional<Missing> missing() {
        return missing;
    }
}
