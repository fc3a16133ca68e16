package yichuang.hall;

/** One ticket, for ever; random, made by the node that took the request. */
public record TicketId(String value) implements Comparable<TicketId> {
    public TicketId {
        Checks.word("TicketId", value);
    }

    @Override
    public int compareTo(TicketId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
