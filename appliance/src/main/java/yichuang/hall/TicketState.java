package yichuang.hall;

/** The state of a whole ticket, as people speak of it; it follows from its legs. */
public enum TicketState {
    WAITING,
    CALLED,
    SERVING,
    HELD,
    NO_SHOW,
    CLOSED,
    CANCELLED,
    EXPIRED
}
