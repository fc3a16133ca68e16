package yichuang.records;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import yichuang.hall.Event;
import yichuang.hall.TokenId;

/**
 * Turns entries into rows, many entries in one transaction, with the log index in the same one. The
 * rows follow from the entries alone: neither the size of a transaction nor a restart between two
 * shows in them.
 *
 * <p>Bound to one connection. After any {@link SQLException} it is dropped with its connection and
 * a new one reads from the rows where it stands.
 */
final class Projection {
    private final Connection connection;
    private final TicketRows tickets;
    private final WindowRows windows;
    private final SaidRows said;
    private final DayRows days;
    private final OutboxRows outbox;
    private final RectificationRows rectifications;
    private final InvitationRows invitations;
    private final TrailRows trail;
    private Catalogue names;
    private long index;

    Projection(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        Schema.migrate(connection);
        this.tickets = new TicketRows(connection);
        this.windows = new WindowRows(connection);
        this.said = new SaidRows(connection);
        this.days = new DayRows(connection);
        this.outbox = new OutboxRows(connection);
        this.rectifications = new RectificationRows(connection);
        this.invitations = new InvitationRows(connection);
        this.trail = new TrailRows(connection);
        this.names = Catalogue.load(connection);
        this.index = committed(connection);
        connection.commit();
    }

    /** {@return the index of the last entry whose rows this connection sees} */
    static long committed(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT log_index FROM progress")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** {@return the index of the last entry whose rows are committed} */
    long index() {
        return index;
    }

    /** Commits the rows of these entries and the last index together; skips what it already has. */
    void write(List<Happened> batch) throws SQLException {
        for (Happened one : batch) {
            if (one.index() > index) {
                add(one);
            }
        }
        tickets.write();
        said.write();
        rectifications.write();
        outbox.write();
        invitations.write();
        trail.write();
        long last = Math.max(index, batch.getLast().index());
        try (PreparedStatement progress =
                connection.prepareStatement("UPDATE progress SET log_index = ?")) {
            progress.setLong(1, last);
            progress.executeUpdate();
        }
        connection.commit();
        index = last;
    }

    private void add(Happened one) throws SQLException {
        if (one.events().isEmpty()) {
            return;
        }
        int place = 0;
        for (Event told : one.events()) {
            Event event = told;
            TokenId by = one.entry().by();
            if (told instanceof Event.FromIsland from) {
                event = from.event();
                by = from.entry().by();
                place += from.first() ? 1 : 0;
            }
            if (event instanceof Event.Configured configured) {
                Catalogue.save(configured.setup(), connection);
                names = Catalogue.of(configured.setup());
            } else if (event instanceof Event.OfTicket ofTicket) {
                tickets.happened(ofTicket, names);
            }
            windows.happened(one.index(), place, event);
            said.happened(one.index(), place, by, event);
            days.happened(event, names);
            outbox.happened(one.index(), event);
            if (event instanceof Event.OfRectification ofRectification) {
                rectifications.happened(one.index(), one.entry().by(), ofRectification);
            }
            invitations.happened(one.index(), event);
        }
        trail.happened(one.index(), one.entry(), one.events());
    }

    /** Forces to the disk everything committed so far. */
    void sync() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        }
    }
}
