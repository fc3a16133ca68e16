package yichuang.cluster;

/** A request has no answer. {@link #known} says whether it may have been done. */
public final class RequestFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is known of the request. */
    public enum Known {
        /** It never left this node, or came too late to be done. */
        NOT_SENT,
        /** It left, and nothing came back: done or not. Retry under the same idempotency key. */
        UNKNOWN,
        /** The peer took it in and its handler failed. */
        REFUSED
    }

    private final Known known;

    RequestFailed(Known known, String message) {
        super(message, null, false, false);
        this.known = known;
    }

    /** {@return that nobody waits any longer for what a node was asked} */
    public static RequestFailed unanswered(String node) {
        return new RequestFailed(Known.UNKNOWN, node + " has not answered and leads no more");
    }

    /** {@return that nobody could be asked} */
    public static RequestFailed nobody() {
        return new RequestFailed(Known.NOT_SENT, "nobody leads");
    }

    /** {@return that it came too late, and the node did nothing} */
    public static RequestFailed tooLate(String node) {
        return new RequestFailed(Known.NOT_SENT, node + " was asked too late and did nothing");
    }

    /** {@return whether nothing was done, for it never left, after this failure} */
    public static boolean isNotSent(Throwable failure) {
        return failure instanceof RequestFailed failed && failed.known == Known.NOT_SENT;
    }

    /** {@return whether it is not known if something was done, after this failure} */
    public static boolean isUnknown(Throwable failure) {
        return failure instanceof RequestFailed failed && failed.known == Known.UNKNOWN;
    }

    /** {@return what is known} */
    public Known known() {
        return known;
    }
}
