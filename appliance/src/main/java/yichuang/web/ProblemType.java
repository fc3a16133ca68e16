package yichuang.web;

/**
 * Every kind of refusal the API knows, with its status. The names are stable: clients go by them.
 */
enum ProblemType {
    MALFORMED("malformed", 400),
    UNAUTHENTICATED("unauthenticated", 401),
    FORBIDDEN("forbidden", 403),
    UNKNOWN_TICKET("unknown-ticket", 404),
    UNKNOWN_WINDOW("unknown-window", 404),
    UNKNOWN_ITEM("unknown-item", 404),
    /** A device, page, day, token or path that is not there. */
    UNKNOWN_ADDRESS("unknown-address", 404),
    UNKNOWN_METHOD("unknown-method", 405),
    WINDOW_CLOSED("window-closed", 409),
    WINDOW_BUSY("window-busy", 409),
    WINDOW_UNSKILLED("window-unskilled", 409),
    TICKET_ELSEWHERE("ticket-elsewhere", 409),
    HALL_CLOSED("hall-closed", 409),
    ALREADY_RATED("already-rated", 409),
    /** Another step of a rectification comes first, or this one was done. */
    RECTIFICATION_ORDER("rectification-order", 409),
    TRY_AGAIN("try-again", 409),
    /** The act is right but not at this moment; the detail says why, the hint when. */
    NOT_NOW("not-now", 409),
    TOO_LARGE("too-large", 413),
    UNSUPPORTED_TYPE("unsupported-type", 415),
    KEY_REUSED("key-reused", 422),
    MISSING_FIELD("missing-field", 422),
    UNKNOWN_OUTCOME("unknown-outcome", 422),
    UNKNOWN_LEVEL("unknown-level", 422),
    /** A reason that is not one of the level's, or a text that is no comment. */
    UNKNOWN_REASON("unknown-reason", 422),
    TOO_MANY("too-many", 429),
    BROKEN("broken", 500),
    READ_ONLY("read-only", 503),
    NO_LEADER("no-leader", 503),
    BUSY("busy", 503),
    RECORDS_BEHIND("records-behind", 503);

    private final String code;
    private final int status;

    ProblemType(String code, int status) {
        this.code = code;
        this.status = status;
    }

    String code() {
        return code;
    }

    int status() {
        return status;
    }

    /** {@return the stable name in answers, for instance {@code urn:yichuang:window-busy}} */
    String urn() {
        return "urn:yichuang:" + code;
    }
}
