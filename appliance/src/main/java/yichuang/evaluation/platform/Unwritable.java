package yichuang.evaluation.platform;

/** A letter that cannot be written in the dialect; a person has to mend it. */
final class Unwritable extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int REASON_MAX = 400;

    /**
     * @param field the platform's name of it
     * @param chinese what is wrong with it, without what it says: that may be personal
     */
    Unwritable(String field, String chinese, String english) {
        super(field + " " + chinese + " " + field + " " + english);
    }

    /** {@return what a person reads, no longer than the hall keeps} */
    String reason() {
        String whole = String.valueOf(getMessage());
        return whole.length() <= REASON_MAX ? whole : whole.substring(0, REASON_MAX);
    }
}
