package yichuang.dispatch;

import java.time.Instant;
import java.util.Comparator;
import yichuang.hall.TicketId;

/**
 * When a leg began to wait, made unique: at the same instant the lower number goes first, then the
 * earlier leg of a ticket.
 */
record Arrival(Instant since, String series, int sequence, TicketId ticket, int leg)
        implements Comparable<Arrival> {
    private static final Comparator<Arrival> ORDER =
            Comparator.comparing(Arrival::since)
                    .thenComparing(Arrival::series)
                    .thenComparingInt(Arrival::sequence)
                    .thenComparing(Arrival::ticket)
                    .thenComparingInt(Arrival::leg);

    Arrival at(Instant other) {
        return new Arrival(other, series, sequence, ticket, leg);
    }

    @Override
    public int compareTo(Arrival other) {
        return ORDER.compare(this, other);
    }
}
