package yichuang.records;

/** The records cannot be read now: the file is damaged, missing or the disk is broken. */
public final class RecordsUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RecordsUnavailable(Throwable cause) {
        super("the records cannot be read: " + cause.getMessage(), cause);
    }
}
