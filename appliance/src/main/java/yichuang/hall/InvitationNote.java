package yichuang.hall;

/**
 * What became of the link that a person was to be sent to rate their visit by.
 *
 * @param said a receipt, or why not; nothing personal
 */
public record InvitationNote(TicketId ticket, Fate fate, String said) {
    /** How it ended. */
    public enum Fate {
        /** The gateway has it. */
        SENT,
        /** The gateway will not take it. */
        REFUSED,
        /** The time for rating was over before it could be sent. */
        LATE
    }
}
