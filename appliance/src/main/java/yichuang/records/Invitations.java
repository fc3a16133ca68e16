package yichuang.records;

import java.time.Instant;
import java.util.List;
import yichuang.hall.TicketId;

/**
 * Questions about links to rate a visit by. Each reads one committed state of the rows on the
 * caller's thread and throws {@link RecordsUnavailable} when it cannot.
 */
public final class Invitations {
    private static final String WAITING =
            "SELECT ticket, number, closed_at, until_at, phone FROM invitations"
                    + " WHERE state = 'WAITING' AND closed_at < ? AND until_at ";

    private final Database database;

    Invitations(Database database) {
        this.database = database;
    }

    /** How many there are. */
    public record Counts(long waiting, long sent, long refused, long late, long rated) {}

    /** {@return those of visits that closed before, and that can still be rated; oldest first} */
    public List<Invitation> due(Instant closedBefore, Instant now, int most) {
        return waiting("> ?", closedBefore, now, most);
    }

    /** {@return those of visits that can be rated no longer} */
    public List<Invitation> late(Instant now, int most) {
        return waiting("<= ?", now, now, most);
    }

    private List<Invitation> waiting(String until, Instant closedBefore, Instant now, int most) {
        return database.list(
                WAITING + until + " ORDER BY state, closed_at, ticket FETCH FIRST ? ROWS ONLY",
                row ->
                        new Invitation(
                                new TicketId(row.getString("ticket")),
                                row.getString("number"),
                                row.getObject("closed_at", Instant.class),
                                row.getObject("until_at", Instant.class),
                                row.getString("phone")),
                closedBefore,
                now,
                most);
    }

    /** {@return how many were sent from this time on} */
    public long sentSince(Instant from) {
        return database.list(
                        "SELECT COUNT(*) FROM invitations WHERE settled_at >= ?"
                                + " AND state = 'SENT'",
                        row -> row.getLong(1),
                        from)
                .getFirst();
    }

    public Counts counts() {
        return database.list(
                        """
                        SELECT COUNT(*) FILTER (WHERE state = 'WAITING'),
                            COUNT(*) FILTER (WHERE state = 'SENT'),
                            COUNT(*) FILTER (WHERE state = 'REFUSED'),
                            COUNT(*) FILTER (WHERE state = 'LATE'),
                            COUNT(*) FILTER (WHERE state = 'RATED') FROM invitations
                        """,
                        row ->
                                new Counts(
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getLong(4),
                                        row.getLong(5)))
                .getFirst();
    }
}
